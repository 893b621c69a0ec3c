using Ideogram.Build.Datasets.Assets.Inspection;
using Ideogram.Build.Datasets.Assets.Pictures;

namespace Ideogram.Build.Datasets.Assets.Caching;

/// <summary>An image's inspection, and the size and time of the file that it is true for.</summary>
internal sealed record CacheEntry(string Path, long Length, long ModifiedTicks, ImageInspection Inspection)
{
    public static CacheEntry Read(BinaryReader reader)
    {
        var (path, length, ticks) = (reader.ReadString(), reader.ReadInt64(), reader.ReadInt64());
        var image = new ImageInfo((ImageFormat)reader.ReadByte(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt64(), reader.ReadString())
        {
            BitsPerChannel = reader.ReadByte(),
            HasAlpha = reader.ReadBoolean(),
            IsAnimated = reader.ReadBoolean(),
            Appended = (AppendedData)reader.ReadByte(),
            Crc32 = reader.ReadBoolean() ? reader.ReadUInt32() : null,
            Orientation = reader.ReadByte(),
            Look = reader.ReadBoolean() ? ImageLook.Read(reader) : null,
        };
        var faults = new ImageFault[reader.ReadByte()];
        for (var i = 0; i < faults.Length; i++)
            faults[i] = new ImageFault((ImageFaultKind)reader.ReadByte(), reader.ReadInt64(), reader.ReadString(), reader.ReadString());
        return new CacheEntry(path, length, ticks, new ImageInspection(image, faults, image.Bytes, image.Sha256));
    }

    public void Write(BinaryWriter writer)
    {
        var image = Inspection.Image!;
        writer.Write(Path);
        writer.Write(Length);
        writer.Write(ModifiedTicks);
        writer.Write((byte)image.Format);
        writer.Write(image.Width);
        writer.Write(image.Height);
        writer.Write(image.Bytes);
        writer.Write(image.Sha256);
        writer.Write((byte)image.BitsPerChannel);
        writer.Write(image.HasAlpha);
        writer.Write(image.IsAnimated);
        writer.Write((byte)image.Appended);
        writer.Write(image.Crc32 is not null);
        if (image.Crc32 is { } checksum)
            writer.Write(checksum);
        writer.Write((byte)image.Orientation);
        writer.Write(image.Look is not null);
        image.Look?.Write(writer);
        writer.Write((byte)Inspection.Faults.Count);
        foreach (var fault in Inspection.Faults)
        {
            writer.Write((byte)fault.Kind);
            writer.Write(fault.Offset);
            writer.Write(fault.Text);
            writer.Write(fault.Advice);
        }
    }
}
