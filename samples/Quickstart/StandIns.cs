using Ideogram.Build.Emulator;
using Ideogram.Build.Emulator.GitHub;

namespace Ideogram.Build.Quickstart;

/// <summary>The stand-ins of Ideogram and GitHub, and the addresses that the action is told.</summary>
internal sealed class StandIns(EmulatorHost host, Settings settings) : IAsyncDisposable
{
    public const string Repository = "acme/brand";
    public const string ApiKey = "quickstart-key";
    public const string Token = "quickstart-token";

    public EmulatorHost Host => host;

    public string Server => Bare(host.BaseAddress);

    public string GitHub => Bare(settings.GitHub ?? host.GitHubApi);

    public string Ideogram => Bare(settings.Ideogram ?? host.BaseAddress);

    public static async Task<StandIns> StartAsync(Settings settings, Repository repository, string temp) => new(
        await EmulatorHost.StartAsync(new EmulatorOptions
        {
            StateFolder = Path.Combine(temp, "stand-ins"),
            ApiKey = ApiKey,
            Urls = $"http://127.0.0.1:{settings.Port}",
            Repositories = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { [Repository] = repository.Folder },
            Tokens = [new GitHubToken(Token)],
        }),
        settings);

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private static string Bare(Uri address) => address.AbsoluteUri.TrimEnd('/');
}
