using System.Text;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Tests.Manifests;

public sealed class ManifestReaderTests
{
    [Fact]
    public void A_full_manifest_is_read()
    {
        var reading = Read("""
            name: Acme Brand
            images:
              - photos/**/*.jpg
              - "!photos/rejected/**"
              - path: logo/mark.png
                caption: The Acme mark, black on white
            captions: required
            update: revision
            foreign: match
            limits: { file-size: 10MiB, total-size: 1.5GB, min-width: 512, min-height: 256 }
            training:
              base: ideogram-v4
              model-name: Acme Brand
              start: on-change
              steps: 2000
              lora-rank: 64
              ema: 0.99
              learning-rate: 1e-4
              batch-size: 16
              base-variant: oldbase_farzad_fused
              wandb-project: acme-brand
            rules: { IDEO2007: none, IDEO3008: error }
            """);

        reading.Diagnostics.ShouldBeEmpty();
        var manifest = reading.Manifest.ShouldNotBeNull();
        manifest.Name.ShouldBe("Acme Brand");
        manifest.Images.Select(i => (i.Pattern, i.IsExclude, i.IsSingleFile, i.Caption)).ShouldBe(
        [
            ("photos/**/*.jpg", false, false, null),
            ("photos/rejected/**", true, false, null),
            ("logo/mark.png", false, true, "The Acme mark, black on white"),
        ]);
        manifest.Images[2].CaptionPosition.ShouldBe(new Position(6, 14));
        manifest.Captions.ShouldBe(CaptionPolicy.Required);
        manifest.Update.ShouldBe(UpdatePolicy.Revision);
        manifest.Foreign.ShouldBe(ForeignPolicy.Match);
        manifest.Limits.ShouldBe(new Limits { FileSize = 10_485_760, TotalSize = 1_500_000_000, MinWidth = 512, MinHeight = 256 });
        manifest.Training.ShouldBe(new TrainingSettings
        {
            Base = BaseModel.IdeogramV4,
            ModelName = "Acme Brand",
            Start = TrainingStart.OnChange,
            Steps = 2000,
            LoraRank = 64,
            Ema = 0.99,
            LearningRate = 1e-4,
            BatchSize = 16,
            BaseVariant = BaseVariant.OldbaseFarzadFused,
            WandbProject = "acme-brand",
            Position = new Position(12, 3),
        });
        manifest.Rules.ShouldBe(new Dictionary<string, Severity?> { ["IDEO2007"] = null, ["IDEO3008"] = Severity.Error }, ignoreOrder: true);
    }

    [Fact]
    public void A_byte_order_mark_is_tolerated() =>
        ManifestReader.Read("/r/ideogram.yml", [.. "\uFEFF"u8, .. "name: A\nimages: [a.jpg]"u8]).Diagnostics.ShouldBeEmpty();

