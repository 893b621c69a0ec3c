using System.Text.Json.Nodes;

namespace Ideogram.Build.Emulator.Ideogram;

/// <summary>A structured caption that an image's hash decides. Members that were not requested are absent.</summary>
internal static class MadeCaption
{
    private static readonly string[] Adjectives = ["red", "small", "bright", "quiet", "old", "round", "tall", "striped"];
    private static readonly string[] Things = ["fox", "lamp", "bridge", "kettle", "mountain", "bicycle", "tree", "boat"];
    private static readonly string[] Grounds = ["snow", "a white wall", "a field of grass", "evening light", "blue paper", "a wooden table", "rain", "sand"];

    /// <summary>The caption of an image.</summary>
    /// <param name="sha256">The SHA-256 of its bytes, lower-case hex.</param>
    /// <param name="flags">What the call asks for.</param>
    public static JsonObject From(string sha256, DescribeFlags flags)
    {
        var bytes = Convert.FromHexString(sha256);
        var (thing, ground) = ($"{Of(Adjectives, bytes[0])} {Of(Things, bytes[1])}", Of(Grounds, bytes[2]));
        var element = new JsonObject { ["type"] = "obj", ["desc"] = $"A {thing}, seed {sha256[..8]}" };
        if (flags.Boxes)
            element["bbox"] = new JsonArray(bytes[3], bytes[4], 500 + bytes[5], 500 + bytes[6]);
        var caption = new JsonObject
        {
            ["high_level_description"] = $"A {thing} before {ground}.",
            ["compositional_deconstruction"] = new JsonObject { ["background"] = ground, ["elements"] = new JsonArray(element) },
        };
        if (flags.Style)
        {
            caption["style_description"] = new JsonObject
            {
                ["medium"] = "photograph",
                ["lighting"] = "soft",
                ["color_palette"] = new JsonArray($"#{sha256[..6]}"),
            };
        }

        if (flags.Tags)
            caption["tags"] = new JsonArray(Of(Things, bytes[1]));
        return caption;
    }

    private static string Of(string[] words, byte number) => words[number % words.Length];
}
