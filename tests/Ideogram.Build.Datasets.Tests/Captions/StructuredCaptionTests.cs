using System.Text;
using System.Text.Json.Nodes;
using Ideogram.Build.Datasets.Captions;
using Ideogram.Build.Datasets.Captions.Structured;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Validation;
using NJsonSchema;

namespace Ideogram.Build.Datasets.Tests.Captions;

public sealed class StructuredCaptionTests : IDisposable
{
    private const string Sound = """
        {
          "high_level_description": "A red fox on a wall",
          "compositional_deconstruction": {
            "background": "A garden at dusk",
            "elements": [
              { "type": "obj", "desc": "A fox", "bbox": [100, 200, 600, 700], "color_palette": ["#aa3311"] },
              { "type": "text", "desc": "A sign", "text": "BEWARE", "bbox": [0, 0, 100, 1000] }
            ]
          },
          "style_description": { "medium": "photograph", "color_palette": ["#102030"] },
          "tags": ["fox"]
        }
        """;

    private readonly TempRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void A_sound_one_is_taken_as_it_stands()
    {
        _repository.Images("a.png").Write("a.json", Sound).ManifestOf("a.png");

        var dataset = _repository.Validate();

        dataset.ShouldBeClean();
        dataset.Assets.ShouldHaveSingleItem().Caption.ShouldBe(new Caption(Sound, CaptionKind.Structured, _repository.PathOf("a.json"), Position.Start));
    }

    [Theory]
    [InlineData("\"tags\": [\"fox\"]", "\"tags\": null")]
    [InlineData("\"medium\": \"photograph\",", "\"medium\": null, \"photo\": null,")]
    [InlineData("\"bbox\": [100, 200, 600, 700]", "\"bbox\": null, \"text\": null")]
    [InlineData("[\"#102030\"]", "null")]
    [InlineData("\"tags\"", "\"unheard\": null, \"tags\"")]
    [InlineData("{\n  \"high", "{\n  \"$schema\": \"https://example.org/caption.schema.json\",\n  \"high")]
    public void A_member_that_is_null_or_for_editors_is_absent_and_not_sent(string old, string replacement)
    {
        var json = Sound.ReplaceLineEndings("\n").Replace(old, replacement, StringComparison.Ordinal);
        json.ShouldNotBe(Sound);
        _repository.Images("a.png").Write("a.json", json).ManifestOf("a.png");

        var dataset = _repository.Validate();

        dataset.ShouldBeClean();
        var sent = dataset.Assets.ShouldHaveSingleItem().Caption!.Text;
        sent.ShouldNotContain("null");
        sent.ShouldNotContain("$schema");
        JsonNode.Parse(sent)!["high_level_description"]!.GetValue<string>().ShouldBe("A red fox on a wall");
        JsonNode.Parse(sent)!["compositional_deconstruction"]!["elements"]![1]!["bbox"]!.ToJsonString().ShouldBe("[0,0,100,1000]");
    }

    [Theory]
    [InlineData("\"text\": 5")]
    [InlineData("\"text\": \"\"")]
    [InlineData("\"extra\": 1, \"extra\": 2")]
    [InlineData("\"extra\": {\"bbox\": 5}")]
    public void An_unknown_member_never_causes_an_error(string member)
    {
        _repository.Images("a.png").Write("a.json", Sound.Replace("\"desc\": \"A fox\"", $"\"desc\": \"A fox\", {member}", StringComparison.Ordinal))
            .ManifestOf("a.png");

        var dataset = _repository.Validate();

        dataset.Diagnostics.ShouldAllBe(d => d.Rule == CaptionRules.UnknownMember);
        dataset.Assets.ShouldHaveSingleItem().Caption.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("```json\n", "\n```\n", 1, "Remove line 1 and line 14.")]
    [InlineData("\n\n```\n", "\n```", 3, "Remove line 3 and line 16.")]
    [InlineData("```json\n", "", 1, "Remove line 1.")]
    public void A_markdown_fence_is_named_with_the_lines_to_remove(string before, string after, int line, string words)
    {
        _repository.Images("a.png").Write("a.json", before + Sound.ReplaceLineEndings("\n") + after).ManifestOf("a.png");

        _repository.Validate().ShouldOnlyHave(CaptionRules.JsonSyntax).ShouldBeAt(line, 1).ShouldSay(words).ShouldSay("Markdown");
    }

