using System.Text.Json;
using System.Text.RegularExpressions;

namespace Ideogram.Build.Emulator.Ideogram.Captions;

/// <summary>Whether JSON has the shape of a structured caption. Source: Ideogram's schema V4JsonPrompt; it forbids no further keys.</summary>
internal static partial class V4PromptShape
{
    private static readonly string[] StyleTexts = ["aesthetics", "art_style", "lighting", "medium", "photo"];

    public static bool Fits(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object
        && Required(root, "high_level_description", IsText)
        && Required(root, "compositional_deconstruction", IsComposition)
        && Optional(root, "style_description", IsStyle)
        && Optional(root, "tags", tags => IsListOf(tags, IsText));

    private static bool IsComposition(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object
        && Required(value, "background", IsText)
        && Required(value, "elements", elements => IsListOf(elements, IsElement));

    private static bool IsElement(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object
        && value.TryGetProperty("type", out var type)
        && type.ValueKind == JsonValueKind.String
        && Required(value, "desc", IsText)
        && (type.ValueEquals("obj") || (type.ValueEquals("text") && Required(value, "text", IsText)))
        && Optional(value, "bbox", IsBox)
        && Optional(value, "color_palette", IsPalette);

    private static bool IsStyle(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object
        && StyleTexts.All(name => Optional(value, name, IsText))
        && Optional(value, "color_palette", IsPalette);

    private static bool IsBox(JsonElement value) =>
        IsListOf(value, number => number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var at) && at is >= 0 and <= 1000)
        && value.GetArrayLength() == 4;

    private static bool IsPalette(JsonElement value) => IsListOf(value, colour => IsText(colour) && Colour().IsMatch(colour.GetString()!));

    private static bool IsText(JsonElement value) => value.ValueKind == JsonValueKind.String;

    private static bool IsListOf(JsonElement value, Func<JsonElement, bool> item) =>
        value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item);

    private static bool Required(JsonElement value, string name, Func<JsonElement, bool> fits) => value.TryGetProperty(name, out var found) && fits(found);

    private static bool Optional(JsonElement value, string name, Func<JsonElement, bool> fits) => !value.TryGetProperty(name, out var found) || fits(found);

    [GeneratedRegex(@"^#[0-9a-fA-F]{6}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Colour();
}