    [Theory]
    [InlineData("name: A\nimages: [a.jpg]\nimagse: 1", "IDEO1010", 3, 1, "did you mean 'images'?")]
    [InlineData("name: A\nimages: [a.jpg]\ntags: 1", "IDEO1010", 3, 1, "Known keys: name, id")]
    [InlineData("name: A\nimages: [a.jpg]\n<<: {id: b}", "IDEO1010", 3, 1, "Merge keys")]
    [InlineData("name: A\nname: B\nimages: [a.jpg]", "IDEO1011", 2, 1, "is twice in the manifest")]
    [InlineData("images: [a.jpg]", "IDEO1012", 1, 1, "no 'name'")]
    [InlineData("name: A", "IDEO1012", 1, 1, "no 'images'")]
    [InlineData("", "IDEO1012", 1, 1, "empty")]
    [InlineData("# nothing\n", "IDEO1012", 1, 1, "empty")]
    [InlineData("- a\n- b", "IDEO1013", 1, 1, "an object of keys and values, but it is a list")]
    [InlineData("name: 2024\nimages: [a.jpg]", "IDEO1013", 1, 7, "Put it in quotes: \"2024\"")]
    [InlineData("name: true\nimages: [a.jpg]", "IDEO1013", 1, 7, "must be a text")]
    [InlineData("name:\nimages: [a.jpg]", "IDEO1013", 1, 6, "but it is empty")]
    [InlineData("name: A\nimages: a.jpg", "IDEO1013", 2, 9, "a list of globs")]
    [InlineData("name: A\nimages:\n\t- a.jpg", "IDEO1004", 3, 1, "Indent with spaces")]
    [InlineData("name: A\nimages: [[a.jpg]]", "IDEO1013", 2, 10, "must be a text, but it is a list")]
    [InlineData("name: A\nimages: []", "IDEO1015", 2, 9, "1 to 1000 lines")]
    [InlineData("name: A\nimages: ['']", "IDEO1015", 2, 10, "1 to 1000 characters")]
    [InlineData("name: A\nimages: [{caption: x}]", "IDEO1012", 2, 10, "has no 'path'")]
    [InlineData("name: A\nimages: [{path: a.jpg, captoin: x}]", "IDEO1010", 2, 24, "did you mean 'caption'?")]
    [InlineData("name: ' A'\nimages: [a.jpg]", "IDEO1015", 1, 7, "1 to 64 characters")]
    [InlineData("name: \"A\\u202e\"\nimages: [a.jpg]", "IDEO1015", 1, 7, "A\\u202e")]
    [InlineData("name: \"A\\u3164\"\nimages: [a.jpg]", "IDEO1015", 1, 7, "holds U+3164, which is invisible: 'A\\u3164'")]
    [InlineData("name: A\u2800\nimages: [a.jpg]", "IDEO1015", 1, 7, "U+2800")]
    [InlineData("name: A\U000E0041\nimages: [a.jpg]", "IDEO1015", 1, 7, "U+E0041")]
    [InlineData("name: A\nimages: [a.jpg]\nid: ../../users", "IDEO1015", 3, 5, "dataset id")]
    [InlineData("name: A\nimages: [a.jpg]\ncaptions: requried", "IDEO1014", 3, 11, "did you mean 'required'?")]
    [InlineData("name: A\nimages: [a.jpg]\ncaptions: true", "IDEO1014", 3, 11, "optional, required, none")]
    [InlineData("name: A\nimages: [a.jpg]\nlimits: {file-size: 25}", "IDEO1013", 3, 21, "a size with its unit")]
    [InlineData("name: A\nimages: [a.jpg]\nlimits: {file-size: 25 megs}", "IDEO1015", 3, 21, "25MiB")]
    [InlineData("name: A\nimages: [a.jpg]\nlimits: {file-size: 0MB}", "IDEO1015", 3, 21, "above 0")]
    [InlineData("name: A\nimages: [a.jpg]\nlimits: {min-width: -1}", "IDEO1015", 3, 21, "from 0 to")]
    [InlineData("name: A\nimages: [a.jpg]\nlimits: {min-width: 1.5}", "IDEO1013", 3, 21, "whole number")]
    [InlineData("name: A\nimages: [a.jpg]\ntraining: {base: ideogram-v4}", "IDEO1012", 3, 11, "no 'model-name'")]
    [InlineData("name: A\nimages: [a.jpg]\ntraining: {base: ideogram-v2, model-name: Acme Brand}", "IDEO1014", 3, 18, "did you mean 'ideogram-v3'?")]
    [InlineData("name: A\nimages: [a.jpg]\ntraining: {base: ideogram-v4, model-name: Acm}", "IDEO1015", 3, 43, "5 to 30")]
    [InlineData("name: A\nimages: [a.jpg]\ntraining: {base: ideogram-v4, model-name: Acme Brand, steps: 150}", "IDEO1015", 3, 62, "multiple of 100")]
    [InlineData("name: A\nimages: [a.jpg]\ntraining: {base: ideogram-v4, model-name: Acme Brand, lora-rank: 32}", "IDEO1015", 3, 66, "64 or 128")]
    [InlineData("name: A\nimages: [a.jpg]\ntraining: {base: ideogram-v4, model-name: Acme Brand, batch-size: 3}", "IDEO1015", 3, 67, "1, 2, 4, 8, 16 or 32")]
    [InlineData("name: A\nimages: [a.jpg]\ntraining: {base: ideogram-v3, model-name: Acme Brand, batch-size: 8}", "IDEO1016", 3, 67, "for 'base: ideogram-v4'")]
    [InlineData("name: A\nimages: [a.jpg]\ntraining: {base: ideogram-v3, model-name: Acme Brand, base-variant: distilled_gd}",
        "IDEO1016", 3, 69, "Ideogram 3 does not have it")]
    [InlineData("name: A\nimages: [a.jpg]\ntraining: {base: ideogram-v3, model-name: Acme Brand, wandb-project: a}",
        "IDEO1016", 3, 70, "Ideogram 3 does not have it")]
    [InlineData("name: A\nimages: [a.jpg]\ntraining: {base: ideogram-v4, model-name: Acme Brand, ema: 1}", "IDEO1015", 3, 60, "above 0 and below 1")]
    [InlineData("name: A\nimages: [a.jpg]\ntraining: {base: ideogram-v4, model-name: Acme Brand, start: on-change}", "IDEO1016", 3, 11, "update: revision")]
    [InlineData("name: A\nimages: [a.jpg]\nid: abc\nupdate: revision", "IDEO1016", 3, 5, "Remove one of the two")]
    [InlineData("images: [a.jpg]\nname: 123456789-123456789-123456789-123456789-123456789-123456789-", "IDEO1015", 2, 7, "it may have 59")]
    [InlineData("name: A\nimages: [a.jpg]\nrules: {IDEO9999: none}", "IDEO1017", 3, 9, "no check with the code")]
    [InlineData("name: A\nimages: [a.jpg]\nrules: {IDEO1021: none}", "IDEO1018", 3, 9, "always an error")]
    [InlineData("name: A\nimages: [a.jpg]\nrules: {IDEO1021: error}", "IDEO1018", 3, 9, "always an error")]
    [InlineData("name: A\nimages: [a.jpg]\nrules: {IDEO2007: info}", "IDEO1014", 3, 19, "error, warning, none")]
    public void A_mistake_is_one_error_at_its_place(string yaml, string code, int line, int column, string message)
    {
        var diagnostic = Read(yaml).Diagnostics.ShouldHaveSingleItem();
        diagnostic.Code.ShouldBe(code, diagnostic.ToString());
        diagnostic.ShouldBeAt(line, column).ShouldSay(message);
    }

