namespace Ideogram.Build.Emulator.Faults;

/// <summary>The names that a rule's <c>route</c> may hold.</summary>
internal static class RouteNames
{
    private static readonly string[] Known = ["any", "ideogram", "github", "list", "create", "get", "upload", "train", "models", "model", "describe"];

    public static bool IsKnown(string name) => Known.Contains(name) || name.StartsWith(Route.GitHubPrefix, StringComparison.Ordinal)
        || name.StartsWith(Route.PagePrefix, StringComparison.Ordinal);
}
