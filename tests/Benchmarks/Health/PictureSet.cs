using System.Text.RegularExpressions;

namespace Ideogram.Build.Benchmarks.Health;

/// <summary>A hundred different pictures of photographs, whole ones and parts, and of each eight variants that are still the same picture.</summary>
internal static class PictureSet
{
    private const int Count = 100;
    private const string Quality = "90";

    private static readonly (string Size, string Gravity)[] Parts =
        [("100%x100%", "Center"), ("48%x90%", "West"), ("48%x90%", "East"), ("60%x45%", "North"), ("60%x45%", "South")];

    private static readonly (string Name, string Extension, string[] Arguments)[] Variants =
    [
        ("quality-30", ".jpg", ["-quality", "30"]),
        ("quarter", ".jpg", ["-resize", "25%", "-quality", Quality]),
        ("double", ".jpg", ["-resize", "200%", "-quality", Quality]),
        ("png", ".png", ["-define", "png:compression-level=3"]),
        ("cropped", ".jpg", ["-gravity", "center", "-crop", "90%x90%+0+0", "+repage", "-quality", Quality]),
        ("brighter", ".jpg", ["-evaluate", "multiply", "1.15", "-quality", Quality]),
        ("darker", ".jpg", ["-evaluate", "multiply", "0.85", "-quality", Quality]),
        ("bordered", ".jpg", ["-bordercolor", "white", "-border", "4%x4%", "-quality", Quality]),
    ];

    private static readonly Regex SizeInName = new(@"_?\d+x\d+$", RegexOptions.None, TimeSpan.FromSeconds(1));

    /// <summary>How many variants each picture has.</summary>
    public static int VariantCount => Variants.Length;

    /// <summary>The pictures, of at most 1,400 pixels.</summary>
    public static IReadOnlyList<string> Make(IEnumerable<string> photographs, string folder) =>
        Make(photographs, folder, before: ["-resize", "1400x1400>"], after: ["-quality", "92"]);

    /// <summary>The pictures. Only JPEGs: the others of the packages are drawn.</summary>
    /// <param name="photographs">The originals.</param>
    /// <param name="folder">Where the pictures go.</param>
    /// <param name="before">What ImageMagick does to a photograph before it takes a part.</param>
    /// <param name="after">What it does to the part.</param>
    public static IReadOnlyList<string> Make(IEnumerable<string> photographs, string folder, string[] before, string[] after)
    {
        var originals = Distinct(photographs).Where(f => f.EndsWith(".jpg", StringComparison.Ordinal)).ToList();
        List<string> made = [];
        foreach (var (part, gravity) in Parts)
        {
            foreach (var original in originals.Take(Count - made.Count))
            {
                var picture = Path.Combine(folder, $"{made.Count:000}.jpg");
                Tool.Succeed("convert", [original, "-alpha", "remove", .. before, "-gravity", gravity, "-crop", $"{part}+0+0", "+repage", .. after, picture]);
                made.Add(picture);
            }
        }

        return made;
    }

    /// <summary>Each picture once: of one that a package has in several sizes the largest file, and no screenshots of it.</summary>
    public static IEnumerable<string> Distinct(IEnumerable<string> photographs) => photographs
        .Where(f => !Path.GetFileName(f).StartsWith("screenshot", StringComparison.Ordinal))
        .GroupBy(f => Path.Combine(Path.GetDirectoryName(f)!, SizeInName.Replace(Path.GetFileNameWithoutExtension(f), "")), StringComparer.Ordinal)
        .Select(g => g.MaxBy(f => new FileInfo(f).Length)!);

    /// <summary>The variants of a picture, with their names.</summary>
    public static IEnumerable<(string Name, string File)> MakeVariants(string picture, string folder)
    {
        foreach (var (name, extension, arguments) in Variants)
        {
            var made = Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(picture)}-{name}{extension}");
            Tool.Succeed("convert", [picture, .. arguments, made]);
            yield return (name, made);
        }
    }
}
