
namespace Ideogram.Build.Benchmarks.Sync;

/// <summary>A run that has nothing to do: how often it asks, and how long it takes against a bare curl of the same requests.</summary>
internal sealed class NothingToDo(SyncProgram program) : IFigure
{
    private const int Rounds = 7;

    public string Name => "nothing";

    public IReadOnlyList<Row> Measure(Photos photos)
    {
        using var repository = new Repository();
        using var sink = Sink.Start();
        return [.. Measure(sink, repository, withId: true), .. Measure(sink, repository, withId: false)];
    }

    private IReadOnlyList<Row> Measure(Sink sink, Repository repository, bool withId)
    {
        var id = withId ? "pinned" : "named";
        var manifest = repository.Write(id, folder =>
        {
            for (var i = 0; i < 20; i++) File.WriteAllBytes(Path.Combine(folder, $"{i}.png"), TestImages.Png($"{id} {i}"));
        }, withId);
        sink.Put(id, Repository.Names(manifest), isFilled: true);
        var (ours, curl, requests) = (new List<double>(), new List<double>(), 0);
        string[] addresses = withId ? [$"{sink.Address}datasets/{id}"] : [$"{sink.Address}datasets?search=Set", $"{sink.Address}datasets/{id}"];
        for (var round = 0; round < Rounds; round++)
        {
            var before = sink.Requests;
            ours.Add(program.Run(sink, null, "upload", manifest).Seconds);
            requests = sink.Requests - before;
            curl.Add(Timed.Run(["curl", "-s", "-f", .. addresses]).Seconds);
        }

        var wanted = addresses.Length;
        return [new($"nothing to do, {(withId ? "with an id" : "by name")}: wall time : curl of the same requests; requests", Ms(ours), Ms(curl),
            $"{requests} req.", $"<= {wanted} req.")];
    }

    private static string Ms(List<double> seconds) => FormattableString.Invariant($"{Clock.Median(seconds) * 1000:N0} ms");
}
