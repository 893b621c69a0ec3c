using System.Buffers.Binary;

namespace Ideogram.Build.Chaos.Fuzzing;

/// <summary>JPEG's parts: marker and payload of each segment; the compressed pixels with what follows them are the last.</summary>
internal sealed class JpegParts : IImageParts
{
    public string[] Extensions => [".jpg", ".jpeg"];

    public IEnumerable<byte[]> Images() =>
    [
        TestImages.Jpeg(),
        TestImages.Jpeg(33, 21, 1, new() { Components = 1, Orientation = 6 }),
        TestImages.Jpeg(33, 21, 2, new() { Components = 4, RestartInterval = 3 }),
        TestImages.Jpeg(33, 21, 3, new() { Progressive = true, RestartInterval = 2, Orientation = 8 }),
        TestImages.Jpeg(33, 21, 4, new() { Precision = 12 }),
        TestImages.Jpeg(33, 21, 5, new() { HeightComesLater = true }),
    ];

    public List<byte[]> Split(byte[] image)
    {
        List<byte[]> parts = [];
        var at = 2;
        while (at + 4 <= image.Length && image[at] == 0xFF && image[at + 1] is not (0xD9 or 0xFF))
        {
            var isScan = image[at + 1] == 0xDA;
            var end = Math.Min(image.Length, at + 2 + BinaryPrimitives.ReadUInt16BigEndian(image.AsSpan(at + 2)));
            parts.Add([image[at + 1], .. image.AsSpan(at + 4, Math.Max(0, end - at - 4))]);
            at = end;
            if (isScan)
                break;
        }

        parts.Add([0, .. image.AsSpan(Math.Min(at, image.Length))]);
        return parts;
    }

    public byte[] Join(List<byte[]> parts)
    {
        List<byte> image = [0xFF, 0xD8];
        foreach (var part in parts.Where(part => part.Length > 0))
        {
            var length = part.Length + 1;
            if (part[0] != 0)
                image.AddRange([0xFF, part[0], (byte)(length >> 8), (byte)length]);
            image.AddRange(part.AsSpan(1));
        }

        return [.. image];
    }
}
