namespace Ideogram.Build.Datasets.Files;

/// <summary>Whether a repository says of itself that its work tree is not whole. For where git is not there to be asked.</summary>
public static class SparseCheckout
{
    private const int MaxBytes = 1_000_000;

    private static readonly string[] Yes = ["true", "yes", "on", "1"];

    /// <summary>Whether <c>core.sparseCheckout</c> is set. A further work tree's settings are elsewhere, and are not looked for.</summary>
    /// <param name="root">Full path of the repository's top.</param>
    public static bool IsOn(string root) => IsOn(root, "config.worktree") ?? IsOn(root, "config") ?? false;

    private static bool? IsOn(string root, string name)
    {
        bool? isOn = null;
        var isCore = false;
        foreach (var line in Lines(RepositoryRoot.GitFile(root, name)).Select(l => l.Trim()))
        {
            if (line.StartsWith('['))
                isCore = line.StartsWith("[core]", StringComparison.OrdinalIgnoreCase);
            else if (isCore && line.StartsWith("sparsecheckout", StringComparison.OrdinalIgnoreCase))
                isOn = Value(line.Substring("sparsecheckout".Length).Trim()) ?? isOn;
        }

        return isOn;
    }

    // Null: the line sets sparseCheckoutCone, or the like.
    private static bool? Value(string rest) => rest switch
    {
        "" => true,
        _ when rest.StartsWith('=') => Yes.Contains(rest.Substring(1).Trim(), StringComparer.OrdinalIgnoreCase),
        _ => null,
    };

    private static string[] Lines(string file)
    {
        try
        {
            return File.Exists(file) && BoundedFile.Read(file, MaxBytes) is { } bytes ? StrictUtf8.Decode(bytes).Split('\n') : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Text.DecoderFallbackException)
        {
            return [];
        }
    }
}
