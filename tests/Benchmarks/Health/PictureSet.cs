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

    /// <summary>How many variants each picture has.</summary>
    public static int VariantCount => Variants.Length;

    /// <summary>The pictures, of at most 1,400 pixels. Only JPEGs: the others of the packages are drawn and nearly blank.</summary>
    public static IReadOnlyList<string> Make(IEnumerable<string> photographs, string folder)
    {
        var originals = photographs.Where(f => f.EndsWith(".jpg", StringComparison.Ordinal)
                && !Path.GetFileName(f).Contains("0x", StringComparison.Ordinal))
            .ToList();
        List<string> made = [];
        foreach (var (part, gravity) in Parts)
        {
            foreach (var original in originals.Take(Count - made.Count))
            {
                var picture = Path.Combine(folder, $"{made.Count:000}.jpg");
                Tool.Succeed("convert", original, "-alpha", "remove", "-resize", "1400x1400>", "-gravity", gravity, "-crop", $"{part}+0+0", "+repage",
                    "-quality", "92", picture);
                made.Add(picture);
            }
        }

        return made;
    }

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
