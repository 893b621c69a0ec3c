using System.Buffers.Binary;
using Ideogram.Build.Datasets.Assets.Pictures;

namespace Ideogram.Build.Datasets.Assets.Inspection;

/// <summary>
/// JPEG (ITU-T T.81): markers, tables, frame and scans, from SOI to EOI. Each segment is compared with the frame and the tables
/// before it, as a decoder does; the compressed pixels are only searched for markers.
/// </summary>
internal sealed class JpegStructure(ImageReader reader) : ImageStructure(reader, ImageFormat.Jpeg)
{
    private readonly JpegTables _tables = new();
    private readonly JpegAppendix _appendix = new();
    private readonly JpegColour _colour = new();
    private JpegFrame? _frame;
    private int _restartInterval;

    public static bool IsSignature(ReadOnlySpan<byte> head) => head.Length >= 2 && head[0] == 0xFF && head[1] == JpegMarker.StartOfImage;

    public override ImageFault? Read()
    {
        Reader.Advance(2);
        while (true)
        {
            if (ReadMarker(out var marker) is { } fault)
                return fault;
            if (marker == JpegMarker.EndOfImage)
                return End();
            if (ReadSegment(marker) is { } wrong)
                return wrong;
        }
    }

    protected override ColourSpace Space => _frame is null ? ColourSpace.Rgb : _colour.Identify(_frame) switch
    {
        PictureColour.Grey => ColourSpace.Grey,
        PictureColour.Rgb or PictureColour.YCbCr => ColourSpace.Rgb,
        _ => ColourSpace.Cmyk,
    };

    public override SmallPicture? Picture() => _frame?.Components[0].Plane is null ? null : new(_colour.Identify(_frame), [.. _frame.Components.Select(Plane)]);

    public override bool FindAppended()
    {
        Appended = _appendix.Identify(Reader.Peek(JpegAppendix.HeadSize));
        if (Appended == AppendedData.None)
            return false;
        Reader.SkipToEnd();
        return true;
    }

    // Between two segments decoders skip bytes that are not a marker, and markers without a segment.
    private ImageFault? ReadMarker(out byte marker)
    {
        var start = Reader.Offset;
        var stray = 0L;
        marker = 0;
        while (marker is 0 or 0xFF or JpegMarker.Temporary || JpegMarker.IsRestart(marker))
        {
            if (!Reader.TryPeek(2, out var bytes))
                return Truncated("the image, which has no end marker");
            // Programs know a JPEG by its first marker.
            if (bytes[0] != 0xFF && start == 2)
                return Damaged(start, $"there should be a JPEG marker");
            var step = bytes[0] == 0xFF ? 2 : StrayLength(Reader.Window());
            marker = bytes[0] == 0xFF ? bytes[1] : (byte)0;
            // Any number of FF may come before a marker to fill; FF 00 is not a marker.
            stray += marker == 0 ? step : 0;
            Reader.Advance(marker == 0xFF ? 1 : step);
        }

        if (stray > 0)
            Complain(start, $"{(stray == 1 ? "one stray byte" : FormattableString.Invariant($"{stray:N0} stray bytes"))} between two segments of the JPEG");
        return marker == JpegMarker.StartOfImage ? Damaged(Reader.Offset - 2, $"a second JPEG begins inside the first") : null;
    }

    // A block's first coefficient is eight times its mean, and grey is 0.
    private PicturePlane Plane(JpegComponent component) => new(
        component.Plane!,
        _frame!.Width * component.Horizontal / (8.0 * _frame.MaxHorizontal),
        _frame.Height * component.Vertical / (8.0 * _frame.MaxVertical),
        Scale: 1 / 8.0,
        Offset: 128);

    private static int StrayLength(ReadOnlySpan<byte> window)
    {
        var next = window.IndexOf((byte)0xFF);
        return next < 0 ? window.Length : next;
    }

