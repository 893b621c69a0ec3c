using System.Diagnostics;
using Ideogram.Build.Datasets.Assets.Inspection;
using Ideogram.Build.Datasets.Files;

namespace Ideogram.Build.Benchmarks.Validation;

/// <summary>What git's hash beside SHA-256 costs: the action holds each image against its commit, and reads it only once for both.</summary>
internal sealed class BlobHashSpeed : IFigure
{
    private const int Rounds = 21;
    private const int Parallelism = 2;

    public string Name => "blob";

    public IReadOnlyList<Row> Measure(Photos photos)
    {
        var times = Clock.ProcessorMedians(
            Rounds,
            () => ForEach(photos, InspectAndHash, withLook: true),
            () => ForEach(photos, Inspect, withLook: true),
            () => ForEach(photos, InspectAndHash, withLook: false),
            () => ForEach(photos, Inspect, withLook: false));
        return [Line("", times[0], times[1], "<= 0.35"), Line(" without health", times[2], times[3], string.Empty)];
    }

    private static void ForEach(Photos photos, Action<string, bool> inspect, bool withLook) =>
        Parallel.ForEach(photos.Files, new ParallelOptions { MaxDegreeOfParallelism = Parallelism }, file => inspect(file, withLook));

    private static Row Line(string how, double with, double without, string target) =>
        new($"inspection{how} and git's hash, {Parallelism} at once : inspection{how}", Ms(with), Ms(without),
            FormattableString.Invariant($"{(with - without) / without:+0.00;-0.00}"), target);

    private static string Ms(double seconds) => FormattableString.Invariant($"{seconds * 1000:N0} ms");

    private static void Inspect(string file, bool withLook)
    {
        using var stream = Open(file);
        Inspect(stream, withLook);
    }

    private static void InspectAndHash(string file, bool withLook)
    {
        using var stream = new GitBlobStream(Open(file), new FileInfo(file).Length);
        Inspect(stream, withLook);
        if (stream.Sha1().Length != 40)
            throw new UnreachableException("A photograph has no name in git.");
    }

    private static FileStream Open(string file) => new(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);

    private static void Inspect(Stream stream, bool withLook)
    {
        var inspection = withLook ? ImageInspector.InspectWithLook(stream, looks: null, CancellationToken.None) : ImageInspector.Inspect(stream);
        if (inspection.Image is null)
            throw new UnreachableException("An intact photograph was refused.");
    }
}
