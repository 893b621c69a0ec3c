namespace Ideogram.Build.Datasets.Files;

/// <summary>What Git LFS leaves in place of a file that was not downloaded.</summary>
internal static class LfsPointer
{
    /// <summary>The most bytes that a pointer has (Git LFS specification).</summary>
    public const int MaxBytes = 1_024;

    /// <summary>What to do about one, in every message.</summary>
    public const string WayOut = "Run 'git lfs pull'; in a workflow give actions/checkout 'lfs: true'.";

    /// <summary>Whether a file that begins so is a pointer.</summary>
    public static bool Is(ReadOnlySpan<byte> head) =>
        head.StartsWith("version https://git-lfs.github.com/spec/"u8) || head.StartsWith("version https://hawser.github.com/spec/"u8);
}
