using Ideogram.Build.Cli.Output;

namespace Ideogram.Build.Cli.Manifests;

/// <summary>Where the command line caches inspected images: beside other programs' caches, never in the workspace.</summary>
internal static class UserCache
{
    private const string Name = "ideogram-build";

    /// <summary>Full path of the folder; null if the environment names no place for it; then nothing is cached.</summary>
    public static string? Folder(AppHost host)
    {
        if (Rooted("XDG_CACHE_HOME") is { } caches)
            return Path.Combine(caches, Name);
        if (OperatingSystem.IsWindows())
            return Rooted("LOCALAPPDATA") is { } local ? Path.Combine(local, Name, "cache") : null;
        return Rooted("HOME") is { } home ? Path.Combine(home, ".cache", Name) : null;

        // A relative one would lead into the folder that is checked; the XDG specification tells programs to ignore it.
        string? Rooted(string variable) => host.Variable(variable) is { } path && Path.IsPathFullyQualified(path) ? path : null;
    }
}
