using Ideogram.Build.Benchmarks.Validation;

namespace Ideogram.Build.Benchmarks.Health;

/// <summary><c>ideogram-build validate</c> of a hundred photographs with health, against ImageMagick, which decodes all of each, and against itself without
/// health; then the same from the cache.</summary>
internal sealed class HealthSpeed(Lazy<PublishedProgram> program) : IFigure
{
    private const int Rounds = 5;
    private const int CachedRounds = 41;

    public string Name => "speed";

    public IReadOnlyList<Row> Measure(Photos photos)
    {
        var folder = Path.GetDirectoryName(photos.Files[0])!;
        var manifest = Path.Combine(folder, "health.ideogram.yml");
        File.WriteAllText(manifest, "name: Photographs\nimages: ['*.{jpg,jpeg,png,webp}']\nlimits: {file-size: 1GB, total-size: 10GB}\n");
        // A cache believes no image that is newer than its last look.
        foreach (var file in photos.Files)
            File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch.AddYears(50));
        var list = Path.Combine(folder, "files");
        File.WriteAllLines(list, photos.Files);
        var first = Clock.Medians(
            Rounds,
            () => program.Value.ValidateToEnd(manifest, 0, withHealth: true),
            () => program.Value.ValidateToEnd(manifest, 0),
            () => Tool.Succeed("xargs", "-a", list, "-P", "2", "-I{}", "convert", "{}", "null:"));
        using var caches = new TemporaryFolder();
        var cached = Clock.Medians(
            CachedRounds,
            () => program.Value.ValidateToEnd(manifest, 0, withHealth: true, caches.PathOf("with")),
            () => program.Value.ValidateToEnd(manifest, 0, withHealth: false, caches.PathOf("without")));
        return
        [
            Line("first validation with health : ImageMagick decodes all of each, 2 at once", first[0], first[2], "<= 0.25"),
            Line("first validation with health : without", first[0], first[1], ""),
            Line("second validation, from the cache, with health : without", cached[0], cached[1], "<= 1.1"),
        ];
    }

    private static Row Line(string what, double ours, double other, string target) =>
        new(what, FormattableString.Invariant($"{ours * 1000:N0} ms"), FormattableString.Invariant($"{other * 1000:N0} ms"),
            FormattableString.Invariant($"{ours / other:N2}"), target);
}