    [Theory]
    [InlineData("garden", "gar\\ud83dden", 4, 19)]
    [InlineData("\"tags\"", "\"x\\udc00\": 1, \"tags\"", 11, 3)]
    [InlineData("[\"fox\"]", "[\"\\ud83d\"]", 11, 12)]
    public void Half_a_character_is_an_error_at_its_text(string old, string replacement, int line, int column)
    {
        _repository.Images("a.png").Write("a.json", Sound.Replace(old, replacement, StringComparison.Ordinal)).ManifestOf("a.png");

        _repository.Validate().Diagnostics.ShouldContain(d => d.Rule == CaptionRules.ControlCharacter && d.Position == new Position(line, column)
            && d.Message.Contains("half of a character"));
    }

    [Fact]
    public async Task The_schema_for_editors_and_the_checker_agree()
    {
        var schema = await JsonSchema.FromFileAsync(Checkout.PathOf("docs/caption.schema.json"), TestContext.Current.CancellationToken);
        (string Old, string New)[] changes =
        [
            ("", ""), ("\"A red fox on a wall\"", "5"), ("\"A red fox on a wall\"", "\" \""), ("\"A red fox on a wall\"", "null"),
                ("high_level_description", "high_level_descriptoin"),
            ("\"background\": \"A garden at dusk\",", ""), ("\"type\": \"obj\"", "\"type\": \"object\""), ("\"text\": \"BEWARE\", ", ""),
                ("\"text\": \"BEWARE\"", "\"text\": null"), ("[100, 200, 600, 700]", "[100, 200, 600]"),
            ("[100, 200, 600, 700]", "[100, 200, 600, 1001]"), ("[100, 200, 600, 700]", "[100, 200, 600, 0.5]"), ("[100, 200, 600, 700]", "null"),
                ("#aa3311", "red"), ("[\"fox\"]", "\"fox\""), ("[\"fox\"]", "null"),
            ("[\"fox\"]", "[null]"), ("{ \"medium\": \"photograph\", \"color_palette\": [\"#102030\"] }", "null"), ("\"photograph\"", "null"),
                ("\"photograph\"", "7"), ("[\"#102030\"]", "[]"), ("\"elements\": [", "\"elements\": 5, \"x\": ["),
        ];
        foreach (var (old, replacement) in changes)
        {
            var json = old.Length == 0 ? Sound : Sound.Replace(old, replacement, StringComparison.Ordinal);
            var diagnostics = new List<Diagnostic>();
            new StructuredCaption("It", "a.json", Encoding.UTF8.GetBytes(json), diagnostics).Check();
            // Of an unknown member the checker warns, for the API may be newer; an editor shows it all the same.
            (schema.Validate(json).Count == 0).ShouldBe(diagnostics.Count == 0, $"{json}\n{string.Join('\n', diagnostics)}");
        }
    }

