using System.Diagnostics;
using System.Security.Cryptography;
using Ideogram.Build.Tests;

namespace Ideogram.Build.Benchmarks.Sync;

/// <summary>The photographs to a sink on loopback, against curl with the same batches at once. Both are timed by the sink.</summary>
internal sealed class UploadSpeed(Program program) : IFigure
{
    private const int Rounds = 7;
    private const int MostImages = 99;
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
            // Each once, for the program would send a double once; and with the file that the sink shows from the start no more than a dataset holds.
            var distinct = photos.Files.Select((file, i) => (Name: Path.GetFileName(file), Bytes: Numbered(file, i))).DistinctBy(f => Convert.ToHexString(SHA256.HashData(f.Bytes)));
            foreach (var (name, bytes) in distinct.Take(MostImages)) File.WriteAllBytes(Path.Combine(folder, name), bytes);
        });
        sink.Put("photos", Repository.Names(manifest));
        var batches = Cut(Directory.EnumerateFiles(Path.GetDirectoryName(manifest)!).Where(f => f != manifest).Order(StringComparer.Ordinal));
        List<Phases> ours = [], curls = [], hashed = [];
        for (var round = 0; round <= Rounds; round++)
        {
            sink.Reset();
            var whole = program.Run(sink, null, "upload", manifest);
            Check();
            if (round > 0) ours.Add(new(sink.UploadPhase, whole.Cpu, sink.StartPhase(whole), sink.PlanPhase, sink.ReadBackPhase, sink.EndPhase(whole)));
            sink.Reset();
            whole = Curl(sink.Address, batches, hash: false);
            Check();
            if (round > 0) curls.Add(new(sink.UploadPhase, whole.Cpu, sink.StartPhase(whole), 0, 0, 0));
            sink.Reset();
            whole = Curl(sink.Address, batches, hash: true);
            Check();
            if (round > 0) hashed.Add(new(Stopwatch.GetElapsedTime(sink.UploadBegan, whole.Ended).TotalSeconds, whole.Cpu, 0, 0, 0, 0));
        }

        void Check()
        {
            if (sink.Bytes < batches.Sum(b => b.Sum(f => new FileInfo(f).Length))) throw new InvalidOperationException("Not everything was uploaded.");
        }

        var (our, curl, both) = (Phases.Median(ours), Phases.Median(curls), Phases.Median(hashed));
        return
        [
            new($"upload phase, {batches.Sum(b => b.Count)} photographs in {batches.Count} batches, {Parallelism} at once : curl -F files=@…", Ms(our.Upload), Ms(curl.Upload), Ratio(our.Upload, curl.Upload), "<= 1.1"),
            new("  : curl with openssl dgst -sha256 of the same files beside it", Ms(our.Upload), Ms(both.Upload), Ratio(our.Upload, both.Upload), ""),
            new("  the same runs, before the upload: start and inspection : start of curl", Ms(our.Start), Ms(curl.Start), "", ""),
            new("  the same runs, before the upload: plan", Ms(our.Plan), "", "", ""),
            new("  the same runs, after the upload: read back", Ms(our.ReadBack), "", "", ""),
            new("  the same runs, after the upload: report and end", Ms(our.End), "", "", ""),
            new("  the same runs: processor time, everything in it : curl", Ms(our.Cpu), Ms(curl.Cpu), Ratio(our.Cpu, curl.Cpu), ""),
        ];
    }

    /// <summary>Seconds.</summary>
    private sealed record Phases(double Upload, double Cpu, double Start, double Plan, double ReadBack, double End)
    {
        public static Phases Median(IReadOnlyList<Phases> runs) => new(
            Of(runs, r => r.Upload), Of(runs, r => r.Cpu), Of(runs, r => r.Start), Of(runs, r => r.Plan), Of(runs, r => r.ReadBack), Of(runs, r => r.End));

        private static double Of(IReadOnlyList<Phases> runs, Func<Phases, double> phase) => Clock.Median([.. runs.Select(phase)]);
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

    private static Timed Curl(Uri address, List<List<string>> batches, bool hash)
    {
        var commands = batches.Select(b => $"curl -s -f -o /dev/null -H 'Api-Key: benchmark' {string.Join(' ', b.Select(f => $"-F 'files=@{f}'"))} '{address}datasets/photos/upload_assets'"
            + (hash ? $" & openssl dgst -sha256 {string.Join(' ', b.Select(f => $"'{f}'"))} >/dev/null; wait" : ""));
        var script = string.Join('\n', commands);
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

    private static string Ratio(double ours, double other) => FormattableString.Invariant($"{ours / other:N2}");

    private static string Ms(double seconds) => FormattableString.Invariant($"{seconds * 1000:N0} ms");
}
