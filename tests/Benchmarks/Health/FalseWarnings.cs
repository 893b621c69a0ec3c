using System.Globalization;
using System.Text.RegularExpressions;
using Ideogram.Build.Datasets.Health;
using Ideogram.Build.Datasets.Validation;

namespace Ideogram.Build.Benchmarks.Health;

/// <summary>What is said of photographs that are as they should be: of the originals, and of their quarters and middles as pictures of their own.</summary>
internal sealed partial class FalseWarnings : IFigure
{
    private const int MaxSet = 100;
    private const int MinSide = 1024;

    private static readonly string[] Parts = ["NorthWest", "SouthEast", "NorthEast", "SouthWest", "Center"];

    public string Name => "false";

    public IReadOnlyList<Row> Measure(Photos photos)
    {
        using var folder = new TemporaryFolder();
        var distinct = PictureSet.Distinct(photos.Originals).ToList();
        var photographs = distinct.Where(f => f.EndsWith(".jpg", StringComparison.Ordinal)).ToList();
        List<string> files = [];
        foreach (var part in Parts.Prepend(""))
            files.AddRange(photographs.Select((f, i) => Write(f, part, Path.Combine(folder.Path, $"{i:000}{part}.jpg"))));
        var others = distinct.Except(photographs).Select((f, i) => Copy(f, Path.Combine(folder.Path, $"drawn{i:000}{Path.GetExtension(f)}"))).ToList();

        var (named, ofOthers) = (files.Chunk(MaxSet).Sum(set => Named(set, folder.Path)), Named(others, folder.Path));
        return
        [
            new($"false warnings on {files.Count} clean photographs, {Parts.Length} of 6 of them parts: images named", FormattableString.Invariant($"{named}"),
                "", FormattableString.Invariant($"{100.0 * named / files.Count:N2} %"), "<= 1 %"),
            new($"  on {others.Count} drawn pictures of the packages, PNG and WebP, for looking at", FormattableString.Invariant($"{ofOthers}"), "", "", ""),
        ];
    }

    // How many images the warnings of health name, which are printed too.
    private static int Named(IEnumerable<string> files, string folder)
    {
        var manifest = Path.Combine(folder, "ideogram.yml");
        File.WriteAllText(manifest, $"name: Clean\nlimits: {{ file-size: 1GB, total-size: 10GB }}\nimages:\n"
            + string.Concat(files.Select(f => $"  - {Path.GetFileName(f)}\n")));
        var count = 0;
        foreach (var found in new DatasetValidator(new ValidatorOptions { CheckHealth = true }).Validate(manifest).Diagnostics)
        {
            if (HealthRules.All.Contains(found.Rule))
                count += int.Parse(Count().Matches(found.Message)[^1].Groups["count"].ValueSpan, CultureInfo.InvariantCulture);
            Console.Error.WriteLine($"{found.Rule.Code}: {found.Message}");
        }

        return count;
    }

    private static string Write(string photograph, string part, string file)
    {
        if (part.Length == 0)
            return Copy(photograph, file);
        Tool.Succeed("convert", photograph, "-resize", $"{MinSide}x{MinSide}^<", "-gravity", part, "-crop", "50%x50%+0+0", "+repage", "-quality", "92", file);
        return file;
    }

    private static string Copy(string from, string to)
    {
        File.Copy(from, to);
        return to;
    }

    [GeneratedRegex(@"\((?<count>[0-9]+)( pairs?)?\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Count();
}
