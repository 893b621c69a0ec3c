namespace Ideogram.Build.Datasets.Assets.Inspection;

/// <summary>Tells files in the ISO base media form apart by their brands, as registered at mp4ra.org: images, camera raws, audio, video.</summary>
internal static class IsoMediaFormat
{
    private static readonly ForeignFormat Heic = new("a HEIC image",
        "On an iPhone or iPad choose Settings, Camera, Formats, Most Compatible for the next ones; convert this one, for example with 'heif-convert "
            + "photo.heic photo.jpg'.");

    private static readonly ForeignFormat Video = ForeignFormat.Video("a video");

    private static readonly Dictionary<string, ForeignFormat> Brands = new(StringComparer.Ordinal)
    {
        ["avif"] = new("an AVIF image"),
        ["avis"] = new("an AVIF image sequence"),
        ["MA1A"] = new("an AVIF image"),
        ["MA1B"] = new("an AVIF image"),
        ["avio"] = new("an AVIF image"),
        ["heic"] = Heic,
        ["heix"] = Heic,
        ["heim"] = Heic,
        ["heis"] = Heic,
        ["hevc"] = Heic,
        ["hevx"] = Heic,
        ["hevm"] = Heic,
        ["hevs"] = Heic,
        ["MiHB"] = Heic,
        ["MiHA"] = Heic,
        ["MiHE"] = Heic,
        ["heoi"] = Heic,
        ["heif"] = Heic,
        ["avci"] = new("a HEIF image with AVC inside"),
        ["avcs"] = new("a HEIF image with AVC inside"),
        ["vvic"] = new("a HEIF image with VVC inside"),
        ["vvis"] = new("a HEIF image with VVC inside"),
        ["evbi"] = new("a HEIF image with EVC inside"),
        ["evmi"] = new("a HEIF image with EVC inside"),
        ["evbs"] = new("a HEIF image with EVC inside"),
        ["evms"] = new("a HEIF image with EVC inside"),
        ["jpeg"] = new("a HEIF image with JPEG inside"),
        ["jpgs"] = new("a HEIF image with JPEG inside"),
        ["j2ki"] = new("a JPEG 2000 image"),
        ["j2is"] = new("a JPEG 2000 image"),
        ["jp2 "] = new("a JPEG 2000 image"),
        ["jpx "] = new("a JPEG 2000 image"),
        ["jpm "] = new("a JPEG 2000 image"),
        ["jph "] = new("a JPEG 2000 image"),
        ["jxl "] = new("a JPEG XL image"),
        ["jxs "] = new("a JPEG XS image"),
        ["crx "] = ForeignFormat.Raw("a Canon (CR3)"),
        ["M4A "] = new("an audio file", "Leave it out."),
        ["M4B "] = new("an audio book", "Leave it out."),
        ["M4P "] = new("an audio file", "Leave it out."),
        ["F4A "] = new("an audio file", "Leave it out."),
        ["F4B "] = new("an audio book", "Leave it out."),
        ["aax "] = new("an audio book", "Leave it out."),
        ["aaxc"] = new("an audio book", "Leave it out."),
        ["isma"] = new("an audio file", "Leave it out."),
    };

    // They say how the file is laid out, not what codes its picture: the brands after them do.
    private static readonly string[] Layouts = ["mif1", "mif2", "mif3", "msf1", "miaf", "1pic", "geo1"];

    /// <summary>By the major brand, or for a general one by the first compatible brand that is known.</summary>
    /// <param name="head">The file's first bytes, with <c>ftyp</c> at the fifth.</param>
    public static ForeignFormat Find(ReadOnlySpan<byte> head)
    {
        var major = Brand(head.Slice(8));
        if (Brands.TryGetValue(major, out var kind))
            return kind;
        if (!Layouts.Contains(major, StringComparer.Ordinal))
            return Video;
        var end = Math.Min(head.Length - 4, Length(head) - 4);
        for (var at = 16; at <= end; at += 4)
        {
            if (Brands.TryGetValue(Brand(head.Slice(at)), out kind))
                return kind;
        }

        return new("a HEIF image");
    }

    private static int Length(ReadOnlySpan<byte> head)
    {
        var length = System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(head);
        return (int)Math.Min(length, 4096);
    }

    private static string Brand(ReadOnlySpan<byte> bytes) => new([(char)bytes[0], (char)bytes[1], (char)bytes[2], (char)bytes[3]]);
}
