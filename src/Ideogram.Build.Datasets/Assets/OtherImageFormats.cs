namespace Ideogram.Build.Datasets.Assets;

/// <summary>Pictures that Ideogram's datasets do not accept, by the extensions of their names.</summary>
public static class OtherImageFormats
{
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        // Phones and the web.
        ".heic", ".heif", ".hif", ".avif", ".jxl", ".gif", ".apng", ".jfif", ".jpe", ".jp2", ".j2k", ".jxr",

        // Scanners and programs that edit pictures.
        ".tif", ".tiff", ".bmp", ".tga", ".psd", ".psb", ".xcf", ".exr", ".hdr",

        // Cameras' raw files.
        ".dng", ".cr2", ".cr3", ".crw", ".nef", ".nrw", ".arw", ".sr2", ".srf", ".raf", ".orf", ".rw2", ".pef", ".srw", ".x3f", ".3fr", ".iiq", ".raw",
    };

    /// <summary>Whether a file's name ends as that of such a picture does, in any case.</summary>
    /// <param name="name">The name.</param>
    public static bool HasExtension(string name) => name.LastIndexOf('.') is var dot and > 0 && Known.Contains(name.Substring(dot));
}
