namespace Ideogram.Build.Datasets.Assets.Inspection;

/// <summary>What the file is instead, for the message.</summary>
/// <param name="Name">With its article.</param>
/// <param name="WayOut">What to do.</param>
internal sealed record ForeignFormat(string Name, string WayOut = "Convert it, or leave it out.")
{
    private const string Develop = "Develop it with the camera maker's or any raw program, and export a JPEG.";

    private const string LeaveOut = "Leave it out.";

    /// <summary>By the first bytes. Sources: the formats' own documents; where a format has several signatures, each.</summary>
    private static readonly (byte[] Signature, ForeignFormat Kind)[] Signatures =
    [
        .. Each("a GIF image", "GIF8"), .. Each("a JPEG XL image", "\0\0\0\fJXL ", "\u00FF\n"),
        .. Each("a JPEG 2000 image", "\0\0\0\fjP  ", "\u00FFO\u00FFQ"), .. Each("a JPEG XR image", "II\u00BC\u0001"),
        .. Each("a Photoshop document", "8BPS"), .. Each("a GIMP document", "gimp xcf"), .. Each("an icon file", "\0\0\u0001\0", "icns"),
            .. Each("a cursor file", "\0\0\u0002\0"),
        .. Each("an OpenEXR image", "v/1\u0001"), .. Each("a Radiance HDR image", "#?RADIANCE", "#?RGBE"), .. Each("a QOI image", "qoif"),
            .. Each("a DDS texture", "DDS "),
        .. Each("a BPG image", "BPG\u00FB"), .. Each("a FLIF image", "FLIF"), .. Each("a MNG animation", "\u008AMNG"), .. Each("a JNG image", "\u008BJNG"),
        .. Each("a DjVu document", "AT&TFORM"), .. Each("a PDF document", "%PDF-"), .. Each("a PostScript document", "%!PS", "\u00C5\u00D0\u00D3\u00C6"),
            .. Each("a Windows metafile", "\u00D7\u00CD\u00C6\u009A"),
        .. Each(new ForeignFormat("a ZIP archive", "Name it .zip to have its images taken, or leave it out."), ["PK\u0003\u0004", "PK\u0005\u0006"]),
        .. Each(
            new ForeignFormat("an archive", "Unpack it, or leave it out."),
            ["7z\u00BC\u00AF", "Rar!", "\u001F\u008B", "BZh", "\u00FD7zXZ", "(\u00B5/\u00FD"]),
        .. Each(new ForeignFormat("an Ogg audio or video file", LeaveOut), ["OggS"]),
        .. Each(new ForeignFormat("an audio file", LeaveOut), ["ID3", "fLaC", "FORM", ".snd", "MThd"]),
        .. Each(new ForeignFormat("a Windows Media file", LeaveOut), ["0&\u00B2u"]), .. Each(Video("a Matroska or WebM video"), ["\u001AE\u00DF\u00A3"]),
        .. Each(Video("an MPEG video"), ["\0\0\u0001\u00BA", "\0\0\u0001\u00B3"]), .. Each(Video("a Flash video"), ["FLV\u0001"]),
        .. Raw("a Fujifilm", "FUJIFILMCCD-RAW"), .. Raw("a Panasonic", "IIU\0"), .. Raw("an Olympus", "IIRO", "IIRS", "MMOR"),
            .. Raw("a Canon", "II\u001A\0\0\0HEAPCCDR"),
        .. Raw("a Minolta", "\0MRM"), .. Raw("a Sigma", "FOVb"),
    ];

    /// <summary>Null if the first bytes are not known.</summary>
    /// <param name="head">The first bytes; of a TIFF as many as there are, up to 64 KB.</param>
    public static ForeignFormat? Find(ReadOnlySpan<byte> head)
    {
        if (head.Length >= 12 && head.Slice(4).StartsWith("ftyp"u8))
            return IsoMediaFormat.Find(head);
        if (TiffFormat.IsTiff(head))
            return TiffFormat.CameraOf(head) is { } camera ? Raw(camera) : new("a TIFF image");
        if (head.StartsWith("RIFF"u8))
            return new("a RIFF file that is not WebP, such as AVI or WAV");
        if (head.StartsWith("BM"u8) && head.Length >= 10 && head.Slice(6, 4).SequenceEqual("\0\0\0\0"u8))
            return new("a BMP image");
        if (head.Length > 3 && head[0] == (byte)'P' && head[1] is >= (byte)'1' and <= (byte)'7' && head[2] is (byte)'\n' or (byte)' ' or (byte)'\r')
            return new("a Netpbm image");
        foreach (var (signature, kind) in Signatures)
        {
            if (head.StartsWith(signature))
                return kind;
        }

        return ForeignText.Find(head.Slice(0, Math.Min(head.Length, ForeignText.HeadSize)));
    }

    /// <summary>Moving pictures.</summary>
    /// <param name="name">With its article.</param>
    public static ForeignFormat Video(string name) => new(name, "Export a picture of it, or leave it out.");

    /// <summary>A camera's raw image.</summary>
    /// <param name="camera">The maker with its article, or the format's own name with one.</param>
    public static ForeignFormat Raw(string camera) => new($"{camera} camera raw image", Develop);

    private static IEnumerable<(byte[] Signature, ForeignFormat Kind)> Raw(string camera, params string[] signatures) => Each(Raw(camera), signatures);

    private static IEnumerable<(byte[] Signature, ForeignFormat Kind)> Each(string name, params string[] signatures) =>
        Each(new ForeignFormat(name), signatures);

    private static IEnumerable<(byte[] Signature, ForeignFormat Kind)> Each(ForeignFormat kind, string[] signatures) =>
        signatures.Select(signature => (signature.Select(c => (byte)c).ToArray(), kind));
}
