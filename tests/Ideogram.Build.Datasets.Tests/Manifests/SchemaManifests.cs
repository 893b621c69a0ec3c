using System.Globalization;
using System.Text.Json.Nodes;

namespace Ideogram.Build.Datasets.Tests.Manifests;

/// <summary>
/// Manifests made of the schema: at each place where it expects a value every word that it allows, both sides of every bound, and much that it refuses; each
/// key alone, and each pair of keys with all that the schema allows for them.
/// </summary>
internal sealed class SchemaManifests(JsonObject schema)
{
    private const string Training = "{base: ideogram-v4, model-name: Acme Brand}";

    // What a key needs beside it, so that only the value in question decides.
    private static readonly Dictionary<string, string> Minimal = new(StringComparer.Ordinal)
    {
        ["name"] = "A",
        ["images"] = "[a.jpg]",
        ["training"] = Training,
        ["base"] = "ideogram-v4",
        ["model-name"] = "Acme Brand",
        ["path"] = "a.jpg",
        ["id"] = "abc",
        ["captions-from"] = "captions.csv",
        ["policy"] = "optional",
        ["require"] = "acme mark",
        ["file"] = "captions.csv",
        ["image"] = "file",
        ["text"] = "caption",
        ["steps"] = "500",
        ["ema"] = "0.5",
        ["learning-rate"] = "0.1",
        ["wandb-project"] = "brand",
        ["file-size"] = "25MB",
        ["total-size"] = "1GB",
        ["min-width"] = "512",
        ["min-height"] = "512",
    };

    private static readonly string[] Anything =
    [
        "text", "''", "' x'", "'x '", "\"\\u3000x\"", "\"x\\u00a0\"", "é", "日本　語", "~", "", "null", "true", "False", "yes", "[]", "[a.jpg]",
        "['']", "[5]", "[~]",
        "[[a]]", "{}", "{a: b}", "{path: a}", "[{path: a}]", "[{path: a, caption: b}]", "[{path: a, caption: b, c: d}]", "[{caption: a}]",
        "[{path: a, caption: 5}]",
        "[{path: ~}]", "[a, b: c]",
    ];

    private static readonly string[] Numbers =
    [
        "0", "-0", "+5", "5", "05", "-1", "1.5", "16.0", "16.", ".5", "-.5", "1e2", "1E+2", "1.5e3", "1e-3", "1e999", "0x10", "0xFF", "0X10", "0o20",
        "0o8", "020",
        "0b11", "1_000", "1,000", ".inf", "-.inf", ".nan", "'5'", "100.5", "99999999999999999999", "0.0", "1.0", "0.99999999", "1e", "e1", ".", "-",
        "0x", "1.2.3",
    ];

    private static readonly string[] Texts =
    [
        "25MB", "25 MiB", "1.5GB", "1.5B", "100B", "25mb", "0MB", "0.0 KB", "0.001KB", "1.2345MB", "1234567890B", "123456789GiB", "25  MB", "MB",
        ".5MB", "5.MB",
        "2GiB", "٢MB", "1e3B", "-1MB", "'1 B'", "a.jsonl", "a.csv", "p/a.CSV", ".csv", "a.json", "a.csv.txt", "\"a\\n.csv\"", "\"a.csv\\n\"",
    ];

    private static readonly string[] Names =
    [
        "abc_-9", "a/b", "a b", "Acme", "Acme Brand", "Acme-Brand 2", "A_B_C", "ÄcmeBrand", "Acme\u2010Brand", "abcé",
    ];

    /// <summary>All of them, each once.</summary>
    public IReadOnlyList<string> All() =>
    [
        .. Places(schema, At).Concat(Missing()).Concat(Pairs()).Concat(Lengths()).Concat(HiddenNames.All.Select(n => At("name", n)))
            .Distinct(StringComparer.Ordinal),
    ];

    // Each property of an object, with what may stand there.
    private static IEnumerable<string> Places(JsonObject place, Func<string, string, string> put)
    {
        foreach (var (key, value) in place["properties"]?.AsObject() ?? [])
        {
            foreach (var choice in Choices(value!.AsObject()))
            {
                foreach (var text in Values(choice))
                    yield return put(key, text);
                foreach (var inner in Places(choice, (k, v) => put(key, Object(choice, k, v))))
                    yield return inner;
                yield return put(key, Object(choice, "unknown", "1"));
            }

            foreach (var item in value["items"] is { } items ? Choices(items.AsObject()) : [])
            {
                foreach (var text in Values(item))
                    yield return put(key, $"[{text}]");
                foreach (var inner in Places(item, (k, v) => put(key, $"[{Object(item, k, v)}]")))
                    yield return inner;
            }
        }
    }

    private static IEnumerable<JsonObject> Choices(JsonObject place) =>
        place["type"] is null && place["anyOf"] is { } choices ? choices.AsArray().Select(c => c!.AsObject()) : [place];

    private static IEnumerable<string> Values(JsonObject place) =>
        [.. Words(place), .. Bounds(place), .. Anything, .. Numbers, .. place["pattern"] is null ? [] : Texts.Concat(Names)];

