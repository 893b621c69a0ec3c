using System.Buffers.Binary;

namespace Ideogram.Build.Datasets.Assets.Inspection;

/// <summary>WebP (RFC 9649): RIFF chunks up to the size that the header states, and the first bytes of each bitstream.</summary>
internal sealed class WebPStructure(ImageReader reader) : ImageStructure(reader, ImageFormat.WebP)
{
    private const int ChunkHeader = 8;
    private const byte AnimationFlag = 0x02;
    private const byte AlphaFlag = 0x10;

    private long _end;
    private bool _isExtended;
    private bool _mayAnimate;
    private bool _hasImage;
    private int _pictures;

    public static bool IsSignature(ReadOnlySpan<byte> head) => head.Length >= 12 && head.StartsWith("RIFF"u8) && head.Slice(8).StartsWith("WEBP"u8);

    public override ImageFault? Read()
    {
        if (!Reader.TryPeek(12, out var header))
            return Truncated("the WebP header");
        _end = 8 + (long)BinaryPrimitives.ReadUInt32LittleEndian(header.Slice(4));
        if (_end < 12 + ChunkHeader || _end > uint.MaxValue - 1)
            return Damaged(4, $"the WebP states the impossible size {_end:N0}");
        Reader.Advance(12);
        for (var first = true; Reader.Offset < _end; first = false)
        {
            if (ReadChunk(first) is { } fault)
                return fault;
        }

        // A writer that states an odd size may have padded after it.
        if (_end % 2 != 0)
            Reader.TrySkip(1);
        // More than one picture, whichever of them a reader takes.
        IsAnimated = _pictures > 1;
        return _hasImage ? null : Damaged(Reader.Offset, $"the WebP ends before its image came");
    }

    private ImageFault? ReadChunk(bool first)
    {
        var start = Reader.Offset;
        var fault = ReadChunkHeader(_end, out var name, out var length);
        if (fault is not null)
            return fault;
        if (first && name is not (WebPChunk.Lossy or WebPChunk.Lossless or WebPChunk.Extended))
            return Damaged(start, $"the WebP does not begin with an image");
        _pictures += name is WebPChunk.Lossy or WebPChunk.Lossless or WebPChunk.Frame ? 1 : 0;
        switch (name)
        {
            case WebPChunk.Extended when first:
                fault = ReadExtended(start, length);
                break;
            case WebPChunk.Lossy or WebPChunk.Lossless when !_mayAnimate && !_hasImage:
                fault = ReadBitstream(start, name, length, out var frame);
                if (fault is null && _isExtended && (frame.Width, frame.Height) != (Width, Height))
                    return Damaged(start, $"the WebP's image and its canvas have different sizes");
                (Width, Height, HasAlpha, _hasImage) = (frame.Width, frame.Height, HasAlpha || frame.HasAlpha, true);
                break;
            case WebPChunk.Alpha when !_mayAnimate:
                fault = ReadAlpha(start, length);
                break;
            case WebPChunk.Frame when _mayAnimate:
                fault = ReadFrame(start, length);
                break;
            case WebPChunk.Animation when length < 6:
                return Damaged(start, $"the WebP's animation has no parameters");
            case WebPChunk.Profile when PictureSide > 0:
                IsWideGamut = ColourProfile.IsWide(Reader.Peek((int)Math.Min(length, ImageReader.MaxPeek)));
                break;
            case WebPChunk.Exif when Orientation == 0:
                Orientation = ExifOrientation.Read(Reader.Peek((int)Math.Min(length, ImageReader.MaxPeek)));
                break;
            default:
                break;
        }

        return fault ?? SkipTo(start + ChunkHeader + length, _end);
    }

    private ImageFault? ReadChunkHeader(long end, out uint name, out long length)
    {
        var start = Reader.Offset;
        (name, length) = (0, 0);
        if (!Reader.TryPeek((int)Math.Min(ChunkHeader, end - start), out var header))
            return Truncated("the WebP");
        if (header.Length < ChunkHeader)
            return Damaged(start, $"the WebP's sizes do not add up");
        name = BinaryPrimitives.ReadUInt32BigEndian(header);
        length = BinaryPrimitives.ReadUInt32LittleEndian(header.Slice(4));
        if (start + ChunkHeader + length > end)
            return Damaged(start, $"a WebP chunk states {length:N0} bytes and reaches beyond what holds it");
        Reader.Advance(ChunkHeader);
        return null;
    }