    [Fact]
    public void Independent_mistakes_are_reported_in_one_pass() =>
        Read("nmae: A\nimages: 5\ncaptions: never\nlimits: [1]").Diagnostics.Select(d => d.Code)
            .ShouldBe(["IDEO1010", "IDEO1013", "IDEO1014", "IDEO1013"], ignoreOrder: true);

    [Theory]
    [InlineData("nmae: A\nimages: [a.jpg]")]
    [InlineData("name: A\nimges: [a.jpg]")]
    public void A_misspelt_key_is_said_once(string yaml) => Read(yaml).Diagnostics.Select(d => d.Code).ShouldBe(["IDEO1010"]);

    [Theory]
    [Trait("Category", "Hostile")]
    [InlineData("name: \"A\nimages: [a.jpg]", "IDEO1004")]
    [InlineData("name: \"\\U99999999\"", "IDEO1004")]
    [InlineData("name: A\n\timages: [a]", "IDEO1004")]
    [InlineData("---\nname: >\n  f\0***lt\nimages:\n- |\n  : :$a.\n...\n : :$a.\n...\n", "IDEO1008")]
    [InlineData("name: &a A\nimages: [a.jpg]", "IDEO1006")]
    [InlineData("name: A\nimages:\n  - !photos/rejected/*\n  - a.jpg", "IDEO1006")]
    [InlineData("name: A\nimages: [!photos/rejected/**, a.jpg]", "IDEO1004")]
    [InlineData("name: !text A\nimages: [a.jpg]", "IDEO1006")]
    [InlineData("name: A\nimages: [a.jpg]\n---\nname: B", "IDEO1007")]
    [InlineData("? [a, b]\n: c\nname: A\nimages: [a.jpg]", "IDEO1013")]
    public void Yaml_that_a_manifest_cannot_be_is_a_coded_error(string yaml, string code) =>
        Read(yaml).Diagnostics.Select(d => d.Code).ShouldContain(code);

