using Ideogram.Build.Datasets.Validation;
using Ideogram.Build.Emulator;
using Ideogram.Build.Sync;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Reporting;
using Ideogram.Build.Sync.Uploading;

namespace Ideogram.Build.Chaos.Storms;

/// <summary>
/// Seeded runs in storms of half an hour; the clock of engine and emulator is turned and not waited for. Each must end complete, or say how to go on; then it
/// goes on like that until it is complete, and every image is there exactly once.
/// </summary>
internal static class StormRun
{
    private const string Key = "storms-key-0123456789";

    /// <summary>Without patience, a run that goes on gets one image further at least.</summary>
    private const int MaxRuns = 100;

    private static int s_complete, s_again;

    public static async Task<int> RunAsync(Arguments arguments)
    {
        arguments.AllowOnly("--runs", "--seed", "--first");
        var (runs, seed, first) = (arguments.Number("--runs", 200), arguments.Number("--seed", 1), arguments.Number("--first", 0));
        var tally = new Tally();
        await Parallel.ForAsync(first, first + runs, async (index, _) =>
        {
            try
            {
                await RunOneAsync(Storm.Draw(new Random((seed * 1_000_003) + index)));
                tally.Pass();
            }
            catch (ChaosException e)
            {
                tally.Fail($"run {index} of seed {seed} (storms --first {index} --runs 1 --seed {seed}): {e.Message}");
            }
        });
        Console.WriteLine(FormattableString.Invariant($"{s_complete} complete at once, {s_again} runs that said how to go on"));
        return tally.End();
    }

    private static async Task RunOneAsync(Storm storm)
    {
        using var folder = new TemporaryFolder();
        using var state = new TemporaryFolder();
        var time = new ImpatientTime();
        await using var host = await EmulatorHost.StartAsync(
            new EmulatorOptions { StateFolder = state.Path, ApiKey = Key, Faults = storm.Fault, TimeProvider = time });
        var manifest = Path.Combine(folder.Path, "ideogram.yml");
        await File.WriteAllTextAsync(manifest, "name: Storm\nimages: ['*.png']\n");
        for (var i = 0; i < storm.Images; i++) await File.WriteAllBytesAsync(Path.Combine(folder.Path, $"{i}.png"), TestImages.Png(seed: i));
        var dataset = new DatasetValidator(new ValidatorOptions { CheckGit = false }).Validate(manifest);
        var engine = new SyncEngine(
            new IdeogramClientOptions(Key) { BaseAddress = host.BaseAddress, Patience = storm.Patience },
            new SyncOptions { BatchFiles = storm.BatchFiles, Parallelism = storm.Parallelism },
            time);
        for (var run = 1; run <= MaxRuns; run++)
        {
            var report = (await engine.UploadAsync(await engine.PlanAsync([dataset], default), null, default)).Datasets[0];
            if (report.IsSuccess)
            {
                if (run == 1) Interlocked.Increment(ref s_complete);
                MustBeThere(storm, host);
                return;
            }

            if (run == 1 && storm.MustComplete) throw Wrong(storm, report, "should have outlasted it");
            MustSayHow(storm, report, host);
            Interlocked.Increment(ref s_again);
            // Somebody reads it, and runs again.
            await Task.Delay(TimeSpan.FromMinutes(1), time);
        }

        throw new ChaosException($"{storm}: still not complete after {MaxRuns} runs");
    }

    private static void MustSayHow(Storm storm, DatasetReport report, EmulatorHost host)
    {
        // What was sent before the storm cannot be looked at while it is over reading too.
        var problems = report.Diagnostics.Where(d => d.Rule != UploadRules.Unconfirmed || !storm.IsOverReading).ToList();
        if (problems.Count == 0 || problems.Exists(d => d.Rule != ApiRules.Throttled || !d.Message.Contains("--patience", StringComparison.Ordinal)))
            throw Wrong(storm, report, "does not say how to go on");
        var stored = host.Datasets().SelectMany(d => d.Files).Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        if (report.Images.Any(i => i.Outcome == Outcome.Uploaded && !stored.Contains(i.Image.RemoteName)))
            throw Wrong(storm, report, "claims what is not there");
    }

    private static void MustBeThere(Storm storm, EmulatorHost host)
    {
        var files = host.Datasets().SelectMany(d => d.Files).Select(f => f.Sha256).ToList();
        if (files.Count != storm.Images || files.Distinct(StringComparer.Ordinal).Count() != storm.Images)
            throw new ChaosException($"{storm}: {files.Count} files there");
    }

    private static ChaosException Wrong(Storm storm, DatasetReport report, string what) => new($"{storm}: {what}\n{string.Join('\n', report.Diagnostics)}");
}
