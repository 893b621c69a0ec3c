namespace Ideogram.Build.Emulator;

/// <summary>What an endpoint is called in faults and request counts; its name says whose side it is on.</summary>
internal sealed record Route(string Name)
{
    public const string GitHubPrefix = "github-";
    public const string PagePrefix = "page-";

    public bool IsGitHub => Name.StartsWith(GitHubPrefix, StringComparison.Ordinal);

    public bool IsIdeogram => !IsGitHub && !Name.StartsWith(PagePrefix, StringComparison.Ordinal);

    public static Route? FromContext(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<Route>();
}