    [Theory]
    [InlineData("name: A\nimages:\n  - !photos/rejected/**\n  - a.jpg", 3)]
    [InlineData("name: A\nimages:\n  - **/*.jpg", 3)]
    [InlineData("name: A\nimages:\n  - *.jpg", 3)]
    public void A_glob_without_the_quotes_it_needs_is_told_so(string yaml, int line)
    {
        var diagnostic = Read(yaml).Diagnostics[0];
        diagnostic.Position.Line.ShouldBe(line);
        diagnostic.ShouldSay("in quotes");
    }

    [Fact]
    [Trait("Category", "Hostile")]
    public void An_alias_bomb_is_not_expanded()
    {
        var yaml = "a: &a [x,x,x,x,x,x,x,x,x]\n" + string.Concat(Enumerable.Range(0, 20).Select(i =>
            $"{(char)('b' + i)}: &{(char)('b' + i)} [{string.Join(',', Enumerable.Repeat($"*{(char)('a' + i)}", 9))}]\n"));
        Read(yaml).Diagnostics.Where(d => d.Rule == ManifestRules.UnsupportedYaml).ShouldNotBeEmpty();
    }

    [Theory]
    [Trait("Category", "Hostile")]
    [InlineData('[')]
    [InlineData('{')]
    public void A_hundred_thousand_brackets_are_one_error(char bracket) =>
        Read("name: " + new string(bracket, 100_000)).Diagnostics.ShouldHaveSingleItem().Rule.ShouldBe(ManifestRules.TooComplex);

    [Theory]
    [Trait("Category", "Hostile")]
    [InlineData("x: 1\n")]
    [InlineData("- a\n")]
    public void A_hundred_thousand_lines_are_one_error(string line) =>
        Read(string.Concat(Enumerable.Repeat(line, 100_000))).Diagnostics.ShouldHaveSingleItem().Rule.ShouldBe(ManifestRules.TooComplex);

    [Fact]
    [Trait("Category", "Hostile")]
    public void Bytes_that_are_not_utf8_are_one_error() =>
        ManifestReader.Read("/r/ideogram.yml", [.. "name: A"u8, 0xFF]).Diagnostics.ShouldHaveSingleItem().Rule.ShouldBe(ManifestRules.NotUtf8);

    [Theory]
    [InlineData("/r/ideogram.yml", "Save it as UTF-8.")]
    [InlineData("/r/a.jpg", "Name the manifest and not an image.")]
    public void Advice_about_bytes_that_are_no_text_depends_on_the_files_name(string file, string advice) =>
        ManifestReader.Read(file, [0xFF, 0xD8]).Diagnostics.ShouldHaveSingleItem().Message.ShouldEndWith(advice);

    [Fact]
    [Trait("Category", "Hostile")]
    public void A_manifest_over_a_megabyte_is_refused_unread()
    {
        using var repository = new TempRepository().Write("ideogram.yml", new string('#', 1_000_001));

        repository.Validate().ShouldOnlyHave(ManifestRules.TooLarge);
    }

    [Fact]
    public void A_missing_manifest_is_one_error()
    {
        using var repository = new TempRepository();

        var dataset = repository.Validate();

        dataset.ShouldOnlyHave(ManifestRules.Unreadable).ShouldBeAt(1, 1);
        dataset.Manifest.ShouldBeNull();
        dataset.IsValid.ShouldBeFalse();
    }

    [Fact]
    public void A_folder_in_place_of_a_manifest_is_one_error()
    {
        using var repository = new TempRepository();
        Directory.CreateDirectory(repository.ManifestPath);

        repository.Validate().ShouldOnlyHave(ManifestRules.Unreadable);
    }

    private static ManifestReading Read(string yaml) => ManifestReader.Read("/r/ideogram.yml", Encoding.UTF8.GetBytes(yaml));
}
