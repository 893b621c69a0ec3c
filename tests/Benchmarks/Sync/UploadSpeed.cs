using Ideogram.Build.Tests;

namespace Ideogram.Build.Benchmarks.Sync;

/// <summary>The photographs to a sink on loopback, against curl with the same batches at once. Both are timed by the sink.</summary>
internal sealed class UploadSpeed : IFigure
{
    private const int Rounds = 7;
    private const int Parallelism = 4;
    private const int BatchFiles = 20;
    private const long BatchBytes = 45_000_000;

    public string Name => "upload";

    public IReadOnlyList<Row> Measure(Photos photos)
    {
        using var repository = new Repository();
        using var sink = Sink.Start();
        var manifest = repository.Write("photos", folder =>
        {
            for (var i = 0; i < photos.Files.Count; i++) File.WriteAllBytes(Path.Combine(folder, Path.GetFileName(photos.Files[i])), Numbered(photos.Files[i], i));
        });
        sink.Put("photos", Repository.Names(manifest));
        var batches = Cut(Directory.EnumerateFiles(Path.GetDirectoryName(manifest)!).Where(f => f != manifest).Order(StringComparer.Ordinal));
        List<(double Phase, Timed Whole)> ours = [], curls = [];
        for (var round = 0; round <= Rounds; round++)
        {
            sink.Reset();
            var whole = Timed.Ours(sink.Address, "upload", manifest);
            if (sink.Bytes < photos.Bytes * 0.9) throw new InvalidOperationException("Not everything was uploaded.");
            if (round > 0) ours.Add((sink.UploadPhase, whole));
            sink.Reset();
            whole = Curl(sink.Address, batches);
            if (round > 0) curls.Add((sink.UploadPhase, whole));
        }

        double[] our = [Clock.Median([.. ours.Select(o => o.Phase)]), Clock.Median([.. ours.Select(o => o.Whole.Cpu)]), Clock.Median([.. ours.Select(o => o.Whole.Seconds - o.Phase)])];
        double[] curl = [Clock.Median([.. curls.Select(o => o.Phase)]), Clock.Median([.. curls.Select(o => o.Whole.Cpu)]), Clock.Median([.. curls.Select(o => o.Whole.Seconds - o.Phase)])];
        return
        [
            new($"upload phase, {batches.Count} batches, {Parallelism} at once : curl -F files=@…", Ms(our[0]), Ms(curl[0]), FormattableString.Invariant($"{our[0] / curl[0]:N2}"), "<= 1.1"),
            new("the same run: start, inspection, plan, read back and report : start", Ms(our[2]), Ms(curl[2]), "", ""),
            new("the same run: processor time, everything in it", Ms(our[1]), Ms(curl[1]), "", ""),
        ];
    }

    // Where photographs are few, some come twice; the program would send them once. A comment inside makes them differ.
    private static byte[] Numbered(string file, int number)
    {
        var bytes = File.ReadAllBytes(file);
        if (bytes[0] == 0xFF) return [.. bytes.AsSpan(0, 2), 0xFF, 0xFE, 0, 4, (byte)('0' + (number / 10)), (byte)('0' + (number % 10)), .. bytes.AsSpan(2)];
        if (bytes[0] != 0x89) return bytes;
        List<byte> comment = [];
        PngBuilder.Chunk(comment, "prIv", [(byte)number]);
        return [.. bytes.AsSpan(0, 33), .. comment, .. bytes.AsSpan(33)];
    }

    private static Timed Curl(Uri address, List<List<string>> batches)
    {
        var commands = batches.Select(b => string.Join(' ', b.Select(f => $"-F 'files=@{f}'")));
        var script = string.Join('\n', commands.Select(c => $"curl -s -f -o /dev/null -H 'Api-Key: benchmark' {c} '{address}datasets/photos/upload_assets'"));
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, script);
            return Timed.Run("xargs", "-a", file, "-d", "\\n", "-P", $"{Parallelism}", "-I{}", "sh", "-c", "{}");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static List<List<string>> Cut(IEnumerable<string> files)
    {
        List<List<string>> batches = [[]];
        long bytes = 0;
        foreach (var file in files)
        {
            var length = new FileInfo(file).Length;
            if (batches[^1].Count > 0 && (batches[^1].Count == BatchFiles || bytes + length > BatchBytes))
            {
                batches.Add([]);
                bytes = 0;
            }

            batches[^1].Add(file);
            bytes += length;
        }

        return batches;
    }

    private static string Ms(double seconds) => FormattableString.Invariant($"{seconds * 1000:N0} ms");
}
