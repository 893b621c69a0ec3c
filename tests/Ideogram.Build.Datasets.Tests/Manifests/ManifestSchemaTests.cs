using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;
using Ideogram.Build.Datasets.Manifests.Yaml;
using NJsonSchema;

namespace Ideogram.Build.Datasets.Tests.Manifests;

/// <summary>Throws the same manifests at docs/ideogram.schema.json and at the reader: an editor and the build must say the same.</summary>
public sealed class ManifestSchemaTests
{
    private static readonly string SchemaText = File.ReadAllText(Checkout.PathOf("docs/ideogram.schema.json"));

    [Fact]
    public async Task The_schema_and_the_reader_agree_on_thousands_of_manifests()
    {
        var schema = await JsonSchema.FromJsonAsync(SchemaText, TestContext.Current.CancellationToken);
        var manifests = new SchemaManifests(JsonNode.Parse(SchemaText)!.AsObject()).All();

        var verdicts = manifests.Select(m => (Manifest: m, Reader: ReaderErrors(m), Schema: SchemaErrors(schema, m))).ToList();

        verdicts.Count(v => v.Reader.Length == 0).ShouldBeGreaterThan(500);
        verdicts.Count(v => v.Reader.Length > 0).ShouldBeGreaterThan(1000);

        verdicts.Where(v => (v.Reader.Length == 0) != (v.Schema.Length == 0) && !IsForOthers(v.Manifest)).ShouldBeEmpty();

        // For judges outside of .NET: those that editors use.
        if (Environment.GetEnvironmentVariable("MANIFEST_VERDICTS") is { Length: > 0 } file)
        {
            await File.WriteAllLinesAsync(
                file,
                verdicts.Select(v => JsonSerializer.Serialize(new { manifest = v.Manifest, valid = v.Reader.Length == 0, v.Reader })),
                TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public void The_pattern_of_a_name_is_made_of_the_readers_tables()
    {
        var pattern = NamePattern.Create();

        (JsonNode.Parse(SchemaText)!["properties"]!["name"]!["pattern"]!.GetValue<string>() == pattern).ShouldBeTrue($"It must be:\n{pattern}");
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

    // Unlike JSON Schema and the judges in CI, this one counts the halves of characters in lengths, and .NET's '$' stands before a line feed too.
    private static bool IsForOthers(string manifest) =>
        manifest.Contains("😀😀", StringComparison.Ordinal) || manifest.Contains("\\n\"", StringComparison.Ordinal);

    private static string ReaderErrors(string yaml) =>
        string.Join('\n', ManifestReader.Read("/r/ideogram.yml", Encoding.UTF8.GetBytes(yaml)).Diagnostics);

    private static string SchemaErrors(JsonSchema schema, string yaml) =>
        string.Join('\n', schema.Validate(ToJson(new YamlLoader("m", yaml, []).Load())?.ToJsonString() ?? "null"));

    private static JsonNode? ToJson(YamlNode? node) => node switch
    {
        YamlSequence list => new JsonArray([.. list.Items.Select(ToJson)]),
        YamlMapping map => new JsonObject(map.Entries.Select(e => KeyValuePair.Create(((YamlScalar)e.Key).Text, ToJson(e.Value)))),
        YamlScalar { Type: YamlScalarType.Boolean } scalar => JsonValue.Create(bool.Parse(scalar.Text)),
        YamlScalar { Type: YamlScalarType.Integer or YamlScalarType.Float } scalar => ToJson(YamlScalarTypes.Number(scalar.Text)),
        YamlScalar { Type: YamlScalarType.Text } scalar => JsonValue.Create(scalar.Text),
        _ => null,
    };

    // What JSON cannot write is no number to a schema either.
    private static JsonNode? ToJson(double? number) => number is { } value ? value % 1 == 0 && Math.Abs(value) < long.MaxValue ? (long)value : value : null;
}
