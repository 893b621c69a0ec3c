using Ideogram.Build.Sync.Api;

namespace Ideogram.Build.Cli.Output;

/// <summary>The secrets of the environment, which no output may show.</summary>
internal static class HostSecrets
{
    // The runner's own tokens are for other actions; a step that has them must not show them either.
    private static readonly string[] Variables =
    [
        AppHost.KeyVariable, "INPUT_API-KEY", "INPUT_API_KEY", "INPUT_GITHUB-TOKEN", "INPUT_GITHUB_TOKEN", "GITHUB_TOKEN", "GH_TOKEN", "ACTIONS_RUNTIME_TOKEN",
            "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
    ];

    // .NET repeats a proxy's address, with user and password, in what it says of a failed connection.
    private static readonly string[] Addresses =
    [
        "HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY", "INPUT_API-URL", "INPUT_API_URL", "GITHUB_API_URL", "GITHUB_SERVER_URL", "ACTIONS_RUNTIME_URL",
            "ACTIONS_RESULTS_URL", "ACTIONS_CACHE_URL", "ACTIONS_ID_TOKEN_REQUEST_URL",
    ];

    /// <summary>A redactor for all of them.</summary>
    public static Redactor Of(AppHost host) => new(
    [
        .. Variables.Select(host.Variable),
        .. host.Variables.Where(v => Addresses.Contains(v.Key, StringComparer.OrdinalIgnoreCase)).SelectMany(v => UserInfo.Secrets(v.Value.Trim())),
    ]);
}
