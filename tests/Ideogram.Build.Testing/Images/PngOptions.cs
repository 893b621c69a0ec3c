namespace Ideogram.Build.Testing;

/// <summary>What a made PNG is like.</summary>
public sealed record PngOptions
{
    /// <summary>0 grey, 2 colour, 3 palette, 4 grey with alpha, 6 colour with alpha.</summary>
    public int ColourType { get; init; } = 2;

    public int BitDepth { get; init; } = 8;

    public bool Interlaced { get; init; }

    /// <summary>Writes a tRNS chunk.</summary>
    public bool Transparency { get; init; }

    /// <summary>More than one makes an APNG.</summary>
    public int Frames { get; init; } = 1;

    /// <summary>0 writes no EXIF.</summary>
    public int Orientation { get; init; }

    /// <summary>Every row is noise, which no compression makes smaller; else the first row is, and the others repeat it.</summary>
    public bool Noisy { get; init; }

    /// <summary>The bits of each row's first half are off and those of its second on, instead of noise.</summary>
    public bool OffAndOn { get; init; }

    /// <summary>The number of every row's filter.</summary>
    public int Filter { get; init; }

    /// <summary>How many rows are left out at the end.</summary>
    public int LostRows { get; init; }

    /// <summary>Into how many bytes at most each IDAT chunk goes.</summary>
    public int DataChunkSize { get; init; } = 8192;
}
