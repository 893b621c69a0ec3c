using Ideogram.Build.Datasets.Assets.Inspection;

namespace Ideogram.Build.Datasets.Assets;

/// <summary>The one table of image formats: every message and every choice by format reads it.</summary>
public static class ImageFormats
{
    /// <summary>All formats that Ideogram's datasets accept.</summary>
    public static IReadOnlyList<ImageFormatRow> All { get; } =
    [
        new(ImageFormat.Jpeg, "JPEG", [".jpg", ".jpeg"], "image/jpeg", JpegStructure.IsSignature, reader => new JpegStructure(reader)),
        new(ImageFormat.Png, "PNG", [".png"], "image/png", PngStructure.IsSignature, reader => new PngStructure(reader)),
        new(ImageFormat.WebP, "WebP", [".webp"], "image/webp", WebPStructure.IsSignature, reader => new WebPStructure(reader)),
    ];

    /// <summary>The extensions for a message: ".jpg, .jpeg, .png or .webp".</summary>
    public static string Extensions { get; } = List([.. All.SelectMany(f => f.Extensions)]);

    /// <summary>The row of a format.</summary>
    /// <param name="format">The format.</param>
    /// <exception cref="ArgumentOutOfRangeException">The table does not have it.</exception>
    public static ImageFormatRow Row(ImageFormat format) => All.FirstOrDefault(f => f.Format == format)
        ?? throw new ArgumentOutOfRangeException(nameof(format));

    /// <summary>The row of the format whose signature a file has; null for none. Only an inspection says whether the rest of the file is sound.</summary>
    /// <param name="head">The file's first bytes, at least 12 if it has as many.</param>
    public static ImageFormatRow? Of(ReadOnlySpan<byte> head)
    {
        foreach (var format in All)
        {
            if (format.IsSignature(head))
                return format;
        }

        return null;
    }

    /// <summary>Whether a file's name ends as an image's does, in any case.</summary>
    /// <param name="name">The name.</param>
    public static bool HasExtension(string name) => All.Any(f => f.HasExtension(name));

    private static string List(string[] items) => $"{string.Join(", ", items.Take(items.Length - 1))} or {items[items.Length - 1]}";
}
