using System.Buffers.Binary;
using Ideogram.Build.Datasets.Assets.Pictures;

namespace Ideogram.Build.Datasets.Assets.Inspection;

/// <summary>PNG (ISO/IEC 15948, third edition with animation): chunks, their order and their checksums. Compressed data is inflated
/// only for a small picture.</summary>
internal sealed class PngStructure(ImageReader reader) : ImageStructure(reader, ImageFormat.Png)
{
    private const int Paletted = 3;

    // In 100,000ths; cameras, screens and programs write 0.45 to 1. Outside, browsers, which apply it, show what a training, which does not, never sees.
    private const uint LeastGamma = 20_000;
    private const uint MaxGamma = 200_000;

    // ITU-T H.273.
    private const byte Bt2020 = 9;
    private const byte P3 = 12;

    // One pixel in a thousand: stray ones at an edge are not transparency that somebody uses.
    private const int MinTransparentShare = 1000;

    private readonly PngOrder _order = new();
    private int _colourType;
    private bool _isInterlaced;
    private PngColours? _colours;
    private PngPixels? _pixels;

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static bool IsSignature(ReadOnlySpan<byte> head) => head.StartsWith(Signature);

    public override ImageFault? Read()
    {
        Reader.Advance(Signature.Length);
        while (true)
        {
            var start = Reader.Offset;
            if (!Reader.TryPeek(8, out var bytes))
                return _order.HasPixels ? NoEnd() : Truncated("the PNG");
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes);
            var type = BinaryPrimitives.ReadUInt32BigEndian(bytes.Slice(4));
            if (length > int.MaxValue || !PngChunk.IsLetters(type))
                return Damaged(start, $"there should be a PNG chunk");
            if (type == PngChunk.AppleHeader)
                return Unsupported(start, "The file is a PNG in Apple's own form, made for apps by Xcode, which other software does not read.",
                    "Save it as an ordinary PNG.");
            if (_order.Check(type, length) is { } misplaced)
                return Damaged(start, $"{misplaced}");

            var crc = Crc32.Append(0, bytes.Slice(4));
            Reader.Advance(8);
            if (Understand(type, (int)length) is { } problem)
                return Damaged(start, $"{problem}");
            if (type == PngChunk.Data && length > 0 && BeginPixels() is { } pixels)
            {
                if (ReadPixels(pixels, (int)length) is { } broken)
                    return broken;
                continue;
            }

            if (!TryChecksum((int)length, ref crc) || !Reader.TryPeek(4, out bytes))
                return type == PngChunk.End ? NoEnd() : Truncated($"a PNG chunk {PngChunk.Name(type)}");
            var isWrong = BinaryPrimitives.ReadUInt32BigEndian(bytes) != crc;
            Reader.Advance(4);
            if (isWrong && PngChunk.IsCritical(type) && type != PngChunk.End)
                return Damaged(start, $"the checksum of the PNG chunk {PngChunk.Name(type)} is wrong");
            if (isWrong)
                Complain(start, $"the checksum of the PNG chunk {PngChunk.Name(type)} is wrong");
            if (type == PngChunk.End)
                return null;
        }
    }

    protected override ColourSpace Space => _colourType is 0 or 4 ? ColourSpace.Grey : ColourSpace.Rgb;

    // Without its pixels nothing is known, and nothing is said.
    protected override bool IsSeenThrough => _pixels?.Colours.Transparent * MinTransparentShare > (long)Width * Height;

    public override SmallPicture? Picture() => _pixels?.Picture;

    // Null if no picture is made, and behind the pixels.
    private PngPixels? BeginPixels()
    {
        if (_colours is null || _pixels is not null || IsLookCut)
            return null;
        var pixels = PngPixels.Create(Width, Height, _colours, _isInterlaced, PictureSide);
        IsLookCut = pixels is not null && Looks?.TryTake(pixels.Bytes) == false;
        return _pixels = IsLookCut ? null : pixels;
    }

    private ImageFault? ReadPixels(PngPixels pixels, int length)
    {
        using var data = new PngDataStream(Reader, _order, length);
        string? problem;
        try
        {
            problem = pixels.Read(data);
        }
        catch (InvalidDataException)
        {
            problem = "the PNG's compressed pixels do not decode";
        }

        var place = data.PieceOffset;
        data.Finish();
        return data.Fault ?? (problem is null ? null : Damaged(place, $"{problem}"));
    }

    private ImageFault NoEnd()
    {
        Reader.SkipToEnd();
        return Truncated(Reader.Offset, FormattableString.Invariant(
            $"The file ends after {Reader.Offset:N0} bytes without the end chunk of a PNG. The chunks before it are complete, but more ")
            + "chunks can be missing.");
    }

    private bool TryChecksum(int length, ref uint crc)
    {
        while (length > 0)
        {
            var window = Reader.Window();
            if (window.IsEmpty)
                return false;
            window = window.Slice(0, Math.Min(length, window.Length));
            crc = Crc32.Append(crc, window);
            Reader.Advance(window.Length);
            length -= window.Length;
        }

        return true;
    }

    /// <summary>Gives what is wrong, or null; also null for a chunk that is cut short, which shows right after.</summary>
    private string? Understand(uint type, int length)
    {
        switch (type)
        {
            case PngChunk.Header:
                return Reader.TryPeek(13, out var header) ? ReadHeader(header) : null;
            case PngChunk.Palette:
                var isPossible = length > 0 && length % 3 == 0 && length <= 3 * 256;
                if (!isPossible && _colourType == Paletted)
                    return "the PNG's palette is impossible";
                if (isPossible && Reader.TryPeek(length, out var palette))
                    _colours?.ReadPalette(palette);
                else if (!isPossible)
                    Complain(Reader.Offset - 8, $"the PNG's palette, which it does not need, is impossible");
                return null;
            case PngChunk.Transparency when _order.TakesTransparency(_colourType == Paletted):
                ReadTransparency(length);
                return null;
            case PngChunk.AnimationControl:
                // One frame is the picture itself. What some readers pass over, late or odd, others may follow.
                IsAnimated |= _order.HasPixels || length != 8 || !Reader.TryPeek(4, out var frames) || BinaryPrimitives.ReadUInt32BigEndian(frames) != 1;
                if (length != 8)
                    Complain(Reader.Offset - 8, $"the PNG's animation control has a wrong length");
                return null;
            case PngChunk.FrameData:
                // A picture of its own, which readers of animations show instead.
                IsAnimated = true;
                return null;
            case PngChunk.Gamma:
                IsAnimated |= length == 4 && Reader.TryPeek(4, out var gamma) && BinaryPrimitives.ReadUInt32BigEndian(gamma) is < LeastGamma or > MaxGamma;
                return null;
            case PngChunk.Exif when Orientation == 0:
                Orientation = ExifOrientation.Read(Reader.Peek(Math.Min(length, ImageReader.MaxPeek)));
                return null;
            case PngChunk.Profile when PictureSide > 0 && !_order.HasPixels:
                IsWideGamut |= ColourProfile.IsWideCompressed(Reader.Peek(Math.Min(length, ImageReader.MaxPeek)));
                return null;
            case PngChunk.CodePoints when PictureSide > 0 && length == 4 && Reader.TryPeek(1, out var primaries):
                IsWideGamut |= primaries[0] is Bt2020 or P3;
                return null;
            case PngChunk.Data when _colourType == Paletted && !_order.HasPalette:
                return "the PNG's palette is missing";
            default:
                return null;
        }
    }

    // With an alpha channel or with impossible values it is ignored.
    private void ReadTransparency(int length)
    {
        var fits = _colourType switch { 0 => length == 2, 2 => length == 6, Paletted => length is > 0 and <= 256, _ => false };
        HasAlpha |= fits;
        if (fits && Reader.TryPeek(length, out var values))
            _colours?.ReadTransparency(values);
        if (!fits && _colourType < 4)
            Complain(Reader.Offset - 8, $"the PNG's transparency does not fit its colours");
    }

    private string? ReadHeader(ReadOnlySpan<byte> header)
    {
        var width = BinaryPrimitives.ReadUInt32BigEndian(header);
        var height = BinaryPrimitives.ReadUInt32BigEndian(header.Slice(4));
        var (depth, colourType) = (header[8], header[9]);
        var plausible = colourType switch
        {
            0 => depth is 1 or 2 or 4 or 8 or 16,
            Paletted => depth is 1 or 2 or 4 or 8,
            2 or 4 or 6 => depth is 8 or 16,
            _ => false,
        };
        if (!plausible || width is 0 or > int.MaxValue || height is 0 or > int.MaxValue || header[10] != 0 || header[11] != 0 || header[12] > 1)
            return "the PNG's header is impossible";
        (Width, Height, BitsPerChannel, _colourType) = ((int)width, (int)height, depth, colourType);
        HasAlpha = colourType is 4 or 6;
        _isInterlaced = header[12] == 1;
        _colours = PictureSide > 0 ? new PngColours(depth, colourType) : null;
        return null;
    }
}
