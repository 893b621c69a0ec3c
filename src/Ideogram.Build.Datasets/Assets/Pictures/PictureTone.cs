namespace Ideogram.Build.Datasets.Assets.Pictures;

/// <summary>The light of a picture, 0 to 255.</summary>
/// <param name="Mean">Its mean.</param>
/// <param name="Low">Below it is one part in a hundred.</param>
/// <param name="High">Above it is one part in a hundred.</param>
/// <param name="Darkest">Its darkest cell.</param>
/// <param name="Brightest">Its brightest cell.</param>
/// <param name="Chroma">How far the colour that is farthest from grey is from it.</param>
/// <param name="Fingerprint">For comparing.</param>
internal sealed record PictureTone(byte Mean, byte Low, byte High, byte Darkest, byte Brightest, byte Chroma, Fingerprint Fingerprint)
{
    private const int Side = 64;

    public static PictureTone Of(SmallPicture picture)
    {
        var (red, green, blue) = PictureRgb.Resample(picture, Side);
        var light = new double[red.Length];
        var chroma = 0.0;
        for (var i = 0; i < light.Length; i++)
        {
            light[i] = (0.299 * red[i]) + (0.587 * green[i]) + (0.114 * blue[i]);
            chroma = Math.Max(chroma, Math.Max(Math.Max(Math.Abs(red[i] - green[i]), Math.Abs(green[i] - blue[i])), Math.Abs(red[i] - blue[i])));
        }

        var sorted = light.OrderBy(l => l).ToArray();
        return new PictureTone(Byte(light.Average()), Byte(sorted[sorted.Length / 100]), Byte(sorted[sorted.Length - 1 - (sorted.Length / 100)]),
            Byte(sorted[0]), Byte(sorted[sorted.Length - 1]), Byte(chroma), Fingerprint.Of(picture));
    }

    public static PictureTone Read(BinaryReader reader) => new(reader.ReadByte(), reader.ReadByte(), reader.ReadByte(), reader.ReadByte(), reader.ReadByte(),
        reader.ReadByte(), Fingerprint.Read(reader));

    public void Write(BinaryWriter writer)
    {
        writer.Write(new byte[] { Mean, Low, High, Darkest, Brightest, Chroma });
        Fingerprint.Write(writer);
    }

    private static byte Byte(double value) => (byte)Math.Min(Math.Max(Math.Round(value), 0), 255);
}
