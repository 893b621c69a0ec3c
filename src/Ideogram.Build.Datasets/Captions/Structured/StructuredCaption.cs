using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Datasets.Captions.Structured;

/// <summary>
/// Checks a structured caption: a description of the whole, its background and elements, and optionally style and tags (Ideogram's V4JsonPrompt). Every problem
/// names the member by its path and points to its line.
/// </summary>
internal sealed class StructuredCaption(string what, string file, byte[] utf8, List<Diagnostic> diagnostics)
{
    private const int Canvas = 1000;
    private const int MaxReported = 100;

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonPositions _json = new(utf8);
    private readonly HashSet<JsonMember> _absent = [];
    private int _reported;
    private bool _hasError;

    /// <summary>The caption as it is sent: unchanged, except for members whose value is null or that are for editors. Null, with a diagnostic, if it
    /// cannot be sent.</summary>
    public string? Check()
    {
        if (MarkdownFence.Find(utf8) is { } fence)
        {
            diagnostics.Add(CaptionRules.JsonSyntax.At(file, new Position(fence.First, 1), $"{what} is between the lines of a Markdown fence (```), "
                + $"as captioning models write it. Remove {fence.Lines}."));
            return null;
        }

        JsonValue root;
        try
        {
            root = _json.Parse();
        }
        catch (JsonException e)
        {
            diagnostics.Add(CaptionRules.JsonSyntax.At(file, _json.PositionOf(e), $"{what} is not JSON at this place, or is nested more than 64 deep. "
                + "Look at quotes, commas and brackets here and just before; comments are not allowed."));
            return null;
        }

        CheckRoot(root);
        foreach (var offset in _json.BrokenTexts)
            Report(CaptionRules.ControlCharacter, offset, "the text here has one half of a character (\\ud800 to \\udfff without its other half). "
                + "Write the character itself.");
        return _hasError ? null : AsSent(root);
    }

