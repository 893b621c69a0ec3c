
namespace Ideogram.Build.Benchmarks.Validation;

/// <summary><c>ideogram-build validate</c> from start to exit, nothing remembered, against those who only look at the heads of the photographs.</summary>
internal sealed class WholeProcess(Lazy<PublishedProgram> program) : IFigure
{
    private const int Rounds = 7;

    public string Name => "process";

    public IReadOnlyList<Row> Measure(Photos photos)
    {
        var folder = Path.GetDirectoryName(photos.Files[0])!;
        var all = Write(folder, "all.ideogram.yml", "name: Photographs\nimages: ['*.{jpg,jpeg,png,webp}']\nlimits: {file-size: 1GB, total-size: 10GB}\n");
        var simple = Write(folder, "simple.ideogram.yml", "name: Photographs\nimages: ['*.{jpg,jpeg,png}']\nlimits: {file-size: 1GB, total-size: 10GB}\n");
        var empty = Write(folder, "empty.ideogram.yml", string.Empty);

        // ImageMagick decodes WebP even when it is only asked for the size: the others are compared by themselves too.
        var heads = photos.Files.Where(file => !file.EndsWith(".webp", StringComparison.Ordinal)).ToList();
        var times = Clock.Medians(
            Rounds,
            () => program.Value.ValidateToEnd(all, 0),
            () => Tool.Run("identify", ["-ping", .. photos.Files]),
            () => program.Value.ValidateToEnd(simple, 0),
            () => Tool.Run("identify", ["-ping", .. heads]),
            () => program.Value.ValidateToEnd(empty, 1));
        return
        [
            Line("whole process, photographs, uncached : identify -ping", times[0], times[1], "<= 0.5"),
            Line($"  the {heads.Count} that are not WebP, of which identify reads only the heads", times[2], times[3], string.Empty),
            Line("cold start, empty manifest : identify -ping", times[4], times[1], string.Empty),
        ];
    }

    private static Row Line(string what, double ours, double other, string target) =>
        new(what, FormattableString.Invariant($"{ours * 1000:N0} ms"), FormattableString.Invariant($"{other * 1000:N0} ms"),
            FormattableString.Invariant($"{ours / other:N2}"), target);

    private static string Write(string folder, string name, string text)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllText(file, text);
        return file;
    }
}
