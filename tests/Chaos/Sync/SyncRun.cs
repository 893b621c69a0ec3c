using System.Diagnostics;
using Ideogram.Build.Emulator;

namespace Ideogram.Build.Chaos.Sync;

/// <summary>
/// Seeded runs of the real program, published as the image holds it, against the emulator: up to three uploads under random faults, most of them killed at a
/// random point, and between them somebody edits the folder; then one without faults. Each must end with every image exactly once in the current dataset, with
/// its caption and nothing else, and no report may have claimed what was not there.
/// </summary>
internal static class SyncRun
{
    public const string Key = "chaos-key-0123456789";

    /// <summary>More requests than this in one upload of a few images are a storm.</summary>
    private const int MaxRequests = 150;

    private static int s_duplicates, s_lost, s_surplus, s_edits, s_falseClaims, s_converged, s_uploads, s_kills;

    public static async Task<int> RunAsync(Arguments arguments)
    {
        arguments.AllowOnly("--runs", "--seed", "--first", "--lanes");
        var (runs, seed, first) = (arguments.Number("--runs", 500), arguments.Number("--seed", 1), arguments.Number("--first", 0));
        var tally = new Tally();
        using var published = PublishedProgram.Create();
        var program = new RealProgram(published.File);
        var clock = Stopwatch.StartNew();
        // Most of a run is waiting for the settle window, so there are more lanes than processors.
        var lanes = new ParallelOptions { MaxDegreeOfParallelism = arguments.Number("--lanes", 4 * Environment.ProcessorCount) };
        await Parallel.ForAsync(first, first + runs, lanes, async (index, _) =>
        {
            try
            {
                await RunOneAsync(program, seed, index);
                tally.Pass();
            }
            catch (ChaosException e)
            {
                tally.Fail($"run {index} of seed {seed} (--first {index} --runs 1 --seed {seed}): {e.Message}");
            }
        });
        Console.WriteLine(FormattableString.Invariant($"{s_uploads} uploads by the real program, {s_kills} of them killed or told to stop, ")
            + FormattableString.Invariant($"{s_edits} edits between them, ")
            + FormattableString.Invariant($"in {clock.Elapsed.TotalSeconds:0} s"));
        var exit = tally.End();
        Console.WriteLine(FormattableString.Invariant($"{s_converged} of {runs} converged, {s_duplicates} duplicates, {s_lost} lost, {s_surplus} surplus, ")
            + FormattableString.Invariant($"{s_falseClaims} false claims"));
        return exit;
    }

    private static async Task RunOneAsync(RealProgram program, int seed, int index)
    {
#pragma warning disable CA5394 // Repeatable on purpose.
        var random = new Random((seed * 1_000_003) + index);
        using var scenario = new Scenario(random);
        using var state = new TemporaryFolder();
        await using var host = await EmulatorHost.StartAsync(new EmulatorOptions { StateFolder = state.Path, ApiKey = Key });
        var audit = new Audit(scenario, host);
        for (var upload = random.Next(1, 4); upload > 0; upload--)
        {
            host.SetFaults(Schedule.Draw(random));
            var kill = random.Next(3) > 0 ? new Kill(random.Next(1, 12), TimeSpan.FromMilliseconds(random.Next(100)), IsGentle: random.Next(3) == 0) : null;
            var (exit, _) = await UploadAsync(program, scenario, host, audit, kill);
            // Who was killed or told to stop could not settle what it had sent: the promise is for a run that begins after the settle window.
            if (exit is null || kill is { IsGentle: true }) await Task.Delay(Upload.Settle);
            if (random.Next(2) == 0) continue;
            scenario.Edit(random);
            Interlocked.Increment(ref s_edits);
        }
#pragma warning restore CA5394

        host.SetFaults("");
        var (last, output) = await UploadAsync(program, scenario, host, audit, kill: null);
        var (duplicates, lost, surplus) = (audit.Duplicates(), audit.Lost(), audit.Surplus());
        Interlocked.Add(ref s_duplicates, duplicates);
        Interlocked.Add(ref s_lost, lost);
        Interlocked.Add(ref s_surplus, surplus);
        if (last != 0 || duplicates + lost + surplus > 0)
            throw new ChaosException(FormattableString.Invariant($"update: {scenario.Update}: the last upload ended with {last}, {duplicates} duplicates, ")
                + FormattableString.Invariant($"{lost} lost, {surplus} surplus:\n{output}"));
        Interlocked.Increment(ref s_converged);
    }

    private static async Task<(int? Exit, string Output)> UploadAsync(RealProgram program, Scenario scenario, EmulatorHost host, Audit audit, Kill? kill)
    {
        host.ForgetRequests();
        var (exit, output) = await Upload.RunAsync(program, scenario, host, kill);
        Interlocked.Increment(ref s_uploads);
        if (exit is null || kill is { IsGentle: true }) Interlocked.Increment(ref s_kills);
        var falseClaims = exit is null ? 0 : audit.FalseClaims();
        Interlocked.Add(ref s_falseClaims, falseClaims);
        if (falseClaims > 0) throw new ChaosException($"{falseClaims} images claimed that are not there");
        return host.CountRequests() <= MaxRequests ? (exit, output) : throw new ChaosException($"{host.CountRequests()} requests in one upload");
    }
}