    private string AsSent(JsonValue root)
    {
        if (_absent.Count == 0)
            return Encoding.UTF8.GetString(utf8);
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Readable))
            root.Write(writer, _absent);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private void CheckRoot(JsonValue root)
    {
        if (Members(root, "$", ["high_level_description", "compositional_deconstruction"], ["style_description", "tags"]) is not { } members)
            return;

        Each(members, "high_level_description", "$", Text);
        Each(members, "compositional_deconstruction", "$", CheckComposition);
        Each(members, "style_description", "$", CheckStyle);
        Each(members, "tags", "$", (value, path) => Items(value, path, Text));
    }

    private void CheckComposition(JsonValue value, string path)
    {
        if (Members(value, path, ["background", "elements"], []) is not { } members)
            return;

        Each(members, "background", path, Text);
        Each(members, "elements", path, (elements, at) => Items(elements, at, CheckElement));
    }

    private void CheckStyle(JsonValue value, string path)
    {
        string[] texts = ["aesthetics", "art_style", "lighting", "medium", "photo"];
        if (Members(value, path, [], [.. texts, "color_palette"]) is not { } members)
            return;

        foreach (var text in texts)
            Each(members, text, path, Text);
        Each(members, "color_palette", path, (palette, at) => Items(palette, at, CheckColor));
    }

    private void CheckElement(JsonValue value, string path)
    {
        // What kind of element it is decides which members it must have.
        var type = value.Members.FirstOrDefault(m => m.Name == "type")?.Value;
        var isText = type is { Kind: JsonValueKind.String, Text: "text" };
        string[] required = isText ? ["type", "desc", "text"] : ["type", "desc"];
        if (Members(value, path, required, ["bbox", "color_palette"]) is not { } members)
            return;

        if (type is not null && type is not { Kind: JsonValueKind.String, Text: "obj" or "text" })
            Wrong(type, $"{path}.type", "\"obj\" or \"text\"");
        Each(members, "desc", path, Text);
        if (isText)
            Each(members, "text", path, Text);
        Each(members, "bbox", path, CheckBox);
        Each(members, "color_palette", path, (palette, at) => Items(palette, at, CheckColor));
    }

    private void CheckBox(JsonValue value, string path)
    {
        var corners = value.Items.Select(i => WholeNumber(i) is { } n and >= 0 and <= Canvas ? n : -1).ToList();
        if (value.Kind != JsonValueKind.Array || corners.Count != 4 || corners.Contains(-1))
            Wrong(value, path, FormattableString.Invariant($"four whole numbers from 0 to {Canvas}, without a fraction: [top, left, bottom, right]"));
        else if (corners[0] >= corners[2] || corners[1] >= corners[3])
            Report(CaptionRules.EmptyBox, value.Start, $"{path} has no area: its numbers are [top, left, bottom, right], on a canvas of 1000 by 1000. "
                + "Swap them.");
    }

    private void CheckColor(JsonValue value, string path)
    {
        if (value is not { Kind: JsonValueKind.String, Text.Length: 7 } || value.Text[0] != '#' || !value.Text.Skip(1).All(Uri.IsHexDigit))
            Wrong(value, path, "a colour such as \"#1a2b3c\"");
    }

    private void Text(JsonValue value, string path)
    {
        if (value.Kind != JsonValueKind.String)
            Wrong(value, path, "a text");
        else if (value.Text.Trim().Length == 0)
            Report(CaptionRules.Empty, value.Start, $"{path} is empty. Describe what is there.");
        else if (value.Text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')))
            Report(CaptionRules.ControlCharacter, value.Start, $"{path} has a control character. Remove it.");
    }

    private void Items(JsonValue value, string path, Action<JsonValue, string> check)
    {
        if (value.Kind != JsonValueKind.Array)
        {
            Wrong(value, path, "a list");
            return;
        }

        for (var i = 0; i < value.Items.Count; i++)
            check(value.Items[i], FormattableString.Invariant($"{path}[{i}]"));
    }

    private Dictionary<string, JsonValue>? Members(JsonValue value, string path, string[] required, string[] optional)
    {
        if (value.Kind != JsonValueKind.Object)
        {
            Wrong(value, path, "an object");
            return null;
        }

        var members = new Dictionary<string, JsonValue>(StringComparer.Ordinal);
        string[] known = [.. required, .. optional];
        foreach (var member in value.Members)
        {
            // What captioning models leave out they write as null, and Ideogram's schemas do not allow that.
            if (IsAbsent(member, path) && !required.Contains(member.Name, StringComparer.Ordinal))
                _absent.Add(member);
            else if (!known.Contains(member.Name, StringComparer.Ordinal))
                Report(CaptionRules.UnknownMember, member.Start, $"{path} has the member {MessageText.Quote(member.Name)}, which is not a member of "
                    + $"a structured caption{Suggestion.For(member.Name, known)}. Known members: {string.Join(", ", known)}.");
        }

        foreach (var member in value.Members.Where(m => known.Contains(m.Name, StringComparer.Ordinal) && !_absent.Contains(m)))
        {
            if (members.ContainsKey(member.Name))
                Report(CaptionRules.DuplicateMember, member.Start, $"{path} has the member {MessageText.Quote(member.Name)} twice. Keep one of the two.");
            else
                members.Add(member.Name, member.Value);
        }

        foreach (var name in required.Where(r => !members.ContainsKey(r)))
            Report(CaptionRules.MissingMember, value.Start, $"{path} has no '{name}', which a structured caption must have. Add it.");
        return members;
    }

    private static bool IsAbsent(JsonMember member, string path) => member.Value.Kind == JsonValueKind.Null
        || (path == "$" && member.Name == JsonPositions.SchemaMember);

    private static void Each(Dictionary<string, JsonValue> members, string name, string path, Action<JsonValue, string> check)
    {
        if (members.TryGetValue(name, out var value))
            check(value, $"{path}.{name}");
    }

    // Ideogram's document is OpenAPI 3.0, where an integer is written without a fraction: 700, and not 700.0.
    private static int? WholeNumber(JsonValue value) =>
        value.Kind == JsonValueKind.Number && int.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
            : null;

    private void Wrong(JsonValue value, string path, string wanted) =>
        Report(CaptionRules.WrongMember, value.Start, $"{path} must be {wanted}, but it is "
            + $"{(value.Kind == JsonValueKind.String ? MessageText.Quote(value.Text) : value.Name)}.");

    private void Report(Rule rule, int offset, string message)
    {
        _hasError |= rule.Severity == Severity.Error;

        // A hostile caption must not fill the log: this is more than a person fixes at once.
        if (_reported++ < MaxReported)
            diagnostics.Add(rule.At(file, _json.PositionOf(offset), $"{what}: {message}"));
    }
}