    private ImageFault? ReadSegment(byte marker)
    {
        var start = Reader.Offset - 2;
        if (!Reader.TryPeek(2, out var bytes))
            return Truncated("a JPEG segment");
        var length = BinaryPrimitives.ReadUInt16BigEndian(bytes);
        // A comment or application segment that says it has no length at all harms nothing.
        if (JpegMarker.IsSkipped(marker))
            length = Math.Max(length, (ushort)2);
        if (length < 2)
            return Damaged(start, $"the JPEG segment FF{marker:X2} has the impossible length {length}");
        if (JpegMarker.IsSkipped(marker) && marker is not (JpegMarker.FirstApplication or JpegMarker.Exif or JpegMarker.MultiPicture or JpegMarker.Adobe))
            return Reader.TrySkip(length) ? null : Truncated("a JPEG segment");
        if (!Reader.TryPeek(length, out bytes))
            return Truncated("a JPEG segment");

        if (marker is JpegMarker.HierarchicalProgression or JpegMarker.Expand)
            return Uncommon(start, "a hierarchical JPEG");
        if (marker == JpegMarker.LosslessFrame)
            return Uncommon(start, "a JPEG-LS image");
        if (Understand(marker, bytes.Slice(2), out var scan) is { } problem)
            return Damaged(start, $"{problem}");
        if (_frame?.UncommonKind is { } kind)
            return Uncommon(start, kind);
        if (scan is { Continues: false })
            Complain(start, $"a scan of the JPEG does not continue the scans before it");
        Reader.Advance(length);
        return scan is null ? null : new JpegScanReader(Reader, _restartInterval).Read(scan);
    }

    private static ImageFault Uncommon(long offset, string kind) => Unsupported(
        offset, $"The file is {kind}, which common software does not read.", "Save it as an ordinary JPEG.");

    /// <summary>Gives what is wrong with the segment, to end the words "damaged at byte …".</summary>
    private string? Understand(byte marker, ReadOnlySpan<byte> payload, out JpegScan? scan)
    {
        scan = null;
        switch (marker)
        {
            case JpegMarker.Exif when payload.StartsWith(ExifOrientation.Prefix):
                if (Orientation == 0)
                    Orientation = ExifOrientation.Read(payload);
                return null;
            case JpegMarker.FirstApplication or JpegMarker.Adobe:
                _colour.Read(payload);
                return null;
            case JpegMarker.MultiPicture when payload.StartsWith(ColourProfile.Prefix):
                // The first part has the primaries.
                if (PictureSide > 0 && payload.Length > ColourProfile.Prefix.Length + 2 && payload[ColourProfile.Prefix.Length] == 1)
                    IsWideGamut = ColourProfile.IsWide(payload.Slice(ColourProfile.Prefix.Length + 2));
                return null;
            case JpegMarker.Exif or JpegMarker.MultiPicture:
                _appendix.Read(payload);
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
                // The frame names the height; decoders pass over this.
                return null;
            case JpegMarker.StartOfScan:
                return _frame is null ? "a JPEG scan comes before the frame's header" : JpegScan.Read(payload, _frame, _tables, out scan);
            default:
                return JpegMarker.IsStartOfFrame(marker) ? ReadFrame(marker, payload)
                    : FormattableString.Invariant($"the JPEG marker FF{marker:X2} has no meaning");
        }
    }

    private string? ReadFrame(byte marker, ReadOnlySpan<byte> payload)
    {
        if (_frame is not null)
            return "there is a second JPEG frame";
        if (JpegFrame.Read(marker, payload, out _frame) is { } problem)
            return problem;
        (Width, Height, BitsPerChannel) = (_frame!.Width, _frame.Height, _frame.Precision);
        if (PictureSide > 0 && _frame.UncommonKind is null)
        {
            foreach (var component in _frame.Components)
                component.Plane = new PixelPlane(_frame.Columns(component), _frame.Rows(component), PictureSide);
        }

        return null;
    }

    private ImageFault? End() =>
        _frame is null || _frame.Components.Any(c => !c.IsCoded) ? Damaged(Reader.Offset - 2, $"the JPEG ends before all of its colours came") : null;
}
