using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;
using Ideogram.Build.Datasets.Manifests.Yaml;
using NJsonSchema;

namespace Ideogram.Build.Datasets.Tests.Manifests;

/// <summary>Throws the same manifests at docs/ideogram.schema.json and at the reader: an editor and the build must say the same.</summary>
public sealed class ManifestSchemaTests
{
    private const string Base = "name: A\nimages: [a.jpg]\n";
    private const string Training = Base + "training: {base: ideogram-v4, model-name: Acme Brand";
    private const string TrainingV3 = Base + "training: {base: ideogram-v3, model-name: Acme Brand";

    private static readonly string SchemaText = File.ReadAllText(Checkout.PathOf("docs/ideogram.schema.json"));

    private static readonly string[] Values =
    [
        "text", "''", "' x'", "'x '", "\"a\\tb\"", "\"a\\u202eb\"", "\"a\\u200db\"", "\"a\\u3164\"", "\"a\\u2800b\"", "\"\\uffa0\"", "\"a\\ufe0f\"",
            "\"1\\ufe0f\"", "\"a\\ufe0eb\"", "\"a\\u034f\"", "\"a\\U000E0041b\"", "\"\\u200d💻\"",
        "👩‍💻", "🏳️‍🌈 ☀️", "1️⃣", "❤️‍🔥", "é", "日本　語", "5", "-1", "0", "1.5", "true", "~", "", "[]",
        "[a.jpg]", "['']", "[5]", "[~]", "[{path: a}]",
        "[{caption: a}]", "[{path: a, caption: 5}]", "[{path: a, caption: b, c: d}]", "{}", "{a: b}", "{path: a}", "none", "optional", "required", "Optional",
            "additive",
        "keep-stale", "revision", "refuse", "keep", "match", "25MB",
    ];

    private static readonly string[] Special =
    [
        "", "[]", "name: A", "images: [a.jpg]", Base, Base + "nmae: x", Base + "id: abc_-9", Base + "id: a/b", Base + "id: abc\nupdate: revision", Base
            + "id: abc\nupdate: additive",
        Base + "update: revision", $"name: {new string('x', 64)}\nimages: [a]", $"name: {new string('x', 65)}\nimages: [a]", $"name: A\nimages: "
            + $"['{new string('x', 1000)}']",
        $"name: A\nimages: ['{new string('x', 1001)}']", $"name: A\nimages: [{string.Join(',', Enumerable.Repeat("a", 1000))}]", $"name: A\nimages: "
            + $"[{string.Join(',', Enumerable.Repeat("a", 1001))}]",
        Base + $"id: {new string('x', 64)}", Base + $"id: {new string('x', 65)}",
        Base + "limits: {file-size: 25MB}", Base + "limits: {file-size: 25 MiB}", Base + "limits: {file-size: 1.5GB}", Base + "limits: {file-size: 1.5B}",
            Base + "limits: {file-size: 100B}",
        Base + "limits: {file-size: 25mb}", Base + "limits: {file-size: 25}", Base + "limits: {file-size: 0MB}", Base + "limits: {file-size: 0.0 KB}", Base
            + "limits: {file-size: 1.2345MB}",
        Base + "limits: {file-size: 1234567890B}", Base + "limits: {file-size: 25  MB}", Base + "limits: {file-size: MB}", Base + "limits: {file-size: .5MB}",
            Base + "limits: {total-size: 3GiB}",
        Base + "limits: {min-width: 512, min-height: 512}", Base + "limits: {min-width: 100000}", Base + "limits: {min-width: 100001}", Base
            + "limits: {min-width: '5'}", Base + "limits: {width: 5}",
        Training + "}", Training + ", start: manual}", Training + ", start: on-change}", Training + ", start: on-change}\nupdate: revision", Training
            + ", start: on-change}\nupdate: additive",
        Training + ", start: never}", Training + ", steps: 100}", Training + ", steps: 10000}", Training + ", steps: 10100}", Training + ", steps: 150}",
            Training + ", steps: 0}", Training + ", steps: '100'}",
        Training + ", lora-rank: 64}", Training + ", lora-rank: 128}", Training + ", lora-rank: 96}", Training + ", lora-rank: '64'}", Training
            + ", ema: 0.5}", Training + ", ema: 0}", Training + ", ema: 1}",
        Training + ", ema: 1e-3}", Training + ", ema: x}", Training + ", learning-rate: 0.0001}", Training + ", learning-rate: 0}", Training
            + ", learning-rate: -1}", Training + ", learning-rate: 1}",
        Training + ", learning-rate: 1.1}", Training + ", batch-size: 1}", Training + ", batch-size: 32}", Training + ", batch-size: 3}",
        Training + ", batch-size: '8'}",
        Training + ", base-variant: distilled_gd}", Training + ", base-variant: oldbase_farzad_fused}",
        Training + ", base-variant: distilled-gd}", Training + ", base-variant: 1}",
        Training + ", wandb-project: brand.2_a-b c}", Training + ", wandb-project: ''}", Training + ", wandb-project: ' a'}",
        Training + ", wandb-project: 'a '}", Training + ", wandb-project: a/b}",
        Training + ", wandb-project: 5}", Training + $", wandb-project: {new string('x', 128)}}}", Training + $", wandb-project: {new string('x', 129)}}}",
        TrainingV3 + ", batch-size: 8}", TrainingV3 + ", base-variant: distilled_gd}", TrainingV3 + ", wandb-project: brand}", TrainingV3 + ", steps: 500}",
        Training + ", other: 1}", Base + "training: {base: ideogram-v3, model-name: Acme Brand}", Base
            + "training: {base: ideogram-v2, model-name: Acme Brand}",
        Base + "training: {base: ideogram-v3}", Base + "training: {model-name: Acme Brand}", Base + "training: {base: ideogram-v3, model-name: Acme}", Base
            + "training: {base: ideogram-v3, model-name: 12345}",
        Base + "training: {base: ideogram-v3, model-name: A_B_C}", Base + $"training: {{base: ideogram-v3, model-name: {new string('x', 30)}}}", Base
            + $"training: {{base: ideogram-v3, model-name: {new string('x', 31)}}}",
        Base + "captions-from: a.jsonl", Base + "captions-from: p/a.CSV", Base + "captions-from: .csv", Base + "captions-from: a.json",
        Base + "captions-from: {file: a.csv}", Base + "captions-from: {file: a.csv, image: i, text: t}", Base + "captions-from: {file: a.csv, image: ''}",
        Base + "captions-from: {file: a.csv, text: 5}", Base + "captions-from: {image: a}", Base + "captions-from: {file: a.txt}",
        Base + "captions-from: {file: a.csv, column: a}",
        Base + $"captions-from: {new string('x', 996)}.csv", Base + $"captions-from: {new string('x', 997)}.csv",
        Base + $"captions-from: {{file: a.csv, text: {new string('x', 200)}}}", Base + $"captions-from: {{file: a.csv, text: {new string('x', 201)}}}",
        Base + "captions: none\ncaptions-from: a.csv", Base + "captions: required\ncaptions-from: a.csv",
        Base + "rules: {IDEO2007: none}", Base + "rules: {IDEO2007: info}", Base + "rules: {IDEO2007: ~}", Base + "rules: {IDEO1021: none}", Base
            + "rules: {IDEO1021: error}", Base + "rules: {IDEO9999: none}",
        Base + "rules: {x: none}", Base + "rules: {IDEO4008: warning}",
    ];

