using System.Buffers.Binary;
using System.Text;

namespace Ideogram.Build.Chaos.Fuzzing;

/// <summary>PNG's parts: type and data of each chunk.</summary>
internal sealed class PngParts : IImageParts
{
    private const int Signature = 8;

    public string[] Extensions => [".png"];

    public IEnumerable<byte[]> Images() =>
    [
        TestImages.Png(options: new() { DataChunkSize = 50 }),
        TestImages.Png(33, 21, 1, new() { ColourType = 3, Transparency = false, Orientation = 6 }),
        TestImages.Png(33, 21, 2, new() { ColourType = 6, BitDepth = 16, Interlaced = true }),
        TestImages.Png(33, 21, 3, new() { ColourType = 0, BitDepth = 1, Transparency = true }),
        TestImages.Png(33, 21, 4, new() { Frames = 3, Orientation = 8 }),
    ];

    public List<byte[]> Split(byte[] image)
    {
        List<byte[]> parts = [];
        for (var at = Signature; at + 12 <= image.Length;)
        {
            var length = Math.Min(BinaryPrimitives.ReadUInt32BigEndian(image.AsSpan(at)), (uint)(image.Length - at - 12));
            parts.Add(image[(at + 4)..(at + 8 + (int)length)]);
            at += 12 + (int)length;
        }

        return parts;
    }

    public byte[] Join(List<byte[]> parts)
    {
        List<byte> image = [0x89, .. "PNG\r\n\x1A\n"u8];
        foreach (var part in parts.Where(part => part.Length >= 4))
            image.AddRange(PngBuilder.Chunk(Encoding.Latin1.GetString(part, 0, 4), part[4..]));
        return [.. image];
    }
}
