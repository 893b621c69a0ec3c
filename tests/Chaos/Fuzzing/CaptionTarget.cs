using Ideogram.Build.Datasets.Captions;
using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Chaos.Fuzzing;

/// <summary>Caption files of both kinds.</summary>
internal sealed class CaptionTarget() : TextTarget("caption", Samples, Pieces)
{
    private static readonly string[] Samples =
    [
        "{\"high_level_description\": \"A fox\", \"compositional_deconstruction\": {\"background\": \"A wall\", \"elements\": []}}",
        "{\"high_level_description\": \"A fox\",\n \"compositional_deconstruction\": {\"background\": \"A wall\", \"elements\": [\n{\"type\": "
            + "\"obj\", \"desc\": \"x\", \"bbox\": [1, 2, 3, 4], \"color_palette\": [\"#aabbcc\"]},\n{\"type\": \"text\", \"desc\": \"x\", \"text\": "
            + "\"y\"}]},\n\"style_description\": {\"medium\": \"oil\"}, \"tags\": [\"a\"]}",
        "A red fox on a wall.\n",
    ];

    private static readonly string[] Pieces =
    [
        "[", "]", "{", "}", "\"", ",", ":", "null", "true", "1e999", "-0", "0.5", "\\ud800", "\\u0000", "\\", "//", "/*", "\n", "\r", "\t", "\u0000", "\u001b",
            "\uFEFF", "é", "\U0001F600", "\"bbox\":",
        "\"type\":", "\"text\"", "\"k\":0,", "[[", "{\"a\":", "123456789012345678901234567890", " ",
    ];

    public override string? Read(byte[] input, Random random)
    {
        var diagnostics = new List<Diagnostic>();
        var name = random.Next(4) == 0 ? "a.txt" : "a.json";
        var caption = new CaptionFile(diagnostics).Read($"/r/{name}", name, () => input.Length > CaptionFile.MaxBytes ? null : input);
        if ((caption is null) != diagnostics.Any(d => d.IsError))
            return "caption and diagnostics contradict each other";
        return Check(diagnostics);
    }
}
