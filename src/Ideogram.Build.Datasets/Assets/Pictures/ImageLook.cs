namespace Ideogram.Build.Datasets.Assets.Pictures;

/// <summary>What an image looks like, as far as health asks.</summary>
/// <param name="Space">How its colours are stored.</param>
/// <param name="IsWideGamut">Whether its profile has other primaries than sRGB.</param>
/// <param name="IsSeenThrough">Whether a part of it is not opaque.</param>
/// <param name="Tone">Its light; null where the pixels were not looked at, as in WebP.</param>
internal sealed record ImageLook(ColourSpace Space, bool IsWideGamut, bool IsSeenThrough, PictureTone? Tone)
{
    public static ImageLook Read(BinaryReader reader) => new((ColourSpace)reader.ReadByte(), reader.ReadBoolean(), reader.ReadBoolean(),
        reader.ReadBoolean() ? PictureTone.Read(reader) : null);

    public void Write(BinaryWriter writer)
    {
        writer.Write((byte)Space);
        writer.Write(IsWideGamut);
        writer.Write(IsSeenThrough);
        writer.Write(Tone is not null);
        Tone?.Write(writer);
    }
}
