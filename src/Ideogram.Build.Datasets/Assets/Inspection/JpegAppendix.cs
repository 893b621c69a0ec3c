namespace Ideogram.Build.Datasets.Assets.Inspection;

/// <summary>What a JPEG's segments announce, and what then follows its end: further pictures, a gain map, a video.</summary>
internal sealed class JpegAppendix
{
    /// <summary>How many bytes after the image's end are needed to recognise what follows.</summary>
    public const int HeadSize = 8;

    private bool _hasPictures;
    private bool _hasGainMap;
    private bool _hasVideo;

    private static ReadOnlySpan<byte> Xmp => "http://ns.adobe.com/xap/1.0/\0"u8;

    /// <summary>Takes note of an APP1 or APP2 segment.</summary>
    public void Read(ReadOnlySpan<byte> payload)
    {
        // CIPA DC-007, the Multi-Picture Format.
        _hasPictures |= payload.StartsWith("MPF\0"u8);
        _hasGainMap |= payload.StartsWith("urn:iso:std:iso:ts:21496:-1\0"u8);
        if (!payload.StartsWith(Xmp))
            return;
        _hasGainMap |= payload.IndexOf("hdrgm:"u8) >= 0;
        _hasVideo |= payload.IndexOf("MotionPhoto"u8) >= 0 || payload.IndexOf("MicroVideo"u8) >= 0;
    }

    /// <summary>What follows, by what was announced and by its first bytes.</summary>
    public AppendedData Identify(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty)
            return AppendedData.None;
        if (_hasVideo || (head.Length == HeadSize && head.EndsWith("ftyp"u8)))
            return AppendedData.Video;
        if (_hasGainMap)
            return AppendedData.GainMap;
        return _hasPictures ? AppendedData.Pictures : AppendedData.None;
    }
}
