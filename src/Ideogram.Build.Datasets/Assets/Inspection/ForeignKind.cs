namespace Ideogram.Build.Datasets.Assets.Inspection;

/// <summary>Names what else a file is, for people who wonder why it is refused.</summary>
internal static class ForeignKind
{
    /// <summary>Gives a name with its article; null if the first bytes tell nothing.</summary>
    public static string? Name(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("GIF8"u8))
            return "a GIF image";
        if (head.StartsWith("BM"u8) && head.Length >= 10 && head.Slice(6, 4).SequenceEqual("\0\0\0\0"u8))
            return "a BMP image";
        if (head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8) || head.StartsWith("II+\0"u8) || head.StartsWith("MM\0+"u8))
            return "a TIFF or camera raw image";
        if (head.Length >= 12 && head.Slice(4).StartsWith("ftyp"u8))
            return IsoMedia(head.Slice(8, 4));
        if (head.StartsWith("RIFF"u8))
            return "a RIFF file that is not WebP, such as AVI or WAV";
        if (head.StartsWith("\0\0\0\fJXL "u8) || (head.Length >= 2 && head[0] == 0xFF && head[1] == 0x0A))
            return "a JPEG XL image";
        if (head.StartsWith("\0\0\0\fjP  "u8))
            return "a JPEG 2000 image";
        if (head.StartsWith("8BPS"u8))
            return "a Photoshop document";
        if (head.StartsWith("\0\0\u0001\0"u8))
            return "an icon file";
        if (head.StartsWith("%PDF-"u8))
            return "a PDF document";
        if (head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8))
            return "a ZIP archive (name it .zip to have its images taken)";
        if (head.StartsWith("7z"u8) || head.StartsWith("Rar!"u8) || (head.Length >= 2 && head[0] == 0x1F && head[1] == 0x8B))
            return "an archive";
        return head.IndexOfAny((byte)0, (byte)0xFF) < 0 ? Text(head) : AllZero(head);
    }

    private static string IsoMedia(ReadOnlySpan<byte> brand)
    {
        if (brand.SequenceEqual("avif"u8) || brand.SequenceEqual("avis"u8))
            return "an AVIF image";
        return brand.StartsWith("hei"u8) || brand.StartsWith("hev"u8) || brand.SequenceEqual("mif1"u8) || brand.SequenceEqual("msf1"u8)
            ? "a HEIC image"
            : "a video";
    }

    private static string? Text(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("\uFEFF"u8))
            head = head.Slice(3);
        while (!head.IsEmpty && head[0] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            head = head.Slice(1);
        if (head.IsEmpty)
            return "a text file";
        if (head[0] == (byte)'<')
        {
            if (head.IndexOf("<svg"u8) >= 0)
                return "an SVG drawing";
            return head.IndexOf("<html"u8) >= 0 || StartsWithIgnoringCase(head, "<!doctype html"u8) || StartsWithIgnoringCase(head, "<html"u8)
                ? "an HTML page, perhaps an error page that was saved as the image"
                : "an XML document";
        }

        foreach (var b in head)
        {
            if (b is < 0x20 and not ((byte)'\t' or (byte)'\r' or (byte)'\n'))
                return null;
        }

        return head[0] is (byte)'{' or (byte)'[' ? "a JSON document" : "a text file";
    }

    private static string? AllZero(ReadOnlySpan<byte> head)
    {
        foreach (var b in head)
        {
            if (b != 0)
                return null;
        }

        return "filled with zero bytes, as an interrupted download or a failing disk leaves it";
    }

    private static bool StartsWithIgnoringCase(ReadOnlySpan<byte> head, ReadOnlySpan<byte> lowerCase)
    {
        if (head.Length < lowerCase.Length)
            return false;
        for (var i = 0; i < lowerCase.Length; i++)
        {
            if ((head[i] is >= (byte)'A' and <= (byte)'Z' ? head[i] | 0x20 : head[i]) != lowerCase[i])
                return false;
        }

        return true;
    }
}
