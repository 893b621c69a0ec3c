namespace Ideogram.Build.Datasets.Assets.Pictures;

/// <summary>How an image's colours are stored.</summary>
internal enum ColourSpace
{
    /// <summary>Red, green and blue, or what is converted to them.</summary>
    Rgb,

    /// <summary>Light alone.</summary>
    Grey,

    /// <summary>Four inks.</summary>
    Cmyk,
}