    // A chunk of odd length is padded; some writers forget it, and the size they state, after the last one.
    private ImageFault? SkipTo(long chunkEnd, long end)
    {
        if (!Reader.TrySkip(chunkEnd - Reader.Offset))
            return Truncated("the WebP");
        if (chunkEnd % 2 == 0 || chunkEnd == end)
            return null;
        return Reader.TrySkip(1) ? null : Truncated("the WebP");
    }

    private ImageFault? ReadExtended(long start, long length)
    {
        if (length != 10)
            return Damaged(start, $"the WebP's extended header has a wrong length");
        if (!Reader.TryPeek(10, out var bytes))
            return Truncated("the WebP header");
        _isExtended = true;
        _mayAnimate = (bytes[0] & AnimationFlag) != 0;
        HasAlpha = (bytes[0] & AlphaFlag) != 0;
        (Width, Height) = (Three(bytes.Slice(4)) + 1, Three(bytes.Slice(7)) + 1);
        return (long)Width * Height <= uint.MaxValue ? null : Damaged(start, $"the WebP states the impossible size {Width} x {Height}");
    }

    private ImageFault? ReadAlpha(long start, long length)
    {
        if (!Reader.TryPeek(1, out var bytes))
            return Truncated("the WebP's transparency");
        HasAlpha = true;
        // Compression 0 or 1, any of four filters, preprocessing 0 or 1.
        return length > 0 && (bytes[0] & 3) <= 1 && ((bytes[0] >> 4) & 3) <= 1 ? null : Damaged(start, $"the WebP's transparency is impossible");
    }

    private ImageFault? ReadBitstream(long start, uint name, long length, out WebPBitstream frame)
    {
        frame = default;
        if (!Reader.TryPeek((int)Math.Min(length, WebPBitstream.HeaderSize), out var bytes))
            return Truncated("the WebP's image");
        return WebPBitstream.Read(name, bytes, length, out frame) is { } problem ? Damaged(start, $"{problem}") : null;
    }

    private ImageFault? ReadFrame(long start, long length)
    {
        const int FrameHeader = 16;
        if (length < FrameHeader)
            return Damaged(start, $"a frame of the WebP has a wrong length");
        if (!Reader.TryPeek(FrameHeader, out var bytes))
            return Truncated("a frame of the WebP");
        var (x, y, width, height) = (2L * Three(bytes), 2L * Three(bytes.Slice(3)), Three(bytes.Slice(6)) + 1, Three(bytes.Slice(9)) + 1);
        if (x + width > Width || y + height > Height)
            return Damaged(start, $"a frame of the WebP does not fit on its canvas");
        Reader.Advance(FrameHeader);

        var end = start + ChunkHeader + length;
        var hasImage = false;
        while (Reader.Offset < end)
        {
            var inner = Reader.Offset;
            if (ReadChunkHeader(end, out var name, out var size) is { } fault)
                return fault;
            if (name is WebPChunk.Lossy or WebPChunk.Lossless)
            {
                if (ReadBitstream(inner, name, size, out var frame) is { } wrong)
                    return wrong;
                if (hasImage || (frame.Width, frame.Height) != (width, height))
                    return Damaged(inner, $"a frame of the WebP and its image have different sizes");
                (hasImage, HasAlpha) = (true, HasAlpha || frame.HasAlpha);
            }

            if ((name == WebPChunk.Alpha ? ReadAlpha(inner, size) : null) is { } problem)
                return problem;
            if (SkipTo(inner + ChunkHeader + size, end) is { } cut)
                return cut;
        }

        _hasImage = true;
        return hasImage ? null : Damaged(start, $"a frame of the WebP has no image");
    }

    private static int Three(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