    [Theory]
    [InlineData("\"A red fox on a wall\"", "5", "IDEO3022", 2, 29, "$.high_level_description must be a text, but it is the number 5")]
    [InlineData("\"A red fox on a wall\"", "\" \"", "IDEO3004", 2, 29, "$.high_level_description is empty")]
    [InlineData("high_level_description", "high_level_descriptoin", "IDEO3023", 2, 3, "did you mean 'high_level_description'?")]
    [InlineData("\"background\": \"A garden at dusk\",", "", "IDEO3021", 3, 35, "$.compositional_deconstruction has no 'background'")]
    [InlineData("\"type\": \"obj\"", "\"type\": \"object\"", "IDEO3022", 6, 17, "$.compositional_deconstruction.elements[0].type must be \"obj\" or "
        + "\"text\", but it is 'object'")]
    [InlineData("\"text\": \"BEWARE\", ", "", "IDEO3021", 7, 7, "elements[1] has no 'text'")]
    [InlineData("[100, 200, 600, 700]", "[100, 200, 600]", "IDEO3022", 6, 49, "elements[0].bbox must be four whole numbers from 0 to 1000, without a fraction")]
    [InlineData("[100, 200, 600, 700]", "[100, 200, 600, 1001]", "IDEO3022", 6, 49, "elements[0].bbox")]
    [InlineData("[100, 200, 600, 700]", "[100, 200, 600, 0.5]", "IDEO3022", 6, 49, "elements[0].bbox")]
    [InlineData("[100, 200, 600, 700]", "[100, 200, 600, 700.0]", "IDEO3022", 6, 49, "elements[0].bbox must be four whole numbers from 0 to "
        + "1000, without a fraction")]
    [InlineData("[100, 200, 600, 700]", "[100, 200, 600, 7e2]", "IDEO3022", 6, 49, "elements[0].bbox")]
    [InlineData("[100, 200, 600, 700]", "[600, 200, 100, 700]", "IDEO3025", 6, 49, "has no area")]
    [InlineData("#aa3311", "red", "IDEO3022", 6, 89, "color_palette[0] must be a colour")]
    [InlineData("[\"fox\"]", "\"fox\"", "IDEO3022", 11, 11, "$.tags must be a list")]
    [InlineData("\"tags\"", "\"background\": \"x\", \"tags\"", "IDEO3023", 11, 3, "'background'")]
    [InlineData("\"medium\": \"photograph\"", "\"medium\": \"a\", \"medium\": \"b\"", "IDEO3024", 10, 41, "'medium' twice")]
    [InlineData("dusk\",", "dusk\"", "IDEO3020", 5, 5, "is not JSON")]
    [InlineData("garden", "gar\\u0007den", "IDEO3005", 4, 19, "control character")]
    public void A_mistake_is_reported_at_its_member(string old, string replacement, string code, int line, int column, string message)
    {
        _repository.Images("a.png").Write("a.json", Sound.Replace(old, replacement, StringComparison.Ordinal)).ManifestOf("a.png");

        var diagnostic = _repository.Validate().Diagnostics.First(d => d.Code == code);
        diagnostic.File.ShouldBe(_repository.PathOf("a.json"));
        diagnostic.ShouldBeAt(line, column).ShouldSay(message);
        diagnostic.ShouldSay("'a.json'");
    }

    [Theory]
    [Trait("Category", "Hostile")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"\\ud800\"")]
    [InlineData("{\"high_level_description\": \"\\udc00\"}")]
    [InlineData("{} {}")]
    [InlineData("{\"a\":")]
    [InlineData("// no\n{}")]
    [InlineData("\u0000")]
    public void What_is_no_structured_caption_is_an_error(string json)
    {
        _repository.Images("a.png").Write("a.json", json).ManifestOf("a.png");

        var dataset = _repository.Validate();
        dataset.Diagnostics.ShouldContain(d => d.IsError && d.Code.StartsWith("IDEO302", StringComparison.Ordinal));
        dataset.Assets.ShouldHaveSingleItem().Caption.ShouldBeNull();
    }

    [Fact]
    [Trait("Category", "Hostile")]
    public void Thirty_thousand_brackets_are_one_error()
    {
        _repository.Images("a.png").Write("a.json", new string('[', 30_000)).ManifestOf("a.png");

        _repository.Validate().ShouldOnlyHave(CaptionRules.JsonSyntax);
    }

    [Fact]
    [Trait("Category", "Hostile")]
    public void A_caption_with_thousands_of_mistakes_reports_a_hundred()
    {
        _repository.Images("a.png").Write("a.json", $"{{{string.Join(',', Enumerable.Range(0, 5_000).Select(i => $"\"k{i}\":0"))}}}").ManifestOf("a.png");

        var dataset = _repository.Validate();

        dataset.Diagnostics.Count.ShouldBe(100);
        dataset.Assets.ShouldHaveSingleItem().Caption.ShouldBeNull();
    }

    [Fact]
    public void Structured_captions_for_ideogram_3_are_an_error_that_rules_may_lower()
    {
        _repository.Images([.. Enumerable.Range(10, 15).Select(i => $"{i}.png")]).Write("10.json", Sound)
            .Manifest("name: A\nimages: ['*.png']\ntraining: {base: ideogram-v3, model-name: Acme Brand}\n");
        _repository.Validate().ShouldOnlyHave(DatasetRules.StructuredCaptionsForV3).ShouldBeAt(3, 11).ShouldSay("'10.png'");

        _repository.Manifest("name: A\nimages: ['*.png']\ntraining: {base: ideogram-v3, model-name: Acme Brand}\nrules: {IDEO4008: none}\n");
        _repository.Validate().ShouldBeClean();
    }
}
