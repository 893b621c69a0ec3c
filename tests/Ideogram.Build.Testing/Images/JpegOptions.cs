namespace Ideogram.Build.Testing;

/// <summary>What a made JPEG is like.</summary>
public sealed record JpegOptions
{
    /// <summary>1 grey, 3 colour, 4 CMYK.</summary>
    public int Components { get; init; } = 3;

    public bool Progressive { get; init; }

    /// <summary>Into how many scans more the first coefficients go, each of one bit; progressive only.</summary>
    public int Refinements { get; init; }

    /// <summary>Each colour has a scan of its own; sequential only.</summary>
    public bool SeparateScans { get; init; }

    /// <summary>Leaves out the Huffman tables, as Motion JPEG does; for one component.</summary>
    public bool UsualTables { get; init; }

    /// <summary>12 makes an extended sequential frame.</summary>
    public int Precision { get; init; } = 8;

    /// <summary>0 writes no EXIF.</summary>
    public int Orientation { get; init; }

    /// <summary>In units of 8 x 8 pixels; 0 for none.</summary>
    public int RestartInterval { get; init; }

    /// <summary>The height comes after the first scan (DNL).</summary>
    public bool HeightComesLater { get; init; }
}
