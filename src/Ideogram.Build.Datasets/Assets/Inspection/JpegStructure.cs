using System.Buffers.Binary;

namespace Ideogram.Build.Datasets.Assets.Inspection;

/// <summary>
/// JPEG (ITU-T T.81): markers, tables, frame and scans, from SOI to EOI. What a segment says is held against the frame and the tables
/// before it, as a decoder does; the compressed pixels are only searched for markers.
/// </summary>
internal sealed class JpegStructure(ImageReader reader) : ImageStructure(reader, ImageFormat.Jpeg)
{
    private readonly JpegTables _tables = new();
    private JpegFrame? _frame;
    private int _restartInterval;

    public override ImageFault? Read()
    {
        Reader.Advance(2);
        while (true)
        {
            if (ReadMarker(out var marker) is { } fault)
                return fault;
            if (marker == JpegMarker.EndOfImage)
                return End();
            if (marker != JpegMarker.Temporary && ReadSegment(marker) is { } wrong)
                return wrong;
        }
    }

    private ImageFault? ReadMarker(out byte marker)
    {
        var start = Reader.Offset;
        marker = 0;
        if (!Reader.TryPeek(2, out var bytes))
            return Truncated("the image, which has no end marker");
        if (bytes[0] != 0xFF)
            return Damaged(start, $"there should be a JPEG marker");
        // Any number of FF may come before a marker to fill.
        while (bytes[1] == 0xFF)
        {
            Reader.Advance(1);
            if (!Reader.TryPeek(2, out bytes))
                return Truncated("the image, which has no end marker");
        }

        marker = bytes[1];
        Reader.Advance(2);
        return marker is 0 or JpegMarker.StartOfImage || JpegMarker.IsRestart(marker) ? Damaged(start, $"the JPEG marker FF{marker:X2} is not allowed here") : null;
    }

    private ImageFault? ReadSegment(byte marker)
    {
        var start = Reader.Offset - 2;
        if (!Reader.TryPeek(2, out var bytes))
            return Truncated("a JPEG segment");
        var length = BinaryPrimitives.ReadUInt16BigEndian(bytes);
        if (length < 2)
            return Damaged(start, $"the JPEG segment FF{marker:X2} has the impossible length {length}");
        if (JpegMarker.IsSkipped(marker) && (marker != JpegMarker.Exif || Orientation != 0))
            return Reader.TrySkip(length) ? null : Truncated("a JPEG segment");
        if (!Reader.TryPeek(length, out bytes))
            return Truncated("a JPEG segment");

        if (marker == JpegMarker.HierarchicalProgression || marker == JpegMarker.Expand)
            return Unsupported(start, "The file is a hierarchical JPEG, which common software does not read. Save it as an ordinary JPEG.");
        if (Understand(marker, bytes.Slice(2), out var scan) is { } problem)
            return Damaged(start, $"{problem}");
        if (_frame is { IsLossless: true })
            return Unsupported(start, "The file is a lossless JPEG, which common software does not read. Save it as an ordinary JPEG.");
        if (_frame is { IsHierarchical: true })
            return Unsupported(start, "The file is a hierarchical JPEG, which common software does not read. Save it as an ordinary JPEG.");
        Reader.Advance(length);
        return scan is null ? null : new JpegScanReader(Reader, _restartInterval).Read(scan) ?? (_frame!.Height == 0 ? ReadNumberOfLines() : null);
    }

    /// <summary>Gives what is wrong with the segment, to end the words "damaged at byte …".</summary>
    private string? Understand(byte marker, ReadOnlySpan<byte> payload, out JpegScan? scan)
    {
        scan = null;
        switch (marker)
        {
            case JpegMarker.Exif:
                if (payload.StartsWith(ExifOrientation.Prefix))
                    Orientation = ExifOrientation.Read(payload);
                return null;
            case JpegMarker.HuffmanTables:
                return _tables.ReadHuffman(payload);
            case JpegMarker.QuantizationTables:
                return _tables.ReadQuantization(payload);
            case JpegMarker.ArithmeticConditioning:
                return JpegTables.CheckArithmetic(payload);
            case JpegMarker.RestartInterval:
                if (payload.Length != 2)
                    return "the JPEG restart interval has a wrong length";
                _restartInterval = BinaryPrimitives.ReadUInt16BigEndian(payload);
                return null;
            case JpegMarker.NumberOfLines:
                // Where the frame named the height already, decoders pass over this.
                return null;
            case JpegMarker.StartOfScan:
                return _frame is null ? "a JPEG scan comes before the frame's header" : JpegScan.Read(payload, _frame, _tables, out scan);
            default:
                return JpegMarker.IsStartOfFrame(marker) ? ReadFrame(marker, payload) : FormattableString.Invariant($"the JPEG marker FF{marker:X2} has no meaning");
        }
    }

    private string? ReadFrame(byte marker, ReadOnlySpan<byte> payload)
    {
        if (_frame is not null)
            return "there is a second JPEG frame";
        if (JpegFrame.Read(marker, payload, out _frame) is { } problem)
            return problem;
        (Width, Height, BitsPerChannel) = (_frame!.Width, _frame.Height, _frame.Precision);
        return null;
    }

    // A frame may leave its height open; then it stands right after the first scan.
    private ImageFault? ReadNumberOfLines()
    {
        if (ReadMarker(out var marker) is { } fault)
            return fault;
        var start = Reader.Offset - 2;
        if (marker == JpegMarker.NumberOfLines)
        {
            if (!Reader.TryPeek(4, out var bytes))
                return Truncated("the JPEG's height");
            Height = BinaryPrimitives.ReadUInt16BigEndian(bytes) == 4 ? BinaryPrimitives.ReadUInt16BigEndian(bytes.Slice(2)) : 0;
            Reader.Advance(4);
        }

        _frame!.Height = Height;
        return Height > 0 ? null : Damaged(start, $"the JPEG's height is 0 and is not made good after the first scan");
    }

    private ImageFault? End() =>
        _frame is null || _frame.Components.Any(c => !c.IsCoded) ? Damaged(Reader.Offset - 2, $"the JPEG ends before all of its colours came") : null;
}