    private static IEnumerable<string> Words(JsonObject place) =>
        (place["enum"]?.AsArray() ?? []).Select(w => w!.ToString()).SelectMany(w => new[] { w, $"'{w}'", w.ToUpperInvariant(), w + "s" });

    private static IEnumerable<string> Bounds(JsonObject place)
    {
        string[] bounds = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"];
        foreach (var bound in bounds.Select(b => place[b]?.GetValue<double>()).OfType<double>())
        {
            foreach (var value in new[] { bound - 1, bound - 0.5, bound, bound + 0.5, bound + 1, bound + 50, bound + 100 })
                yield return value.ToString(CultureInfo.InvariantCulture);
        }
    }

    // Texts of the longest and shortest lengths, of letters and of characters that are two halves each.
    private static IEnumerable<string> Lengths()
    {
        foreach (var character in new[] { "x", "é", "😀" })
        {
            foreach (var length in new[] { 1, 4, 5, 30, 31, 32, 33, 63, 64, 65, 128, 129, 200, 201 })
            {
                var text = string.Concat(Enumerable.Repeat(character, length));
                yield return At("name", text);
                yield return At("id", text);
                yield return At("training", $"{{base: ideogram-v3, model-name: {text}}}");
                yield return At("training", $"{{base: ideogram-v4, model-name: Acme Brand, wandb-project: {text}}}");
                yield return At("captions-from", $"{{file: a.csv, image: {text}}}");
            }

            foreach (var text in new[] { 500, 501, 999, 1000, 1001 }.Select(length => string.Concat(Enumerable.Repeat(character, length))))
            {
                yield return At("images", $"[{text}]");
                yield return At("images", $"[{{path: {text}}}]");
                yield return At("captions-from", $"{text}.csv");
                yield return At("captions-from", $"{text.Substring(4 * character.Length)}.csv");
            }
        }

        foreach (var lines in new[] { 999, 1000, 1001 })
            yield return At("images", $"[{string.Join(',', Enumerable.Repeat("a", lines))}]");
    }

    private IEnumerable<string> Missing()
    {
        yield return "";
        yield return "[]";
        yield return "text";
        yield return "name: A";
        yield return "images: [a.jpg]";
        yield return At("nmae", "A");
        foreach (var key in schema["properties"]!.AsObject().Select(p => p.Key))
            yield return $"{key}: {Minimal.GetValueOrDefault(key, "{}")}";
    }

    // The keys of an object by twos, with each word that the schema allows for them: what contradicts what.
    private IEnumerable<string> Pairs()
    {
        foreach (var (one, two) in Twos(schema))
            yield return Whole(new(StringComparer.Ordinal) { [one.Key] = one.Value, [two.Key] = two.Value });
        foreach (var (key, place) in schema["properties"]!.AsObject().Where(p => p.Value!["properties"] is not null))
        {
            foreach (var (one, two) in Twos(place!.AsObject()))
                yield return At(key, Object(place.AsObject(), (one.Key, one.Value), (two.Key, two.Value)));
        }

        foreach (var start in new[] { "manual", "on-change" })
        {
            foreach (var update in Allowed("update", schema["properties"]!["update"]!.AsObject()))
            {
                var training = Training.Replace("}", $", start: {start}}}", StringComparison.Ordinal);
                yield return Whole(new(StringComparer.Ordinal) { ["update"] = update, ["training"] = training });
                yield return Whole(new(StringComparer.Ordinal) { ["id"] = "abc", ["update"] = update, ["training"] = training });
            }
        }
    }

    private static IEnumerable<(KeyValuePair<string, string> One, KeyValuePair<string, string> Two)> Twos(JsonObject place)
    {
        var words = place["properties"]!.AsObject().SelectMany(p => Allowed(p.Key, p.Value!.AsObject()).Select(w => KeyValuePair.Create(p.Key, w))).ToList();
        return words.SelectMany(a => words.Select(b => (a, b))).Where(p => string.CompareOrdinal(p.a.Key, p.b.Key) < 0);
    }

    private static string[] Allowed(string key, JsonObject place) => place["enum"] is { } words
        ? [.. words.AsArray().Select(w => w!.ToString())]
        : [Minimal.GetValueOrDefault(key, "{}")];

    private static string At(string key, string value) => Whole(new(StringComparer.Ordinal) { [key] = value });

    private static string Whole(Dictionary<string, string> values)
    {
        var lines = new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = "A", ["images"] = "[a.jpg]" };
        foreach (var (key, value) in values)
            lines[key] = value;
        return string.Concat(lines.Select(l => $"{l.Key}: {l.Value}\n"));
    }

    private static string Object(JsonObject place, string key, string value) => Object(place, (key, value));

    private static string Object(JsonObject place, params (string Key, string Value)[] values)
    {
        var members = (place["required"]?.AsArray() ?? []).ToDictionary(r => r!.ToString(), r => Minimal[r!.ToString()], StringComparer.Ordinal);
        foreach (var (key, value) in values)
            members[key] = value;
        return $"{{{string.Join(", ", members.Select(m => $"{m.Key}: {m.Value}"))}}}";
    }
}
