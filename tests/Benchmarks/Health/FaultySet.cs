namespace Ideogram.Build.Benchmarks.Health;

/// <summary>A dataset of a hundred photographs, each with a caption, into which twenty kinds of faults are planted.</summary>
internal static class FaultySet
{
    private const int Count = 100;

    // Large enough that a thumbnail of 540 pixels is an outlier.
    private const string Side = "2300";
    private const string Phrase = "acme mark";
    private const string Box = """
        { "high_level_description": "A view, with the acme mark", "compositional_deconstruction": { "background": "Land", "elements": [
          { "type": "obj", "desc": "A thing", "bbox": [100, 200, 600, 700] } ] } }
        """;

    // Faults that ImageMagick makes. The first three are near duplicates of pictures that stay.
    private static readonly (string Kind, string Code, string Extension, string[] Arguments)[] Pictures =
    [
        ("recompressed", "IDEO4030", ".jpg", ["-quality", "30"]),
        ("smaller", "IDEO4030", ".jpg", ["-resize", "50%"]),
        ("bordered", "IDEO4030", ".png", ["-resize", "40%", "-bordercolor", "white", "-border", "3%x3%"]),
        ("turned", "IDEO2030", ".jpg", []),
        ("turned-with-boxes", "IDEO2031", ".jpg", []),
        ("transparent", "IDEO2032", ".png", ["-resize", "40%", "-alpha", "set", "-channel", "A", "-evaluate", "set", "50%"]),
        ("inks", "IDEO2033", ".jpg", ["-colorspace", "CMYK"]),
        ("wide-gamut", "IDEO2033", ".jpg", []),
        ("deep", "IDEO2034", ".png", ["-resize", "40%", "-depth", "16", "-define", "png:bit-depth=16", "-define", "png:color-type=2"]),
        ("grey", "IDEO2035", ".jpg", ["-colorspace", "Gray"]),
        ("blank", "IDEO2036", ".jpg", ["-fill", "#e8e4dc", "-colorize", "100"]),
        ("dark", "IDEO2037", ".jpg", ["-evaluate", "multiply", "0.08"]),
        ("bright", "IDEO2038", ".jpg", ["+level", "92%,100%"]),
        ("small", "IDEO2039", ".jpg", ["-resize", "400x400^"]),
        ("extreme", "IDEO2040", ".jpg", ["-gravity", "center", "-crop", "2300x600+0+0", "+repage"]),
        ("outlier", "IDEO2041", ".jpg", ["-resize", "540x540^"]),
    ];

    // Faults of captions, with the pictures that have them.
    private static readonly (string Code, string[] Pictures)[] Captions =
        [("IDEO3050", ["p070.jpg", "p071.jpg"]), ("IDEO3051", ["p072.jpg", "p073.jpg"]), ("IDEO3052", ["p074.jpg"]), ("IDEO3054", ["turned-with-boxes.jpg"])];

    /// <summary>The faults: the code that tells of each, and the images that the warning must name.</summary>
    public static IReadOnlyList<(string Code, string[] Images)> Faults { get; } =
    [
        .. Pictures.Select((p, i) => (p.Code, i < 3 ? new[] { $"p{i:000}.jpg", p.Kind + p.Extension } : [p.Kind + p.Extension])),
        .. Captions,
    ];

    /// <summary>Writes manifest, images and captions.</summary>
    public static void Write(string folder, IReadOnlyList<string> photographs)
    {
        File.WriteAllText(Path.Combine(folder, "ideogram.yml"), $"name: Faulty\nimages: ['*.*', '!*.yml', '!*.txt', '!*.json']\n"
            + $"captions: {{ require: {Phrase} }}\nlimits: {{ file-size: 100MB, total-size: 1GB }}\n");
        var pictures = PictureSet.Make(photographs, folder, before: [], after: ["-scale", $"{Side}x{Side}^", "-quality", "80"]).ToList();
        for (var i = 0; i < Pictures.Length; i++)
        {
            var (kind, _, extension, arguments) = Pictures[i];
            var source = pictures[i < 3 ? i : Count - Pictures.Length + i];
            var made = Path.Combine(folder, kind + extension);
            Tool.Succeed("convert", [source, .. arguments, made]);
            Mark(made, kind);
        }

        foreach (var picture in pictures.Skip(Count - Pictures.Length))
            File.Delete(picture);
        foreach (var picture in pictures.Take(Count - Pictures.Length))
            File.Move(picture, Path.Combine(folder, "p" + Path.GetFileName(picture)));
        WriteCaptions(folder);
    }

    // What ImageMagick does not write: a turn, and a profile.
    private static void Mark(string file, string kind)
    {
        if (!kind.StartsWith("turned", StringComparison.Ordinal) && kind != "wide-gamut")
            return;
        byte[] exif = [.. "Exif\0\0"u8, .. TestImages.Exif(6)];
        byte[] segment = kind == "wide-gamut" ? ColourProfiles.Segment(ColourProfiles.AdobeRgb) : [0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif];
        var bytes = File.ReadAllBytes(file);
        File.WriteAllBytes(file, [.. bytes.AsSpan(0, 2), .. segment, .. bytes.AsSpan(2)]);
    }

    private static void WriteCaptions(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder).Where(f => !f.EndsWith(".yml", StringComparison.Ordinal)).ToList())
        {
            var name = Path.GetFileNameWithoutExtension(file);
            if (name is "p070" or "p071")
                continue;
            if (name == "turned-with-boxes")
                File.WriteAllText(Path.ChangeExtension(file, ".json"), Box);
            else
                File.WriteAllText(Path.ChangeExtension(file, ".txt"),
                    $"A view called {(name == "p073" ? "p072" : name)}{(name == "p074" ? "" : ", " + Phrase)}");
        }
    }
}
