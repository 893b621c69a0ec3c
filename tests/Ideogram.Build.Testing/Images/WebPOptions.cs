namespace Ideogram.Build.Testing;

/// <summary>What a made WebP is like.</summary>
public sealed record WebPOptions
{
    public bool Alpha { get; init; }

    /// <summary>Writes the extended header (VP8X) even where nothing needs it.</summary>
    public bool Extended { get; init; }

    /// <summary>More than one makes an animation.</summary>
    public int Frames { get; init; } = 1;

    /// <summary>0 writes no EXIF.</summary>
    public int Orientation { get; init; }

    public bool IsExtended => Extended || Frames > 1 || Orientation != 0;
}
