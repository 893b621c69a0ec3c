using Ideogram.Build.Datasets.Validation;

namespace Ideogram.Build.Benchmarks.Validation;

/// <summary>Manifests with images of 100 KB each, in folders of their own, all older than any cache minds.</summary>
internal sealed class Manifests : IDisposable
{
    public const int ImageBytes = 100_000;

    private static readonly DateTime LongAgo = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly TemporaryFolder _folder = new();
    private int _touched;

    public Manifests(int count, int images)
    {
        for (var m = 0; m < count; m++)
            Paths.Add(Write(m, images));
    }

    public List<string> Paths { get; } = [];

    public string Cache => Path.Combine(_folder.Path, "cache");

    public static string ImageOf(string manifest, int image) => Path.Combine(Path.GetDirectoryName(manifest)!, $"{image:000}.png");

    public void Validate(bool cached)
    {
        var validator = new DatasetValidator(new ValidatorOptions { CacheFolder = cached ? Cache : null });
        if (validator.Validate(Paths).FirstOrDefault(d => !d.IsValid) is { } wrong)
            throw new InvalidOperationException(wrong.Diagnostics[0].ToString());
    }

    /// <summary>Gives one image a time that no cache knows and every cache believes.</summary>
    public void Touch() => File.SetLastWriteTimeUtc(ImageOf(Paths[0], 0), LongAgo.AddHours(++_touched));

    public void Dispose() => _folder.Dispose();

    private string Write(int number, int images)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder.Path, $"set{number:0000}")).FullName;
        var manifest = Path.Combine(folder, "ideogram.yml");
        File.WriteAllText(manifest, $"name: Set {number}\nimages: ['*.png']\n");
        for (var i = 0; i < images; i++)
        {
            File.WriteAllBytes(ImageOf(manifest, i), Image((number * images) + i));
            File.SetLastWriteTimeUtc(ImageOf(manifest, i), LongAgo);
        }

        return manifest;
    }

    // An intact PNG brought to its size by a chunk that says nothing, different for each number.
    private static byte[] Image(int number)
    {
        List<byte> filler = [];
        var data = new byte[ImageBytes - 500];
        new Random(number).NextBytes(data);
        filler.AddRange(PngBuilder.Chunk("prIv", data));
        var png = TestImages.Png("benchmark");
        return [.. png.AsSpan(0, 33), .. filler, .. png.AsSpan(33)];
    }
}
