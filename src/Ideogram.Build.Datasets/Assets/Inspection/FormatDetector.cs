using Ideogram.Build.Datasets.Files;

namespace Ideogram.Build.Datasets.Assets.Inspection;

/// <summary>Recognises a file by its first bytes.</summary>
internal static class FormatDetector
{
    private const int HeadSize = 512;

    /// <summary>Gives the structure to read; null with a fault for anything but JPEG, PNG and WebP.</summary>
    public static ImageStructure? Identify(ImageReader reader, out ImageFault? fault)
    {
        var head = reader.Peek(HeadSize);
        fault = null;
        foreach (var format in ImageFormats.All)
        {
            if (format.IsSignature(head))
                return format.Read(reader);
        }

        // Some other formats are recognised only by later bytes.
        fault = Fault(reader.Peek(ImageReader.MaxPeek));
        return null;
    }

    private static ImageFault Fault(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty)
            return new(ImageFaultKind.Empty, 0, "The file is empty.", "Restore the image from its source, or delete the file.");
        if (LfsPointer.Is(head))
            return new(ImageFaultKind.LfsPointer, 0, "The file is a Git LFS pointer, not the image.", LfsPointer.WayOut);

        if (IsPngWithOtherLineEndings(head))
        {
            return new(ImageFaultKind.LineEndings, 4,
                "The PNG's signature shows that line endings were converted: git treated the image as text.",
                "Put '*.png binary' (and the same for jpg, jpeg and webp) into .gitattributes, then add the original file again.");
        }

        if (IsCutInside(head, PngStructure.Signature) || IsCutInside(head, "RIFF"u8) || IsCutInside(head, [0xFF, JpegMarker.StartOfImage]))
        {
            return ImageStructure.Truncated(head.Length, FormattableString.Invariant($"The file ends after {head.Length} bytes, inside its signature."));
        }

        if (head.StartsWith(PngStructure.Signature.Slice(0, 4)))
            return new(ImageFaultKind.Damaged, 4, "The PNG's signature is damaged.", "Export the image again from its source.");
        if (head.StartsWith("\uFFFDPNG"u8) || head.StartsWith("\uFFFD\uFFFD\uFFFD"u8))
            return new(ImageFaultKind.Damaged, 0, "The file was opened and saved as UTF-8 text, which destroys an image.",
                "Copy it from its source again.");

        return ForeignFormat.Find(head) is { } kind
            ? new(ImageFaultKind.Unsupported, 0, $"The file is {kind.Name}.", $"Ideogram's datasets accept JPEG, PNG and WebP. {kind.WayOut}")
            : new(ImageFaultKind.Unsupported, 0, "The file is not a JPEG, PNG or WebP image.", "Export it as one of these, or leave it out.");
    }

    // The signature holds CR LF and a lone LF for exactly this purpose.
    private static bool IsPngWithOtherLineEndings(ReadOnlySpan<byte> head)
    {
        if (!head.StartsWith(PngStructure.Signature.Slice(0, 4)))
            return false;
        var rest = head.Slice(4);
        return rest.StartsWith("\n\x1A\n"u8) || rest.StartsWith("\r\r\n\x1A"u8) || rest.StartsWith("\r\n\x1A\r\n"u8) || rest.StartsWith("\r\x1A\r"u8);
    }

    private static bool IsCutInside(ReadOnlySpan<byte> head, ReadOnlySpan<byte> signature) =>
        head.Length < 12 && signature.StartsWith(head.Slice(0, Math.Min(head.Length, signature.Length)));
}
