using System.Buffers.Binary;
using System.Text;

namespace Ideogram.Build.Chaos.Fuzzing;

/// <summary>WebP's parts: name and data of each chunk.</summary>
internal sealed class WebPParts : IImageParts
{
    private const int Header = 12;

    public string[] Extensions => [".webp"];

    public IEnumerable<byte[]> Images() =>
    [
        TestImages.WebP(),
        TestImages.WebP(33, 21, 1, new() { Alpha = true }),
        TestImages.WebP(33, 21, 2, new() { Orientation = 6 }),
        TestImages.WebP(33, 21, 3, new() { Frames = 3, Alpha = true }),
    ];

    public List<byte[]> Split(byte[] image)
    {
        List<byte[]> parts = [];
        for (var at = Header; at + 8 <= image.Length;)
        {
            var length = (int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(image.AsSpan(at + 4)), (uint)(image.Length - at - 8));
            parts.Add([.. image.AsSpan(at, 4), .. image.AsSpan(at + 8, length)]);
            at += 8 + length + (length % 2);
        }

        return parts;
    }

    public byte[] Join(List<byte[]> parts)
    {
        List<byte> body = [.. "WEBP"u8];
        foreach (var part in parts.Where(part => part.Length >= 4))
            body.AddRange(WebPBuilder.Chunk(Encoding.Latin1.GetString(part, 0, 4), part[4..]));
        return WebPBuilder.Riff([.. body]);
    }
}
