namespace Ideogram.Build.Datasets.Assets.Pictures;

/// <summary>An image for comparing: its light in a square of 32, its two colour differences in squares of 16.</summary>
internal sealed class Fingerprint : IEquatable<Fingerprint>
{
    /// <summary>Cells of light in a row and in a column.</summary>
    public const int Side = 32;

    /// <summary>Cells of colour in a row and in a column.</summary>
    public const int ColourSide = 16;

    private const int Length = (Side * Side) + (2 * ColourSide * ColourSide);
    private const int Grey = 128;

    private readonly byte[] _bytes;

    private Fingerprint(byte[] bytes) => _bytes = bytes;

    /// <summary>The light, row by row.</summary>
    public ReadOnlySpan<byte> Light => _bytes.AsSpan(0, Side * Side);

    /// <summary>Red less light, row by row; half of it, from 128.</summary>
    public ReadOnlySpan<byte> ToRed => _bytes.AsSpan(Side * Side, ColourSide * ColourSide);

    /// <summary>Blue less light, likewise.</summary>
    public ReadOnlySpan<byte> ToBlue => _bytes.AsSpan((Side * Side) + (ColourSide * ColourSide));

    public static Fingerprint Of(SmallPicture picture)
    {
        var bytes = new byte[Length];
        var (red, green, blue) = PictureRgb.Resample(picture, Side);
        for (var i = 0; i < red.Length; i++)
            bytes[i] = Byte(Light(red[i], green[i], blue[i]));
        (red, green, blue) = PictureRgb.Resample(picture, ColourSide);
        for (var i = 0; i < red.Length; i++)
        {
            var light = Light(red[i], green[i], blue[i]);
            bytes[(Side * Side) + i] = Byte(((red[i] - light) / 2) + Grey);
            bytes[(Side * Side) + (ColourSide * ColourSide) + i] = Byte(((blue[i] - light) / 2) + Grey);
        }

        return new Fingerprint(bytes);

        static double Light(double red, double green, double blue) => (0.299 * red) + (0.587 * green) + (0.114 * blue);
    }

    /// <summary>The picture as programs show it that follow EXIF's orientation.</summary>
    /// <param name="orientation">From 1, which changes nothing, to 8.</param>
    public Fingerprint Turned(int orientation)
    {
        if (orientation == 1)
            return this;
        var bytes = new byte[Length];
        Turn(Light, bytes.AsSpan(), Side, orientation);
        Turn(ToRed, bytes.AsSpan(Side * Side), ColourSide, orientation);
        Turn(ToBlue, bytes.AsSpan((Side * Side) + (ColourSide * ColourSide)), ColourSide, orientation);
        return new Fingerprint(bytes);
    }

    public static Fingerprint Read(BinaryReader reader) =>
        reader.ReadBytes(Length) is { Length: Length } bytes ? new Fingerprint(bytes) : throw new EndOfStreamException();

    public void Write(BinaryWriter writer) => writer.Write(_bytes);

    public bool Equals(Fingerprint? other) => other is not null && _bytes.AsSpan().SequenceEqual(other._bytes);

    public override bool Equals(object? obj) => Equals(obj as Fingerprint);

    public override int GetHashCode() => _bytes.Aggregate(17, (hash, value) => unchecked((hash * 31) + value));

    private static void Turn(ReadOnlySpan<byte> from, Span<byte> to, int side, int orientation)
    {
        var last = side - 1;
        for (var y = 0; y < side; y++)
        {
            for (var x = 0; x < side; x++)
            {
                var (column, row) = orientation switch
                {
                    2 => (last - x, y),
                    3 => (last - x, last - y),
                    4 => (x, last - y),
                    5 => (y, x),
                    6 => (y, last - x),
                    7 => (last - y, last - x),
                    8 => (last - y, x),
                    _ => (x, y),
                };
                to[(y * side) + x] = from[(row * side) + column];
            }
        }
    }

    private static byte Byte(double value) => (byte)Math.Min(Math.Max(Math.Round(value), 0), 255);
}
