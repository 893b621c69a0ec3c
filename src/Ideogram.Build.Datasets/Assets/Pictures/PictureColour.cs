namespace Ideogram.Build.Datasets.Assets.Pictures;

/// <summary>What the planes of a small picture are.</summary>
internal enum PictureColour
{
    /// <summary>Light alone.</summary>
    Grey,

    /// <summary>Light and two differences (JFIF).</summary>
    YCbCr,

    /// <summary>Red, green, blue.</summary>
    Rgb,

    /// <summary>Four inks, each the more light the less ink, as Adobe writes them.</summary>
    InvertedCmyk,

    /// <summary>Four inks.</summary>
    Cmyk,

    /// <summary>Inverted inks, of which three are written as light and two differences.</summary>
    Ycck,
}