    [Fact]
    public async Task The_schema_and_the_reader_agree_on_hundreds_of_manifests()
    {
        var schema = await JsonSchema.FromJsonAsync(SchemaText, TestContext.Current.CancellationToken);
        string[] keys = ["name", "id", "images", "captions", "captions-from", "update", "foreign", "limits", "training", "rules"];
        var manifests = keys.SelectMany(k => Values.Select(v => With(k, v))).Concat(Special).Distinct().ToList();

        var verdicts = manifests.Select(m => (Manifest: m, Reader: ReaderErrors(m), Schema: SchemaErrors(schema, m))).ToList();

        verdicts.Count(v => v.Reader.Length == 0).ShouldBeGreaterThan(30);
        verdicts.Count(v => v.Reader.Length > 0).ShouldBeGreaterThan(100);
        verdicts.Where(v => (v.Reader.Length == 0) != (v.Schema.Length == 0)).ShouldBeEmpty();
    }

    [Fact]
    public void The_schema_offers_exactly_the_codes_that_can_be_changed()
    {
        var rules = JsonNode.Parse(SchemaText)!["properties"]!["rules"]!["properties"]!.AsObject();

        rules.Select(r => (r.Key, (string?)r.Value!["description"]))
            .ShouldBe(RuleCatalog.All.Where(r => r.IsAdjustable).Select(r => (r.Code, (string?)$"{r.Title}. {r.HelpLink}")), ignoreOrder: true);
    }

    [Fact]
    public void Every_key_has_a_text_to_hover_over()
    {
        var missing = new List<string>();
        Look(JsonNode.Parse(SchemaText)!.AsObject(), "$");
        missing.ShouldBeEmpty();

        void Look(JsonObject schema, string path)
        {
            foreach (var (name, value) in schema["properties"]?.AsObject() ?? [])
            {
                if (value!["description"] is null)
                    missing.Add($"{path}.{name}");
                Look(value.AsObject(), $"{path}.{name}");
            }

            foreach (var item in schema["items"]?["anyOf"]?.AsArray() ?? [])
                Look(item!.AsObject(), $"{path}[]");
        }
    }

    private static string With(string key, string value)
    {
        var lines = new Dictionary<string, string> { ["name"] = "A", ["images"] = "[a.jpg]", [key] = value };
        return string.Concat(lines.Select(l => $"{l.Key}: {l.Value}\n"));
    }

    private static string ReaderErrors(string yaml) =>
        string.Join('\n', ManifestReader.Read("/r/ideogram.yml", Encoding.UTF8.GetBytes(yaml)).Diagnostics);

    private static string SchemaErrors(JsonSchema schema, string yaml) =>
        string.Join('\n', schema.Validate(ToJson(new YamlLoader("m", yaml, []).Load())?.ToJsonString() ?? "null"));

    private static JsonNode? ToJson(YamlNode? node) => node switch
    {
        YamlSequence list => new JsonArray([.. list.Items.Select(ToJson)]),
        YamlMapping map => new JsonObject(map.Entries.Select(e => KeyValuePair.Create(((YamlScalar)e.Key).Text, ToJson(e.Value)))),
        YamlScalar { Type: YamlScalarType.Boolean } scalar => JsonValue.Create(bool.Parse(scalar.Text)),
        YamlScalar { Type: YamlScalarType.Integer } scalar => JsonValue.Create(long.Parse(scalar.Text, CultureInfo.InvariantCulture)),
        YamlScalar { Type: YamlScalarType.Float } scalar => JsonValue.Create(double.Parse(scalar.Text, CultureInfo.InvariantCulture)),
        YamlScalar { Type: YamlScalarType.Text } scalar => JsonValue.Create(scalar.Text),
        _ => null,
    };
}
