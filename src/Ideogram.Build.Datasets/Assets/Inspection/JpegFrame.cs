using System.Buffers.Binary;

namespace Ideogram.Build.Datasets.Assets.Inspection;

/// <summary>The frame's header (SOF): size, precision and components.</summary>
internal sealed class JpegFrame
{
    private const int EightBits = 8;
    private const int TwelveBits = 12;

    private readonly byte _kind;

    private JpegFrame(byte kind, ReadOnlySpan<byte> payload)
    {
        _kind = kind;
        Precision = payload[0];
        Height = BinaryPrimitives.ReadUInt16BigEndian(payload.Slice(1));
        Width = BinaryPrimitives.ReadUInt16BigEndian(payload.Slice(3));
        Components = new JpegComponent[payload[5]];
        for (var i = 0; i < Components.Length; i++)
            Components[i] = new JpegComponent(payload.Slice(6 + (3 * i), 3));
        MaxHorizontal = Components.Max(c => c.Horizontal);
        MaxVertical = Components.Max(c => c.Vertical);
    }

    public int Precision { get; }

    public int Width { get; }

    /// <summary>0 where the lines are numbered after the first scan.</summary>
    public int Height { get; }

    public JpegComponent[] Components { get; }

    public int MaxHorizontal { get; }

    public int MaxVertical { get; }

    public bool IsProgressive => (_kind & 3) == 2;

    /// <summary>How many blocks of a colour the image covers in a row.</summary>
    public int Columns(JpegComponent component) => Ceiling(Ceiling(Width * component.Horizontal, MaxHorizontal), 8);

    /// <summary>How many rows of blocks of a colour the image covers.</summary>
    public int Rows(JpegComponent component) => Ceiling(Ceiling(Height * component.Vertical, MaxVertical), 8);

    /// <summary>What this JPEG is, if common software does not read its kind; else null.</summary>
    public string? UncommonKind => this switch
    {
        { IsLossless: true } => "a lossless JPEG",
        { _kind: var kind } when (kind & 7) > 4 => "a hierarchical JPEG",
        { _kind: > JpegMarker.Reserved } => "a JPEG with arithmetic coding",
        { Precision: > EightBits } => FormattableString.Invariant($"a JPEG with {Precision} bits per colour"),
        { Components.Length: 2 } => "a JPEG with two colour components",
        { Height: 0 } => "a JPEG that gives its height only after its first scan",
        _ => null,
    };

    private bool IsLossless => (_kind & 3) == 3;

    /// <summary>Gives what is wrong, or null.</summary>
    public static string? Read(byte kind, ReadOnlySpan<byte> payload, out JpegFrame? frame)
    {
        frame = null;
        if (payload.Length < 6 || payload.Length != 6 + (3 * payload[5]) || payload[5] == 0)
            return "the JPEG frame's header has a wrong length";
        if (payload[5] > 4)
            return FormattableString.Invariant($"the JPEG says that it has {payload[5]} colour components");
        var read = new JpegFrame(kind, payload);
        if (read.Width == 0)
            return "the JPEG says that it has no width";
        if (!read.IsLossless && read.Precision is not (EightBits or TwelveBits))
            return FormattableString.Invariant($"the JPEG says that it has {read.Precision} bits per colour");
        if (read.Components.Any(c => !c.IsPlausible || read.MaxHorizontal % c.Horizontal != 0 || read.MaxVertical % c.Vertical != 0))
            return "the JPEG's sampling factors are impossible";
        frame = read;
        return null;
    }

    private static int Ceiling(int value, int divisor) => (value + divisor - 1) / divisor;
}
