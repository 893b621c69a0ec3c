
namespace Ideogram.Build.Benchmarks.Sync;

/// <summary>The most memory of the real program with 2 GB in one dataset, against 20 MB.</summary>
internal sealed class UploadMemory(SyncProgram program) : IFigure
{
    private const int Rounds = 5;

    /// <summary>With the one that the sink shows from the start, a full dataset.</summary>
    private const int Images = 99;

    public string Name => "memory";

    public IReadOnlyList<Row> Measure(Photos photos)
    {
        using var repository = new Repository();
        using var sink = Sink.Start();
        string[] manifests = [Write(repository, sink, "large", 20_000_000), Write(repository, sink, "small", 200_000)];
        var peaks = manifests.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < manifests.Length; i++)
            {
                sink.Reset();
                peaks[i].Add(program.Run(sink, null, "upload", manifests[i]).PeakMegabytes);
            }
        }

        var (large, small) = (Clock.Median(peaks[0]), Clock.Median(peaks[1]));
        return [new("peak memory of an upload: 2 GB : 20 MB, 99 images each", Megabytes(large), Megabytes(small), Megabytes(large - small), "<= 10 MB")];
    }

    /// <summary>A dataset of 99 images of a size, which the sink expects.</summary>
    public static string Write(Repository repository, Sink sink, string id, int bytes)
    {
        var manifest = repository.Write(id, folder =>
        {
            var data = new byte[bytes - 500];
#pragma warning disable CA5394 // Filler.
            new Random(bytes).NextBytes(data);
#pragma warning restore CA5394
            for (var i = 0; i < Images; i++)
            {
                data[0] = (byte)i;
                List<byte> filler = new(bytes);
                filler.AddRange(PngBuilder.Chunk("prIv", data));
                var png = TestImages.Png("benchmark");
                File.WriteAllBytes(Path.Combine(folder, $"{i:000}.png"), [.. png.AsSpan(0, 33), .. filler, .. png.AsSpan(33)]);
            }
        });
        sink.Put(id, Repository.Names(manifest));
        return manifest;
    }

    private static string Megabytes(double value) => FormattableString.Invariant($"{value:N1} MB");
}
