using System.Buffers.Binary;
using System.IO.Compression;
using Ideogram.Build.Benchmarks.Validation;

namespace Ideogram.Build.Benchmarks.Health;

/// <summary>The most memory that <c>ideogram-build validate</c> with health has for images that are huge, or say so, against a hundred of
/// 100 KB without health.</summary>
internal sealed class HealthMemory(Lazy<PublishedProgram> program) : IFigure
{
    private const int Rounds = 3;
    private const int Small = 100;
    private const int Claimed = 65_000;

    // Nearly all that is inflated of one image.
    private const int Side = 13_000;
    private const string Limits = "limits: { file-size: 3GB, total-size: 3GB }\n";

    public string Name => "memory";

    public IReadOnlyList<Row> Measure(Photos photos)
    {
        using var folder = new TemporaryFolder();
        using var small = new Manifests(1, Small);
        File.AppendAllText(small.Paths[0], Limits);
        var hundred = Median(small.Paths[0], 0, withHealth: false);
        var many = Median(small.Paths[0], 0, withHealth: true);
        return
        [
            new($"peak memory, {Small} images of 100 KB: with health : without", Megabytes(many), Megabytes(hundred), Megabytes(many - hundred), ""),
            .. Images(folder.Path).Select(image =>
            {
                var manifest = Path.Combine(folder.Path, image.File + ".ideogram.yml");
                File.WriteAllText(manifest, $"name: Huge\nimages: ['{image.File}']\n{Limits}");
                var one = Median(manifest, image.ExitCode, withHealth: true);
                File.Delete(Path.Combine(folder.Path, image.File));
                return new Row($"  {image.What}, with health : the same {Small} without", Megabytes(one), Megabytes(hundred), Megabytes(one - hundred),
                    "<= 16 MB");
            }),
        ];
    }

    // Each is made when its turn comes.
    private static IEnumerable<(string What, string File, int ExitCode)> Images(string folder)
    {
        HugePng.Write(Path.Combine(folder, "large.png"));
        yield return ("a PNG of 2 GB", "large.png", 0);
        using (var file = File.Create(Path.Combine(folder, "wide.png")))
            WritePng(file, Side, Side);
        yield return ($"a PNG of {Side} x {Side}, inflated", "wide.png", 0);
        using (var file = File.Create(Path.Combine(folder, "claim.png")))
            WritePng(file, Claimed, 1_000, Claimed);
        yield return ($"a PNG that says {Claimed} x {Claimed}", "claim.png", 1);
        var jpeg = TestImages.Jpeg(512, 512);
        var frame = jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 5), Claimed);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 7), Claimed);
        File.WriteAllBytes(Path.Combine(folder, "claim.jpg"), jpeg);
        yield return ($"a JPEG that says {Claimed} x {Claimed}", "claim.jpg", 1);
        byte[] size = [(Claimed - 1) & 255, (Claimed - 1) >> 8, 0];
        var pixels = TestImages.WebP(64, 48).AsSpan(12).ToArray();
        File.WriteAllBytes(Path.Combine(folder, "claim.webp"),
            WebPBuilder.Riff([.. "WEBP"u8, .. WebPBuilder.Chunk("VP8X", [0, 0, 0, 0, .. size, .. size]), .. pixels]));
        yield return ($"a WebP that says {Claimed} x {Claimed}", "claim.webp", 1);
    }

    // Black, in three channels.
    private static void WritePng(Stream to, int width, int rows, int? height = null)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var row = new byte[1 + (3 * width)];
            for (var y = 0; y < rows; y++)
                zlib.Write(row);
        }

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height ?? rows);
        (header[8], header[9]) = (8, 2);
        to.Write([0x89, .. "PNG\r\n\x1A\n"u8, .. PngBuilder.Chunk("IHDR", header)]);
        to.Write([.. PngBuilder.Chunk("IDAT", packed.ToArray()), .. PngBuilder.Chunk("IEND", [])]);
    }

    private double Median(string manifest, int expected, bool withHealth) =>
        Clock.Median([.. Enumerable.Range(0, Rounds).Select(_ => Peak.Of(program.Value.Validate(manifest, withHealth), expected))]);

    private static string Megabytes(double value) => FormattableString.Invariant($"{value:N1} MB");
}
