using Ideogram.Build.Datasets.Assets.Globs;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Chaos.Fuzzing;

/// <summary>Manifests, and the globs in them.</summary>
internal sealed class ManifestTarget() : TextTarget("manifest", Samples, Pieces)
{
    private static readonly string[] Samples =
    [
        "name: A\nimages: [a.jpg]\n",
        "name: Acme Brand\nid: abc\nimages:\n  - photos/**/*.jpg\n  - \"!photos/rejected/**\"\n  - path: logo/mark.png\n    caption: "
            + "The Acme mark\ncaptions: optional\nupdate: additive\nforeign: refuse\nlimits: { file-size: 25MB, min-width: 512 }\ntraining:\n  base: "
            + "ideogram-v4\n  model-name: Acme Brand\n  start: manual\nrules: { IDEO2007: none }\n",
        "{\"name\": \"A\", \"images\": [\"{a,b}[0-9]?.png\"]}",
        "---\nname: >\n  folded\n  text\nimages:\n- |\n  a.jpg\n...\n",
    ];

    private static readonly string[] Pieces =
    [
        "[", "]", "{", "}", "{a,", "*", "**/", "?", "!", "&a ", "*a ", "<<: ", "- ", "? ", ": ", "\n", "\n  ", "\t", "\"", "'", "\\", "\\U99999999", "\\x",
            "#", "|", ">", "%YAML 1.2\n", "---\n", "...\n",
        "!!binary ", "!<tag:x> ", "../", "a/", "\u0000", "\uFEFF", "\u2028", "\u202e", "é", "\U0001F600", "0x", "1e999", ".nan", "~", "name: ", "images: ",
            "training: ", "rules: ", "x: 1\n", "- a\n", "a",
    ];

    public override string? Read(byte[] input, Random random)
    {
        var reading = ManifestReader.Read("/r/ideogram.yml", input);
        if (reading.Manifest is null && reading.Diagnostics.Count == 0)
            return "neither a manifest nor a diagnostic";

        foreach (var entry in (reading.Manifest?.Images ?? []).Take(50))
        {
            if (PathPattern.Parse(entry.Pattern, entry.IsSingleFile, out var problem) is not { } pattern)
            {
                if (problem.Message.Any(char.IsControl))
                    return $"an impossible message: {problem.Message}";
                continue;
            }

            var work = new GlobWork(new WorkBudget(long.MaxValue), long.MaxValue, CancellationToken.None);
            foreach (var segment in pattern.Segments)
                segment.Matches(random.Next(2) == 0 ? new string('a', 200) : "\ud83d\ude00é]^", work);
        }

        return Check(reading.Diagnostics);
    }
}
