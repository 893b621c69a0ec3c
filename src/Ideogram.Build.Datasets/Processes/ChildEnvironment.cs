namespace Ideogram.Build.Datasets.Processes;

/// <summary>
/// The environment of a child process, made from nothing: a variable of the caller passes only if it is named here. So no key, no token and no setting of
/// another program (<c>GIT_DIR</c>, <c>GIT_CONFIG_COUNT</c>, <c>LD_PRELOAD</c>) reaches a child by chance.
/// </summary>
public static class ChildEnvironment
{
    /// <summary>What programs need to run at all. The user's own settings are found below <c>HOME</c> or <c>USERPROFILE</c>.</summary>
    public static IReadOnlyList<string> Basic { get; } =
    [
        "HOME", "XDG_CONFIG_HOME", "TMPDIR",
        "SystemRoot", "SystemDrive", "windir", "TEMP", "TMP", "USERPROFILE", "HOMEDRIVE", "HOMEPATH", "ProgramData",
    ];

    /// <summary>What <c>ideogram-build</c> reads besides: Ideogram's key, the way through a proxy, certificates, and where .NET and its caches are.</summary>
    public static IReadOnlyList<string> ForIdeogramBuild { get; } =
    [
        .. Basic, "IDEOGRAM_API_KEY",
        "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "all_proxy", "no_proxy", "SSL_CERT_FILE", "SSL_CERT_DIR",
        "DOTNET_ROOT", "DOTNET_ROOT_X64", "DOTNET_ROOT_ARM64", "DOTNET_ROOT_X86", "DOTNET_ROLL_FORWARD", "DOTNET_CLI_HOME", "DOTNET_NOLOGO",
            "DOTNET_CLI_TELEMETRY_OPTOUT",
        "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "DOTNET_BUNDLE_EXTRACT_BASE_DIR", "NUGET_PACKAGES", "LD_LIBRARY_PATH",
        "XDG_CACHE_HOME", "LOCALAPPDATA", "APPDATA", "ProgramFiles", "LANG", "LC_ALL", "TZ", "CI", "NO_COLOR",
    ];

    /// <summary>Removes everything else from an environment, and from <c>PATH</c> the folders that depend on the current folder or are in the
    /// repository.</summary>
    /// <param name="environment">A child's environment, as it would be inherited.</param>
    /// <param name="names">The variables that stay besides <c>PATH</c>.</param>
    /// <param name="repository">Full path of a folder that no variable may point into: its files are input. Null if there is none.</param>
    public static void Restrict(IDictionary<string, string?> environment, IReadOnlyList<string> names, string? repository = null)
    {
        var path = string.Join(Path.PathSeparator.ToString(), SearchPath.Folders(Value(environment, "PATH"), repository));
        var kept = names
            .Select(n => new KeyValuePair<string, string?>(n, Value(environment, n)))
            .Where(v => !string.IsNullOrEmpty(v.Value) && (repository is null || SearchPath.IsOutside(v.Value!, repository) || !IsPlace(v.Key)))
            .ToList();

        environment.Clear();
        environment["PATH"] = path;
        foreach (var variable in kept)
            environment[variable.Key] = variable.Value;
    }

    // Windows says C: here, and a path below it in the other half.
    private static bool IsPlace(string name) => name is not ("SystemDrive" or "HOMEDRIVE" or "HOMEPATH");

    private static string? Value(IDictionary<string, string?> environment, string name) => environment.TryGetValue(name, out var value) ? value : null;
}
