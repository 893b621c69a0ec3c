using System.Diagnostics;
using System.Security.Cryptography;
using Ideogram.Build.Datasets.Assets.Inspection;

namespace Ideogram.Build.Benchmarks.Validation;

/// <summary>Structure and hash of a hundred photographs, against those who only hash.</summary>
internal sealed class InspectionSpeed : IFigure
{
    private const int Rounds = 11;
    private const int Parallelism = 2;

    public string Name => "inspection";

    public IReadOnlyList<Row> Measure(Photos photos)
    {
        var files = photos.Files;
        var times = Clock.Medians(
            Rounds,
            () => ForEach(files, Parallelism, Inspect),
            () => ForEach(files, Parallelism, Hash),
            () => ForEach(files, 1, Inspect),
            () => ForEach(files, 1, Hash),
            () => Tool.Run("openssl", ["dgst", "-sha256", .. files]));
        return
        [
            Line("inspection with hash, 2 at once : openssl dgst -sha256", times[0], times[4], "<= 1.0"),
            Line("inspection with hash, 2 at once : SHA-256 alone, in process", times[0], times[1], string.Empty),
            Line("inspection with hash, 1 at once : SHA-256 alone, in process", times[2], times[3], string.Empty),
        ];
    }

    private static Row Line(string what, double ours, double other, string target) =>
        new(what, FormattableString.Invariant($"{ours * 1000:N0} ms"), FormattableString.Invariant($"{other * 1000:N0} ms"),
            FormattableString.Invariant($"{ours / other:N2}"), target);

    private static void ForEach(IReadOnlyList<string> files, int parallelism, Action<Stream> read) =>
        Parallel.ForEach(files, new ParallelOptions { MaxDegreeOfParallelism = parallelism }, file =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
            read(stream);
        });

    private static void Inspect(Stream stream)
    {
        if (ImageInspector.Inspect(stream).Image is null)
            throw new UnreachableException("An intact photograph was refused.");
    }

    private static void Hash(Stream stream) => SHA256.HashData(stream);
}
