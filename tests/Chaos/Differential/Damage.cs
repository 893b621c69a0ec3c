using System.Buffers.Binary;

namespace Ideogram.Build.Chaos.Differential;

/// <summary>One way to harm an intact image, as disks, networks and programs do.</summary>
/// <param name="Name">For the table.</param>
/// <param name="Apply">Gives the harmed bytes and says what was done; null where it does not apply to the image.</param>
internal sealed record Damage(string Name, Func<byte[], Random, (byte[] Bytes, string What)?> Apply)
{
    /// <summary>The one damage that can be told only by decoding, since any value is plausible: docs/diagnostics.md says so.</summary>
    public const string WebPBitstream = "WebP bitstream";

    public static IReadOnlyList<Damage> All { get; } =
    [
        new("tail cut", CutTail),
        new("JPEG header", (bytes, random) => IsJpeg(bytes) ? ChangeOneOf(bytes, JpegHeaders(bytes), random) : null),
        new("PNG chunk", (bytes, random) => IsPng(bytes) ? ChangeOneOf(bytes, PngChunks(bytes, random), random) : null),
        new("RIFF size", (bytes, random) => IsWebP(bytes) ? ChangeOneOf(bytes, [4, 5, 6, 7], random) : null),
        new("WebP header", (bytes, random) => IsWebP(bytes) ? ChangeOneOf(bytes, [0, 1, 2, 3, .. Enumerable.Range(8, 12), .. Checkable(bytes)], random) : null),
        new(WebPBitstream, (bytes, random) => IsWebP(bytes) && bytes[15] != 'X'
            ? ChangeOneOf(bytes, [.. Enumerable.Range(20, bytes[15] == 'L' ? 5 : 10).Except(Checkable(bytes))], random)
            : null),
    ];

    // As many small cuts as large ones.
    private static (byte[] Bytes, string What)? CutTail(byte[] bytes, Random random)
    {
        var cut = (int)Math.Pow(bytes.Length - 32, random.NextDouble());
        return (bytes[..^cut], $"{cut} of {bytes.Length} bytes cut off");
    }

    private static (byte[] Bytes, string What)? ChangeOneOf(byte[] bytes, IReadOnlyList<int> places, Random random)
    {
        var place = places[random.Next(places.Count)];
        var changed = bytes.ToArray();
        // Half of the time one bit, else any other value.
        changed[place] ^= (byte)(random.Next(2) == 0 ? 1 << random.Next(8) : random.Next(1, 256));
        return (changed, $"byte {place} changed from {bytes[place]:X2} to {changed[place]:X2}");
    }

    private static bool IsJpeg(byte[] bytes) => bytes[0] == 0xFF;

    private static bool IsPng(byte[] bytes) => bytes[0] == 0x89;

    private static bool IsWebP(byte[] bytes) => bytes[0] == (byte)'R';

    // Everything that steers decoding, up to the first scan's pixels; of other segments the marker and the length.
    private static List<int> JpegHeaders(byte[] bytes)
    {
        List<int> places = [0, 1];
        for (var at = 2; ;)
        {
            var marker = bytes[at + 1];
            var length = 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at + 2));
            places.AddRange(Enumerable.Range(at, marker is (>= 0xE0 and <= 0xEF) or 0xFE ? 4 : length));
            at += length;
            if (marker == 0xDA)
                return places;
        }
    }

    // Of the first chunk: VP8X all, VP8 its start code, VP8L its signature.
    private static IEnumerable<int> Checkable(byte[] bytes) => bytes[15] switch { (byte)'X' => Enumerable.Range(20, 10), (byte)'L' => [20], _ => [23, 24, 25] };

    // A chunk is as likely as any other, however long it is.
    private static List<int> PngChunks(byte[] bytes, Random random)
    {
        List<(int At, int Length)> chunks = [(0, 8)];
        for (var at = 8; at < bytes.Length;)
        {
            var length = 12 + BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));
            chunks.Add((at, length));
            at += length;
        }

        var chunk = chunks[random.Next(chunks.Count)];
        return [.. Enumerable.Range(chunk.At, chunk.Length)];
    }
}
