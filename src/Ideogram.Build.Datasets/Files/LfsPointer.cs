using System.Text;

namespace Ideogram.Build.Datasets.Files;

/// <summary>What Git LFS leaves in place of a file that was not downloaded.</summary>
public static class LfsPointer
{
    /// <summary>The most bytes that a pointer has (Git LFS specification).</summary>
    public const int MaxBytes = 1_024;

    /// <summary>What to do about one, in every message.</summary>
    internal const string WayOut = "Run 'git lfs pull'; in a workflow give actions/checkout 'lfs: true'.";

    private const string Hash = "\noid sha256:";
    private const int HashLength = 64;

    /// <summary>Whether a file that begins so is a pointer.</summary>
    public static bool Is(ReadOnlySpan<byte> head) =>
        head.StartsWith("version https://git-lfs.github.com/spec/"u8) || head.StartsWith("version https://hawser.github.com/spec/"u8);

    /// <summary>The SHA-256 of the file that a pointer stands for, 64 lower-case hex digits; null if the bytes are no pointer.</summary>
    public static string? Sha256In(byte[] file)
    {
        if (file.Length > MaxBytes || !Is(file))
            return null;
        var text = Encoding.ASCII.GetString(file);
        var at = text.IndexOf(Hash, StringComparison.Ordinal);
        if (at < 0 || text.Length < at + Hash.Length + HashLength)
            return null;
        var hash = text.Substring(at + Hash.Length, HashLength);
        return hash.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f')) ? hash : null;
    }
}
