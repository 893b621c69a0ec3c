namespace Ideogram.Build.Datasets.Assets;

/// <summary>The formats that Ideogram's datasets accept.</summary>
public enum ImageFormat
{
    /// <summary>JPEG, <c>.jpg</c>.</summary>
    Jpeg,

    /// <summary>PNG, <c>.png</c>.</summary>
    Png,

    /// <summary>WebP, <c>.webp</c>.</summary>
    WebP,
}
