using Ideogram.Build.Datasets.Captions;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;
using Ideogram.Build.Datasets.Validation;

namespace Ideogram.Build.Datasets.Tests.Captions.Tables;

[Trait("Category", "Silence")]
public sealed class CaptionTableTests : IDisposable
{
    private const string Structured = """{"high_level_description":"a mug","compositional_deconstruction":{"background":"wood","elements":[]}}""";

    private readonly TempRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Theory]
    [InlineData("p/t.jsonl", "{\"file_name\":\"a.png\",\"text\":\"a red mug\"}\n")]
    [InlineData("p/t.jsonl", "{\"file_name\":\"./a.png\",\"extra\":[1],\"caption\":\"a red mug\"}\r\n\r\n")]
    [InlineData("p/t.jsonl", "\uFEFF{\"file_name\":\"a.png\",\"prompt\":\" a red mug\\n\",\"text\":null}")]
    [InlineData("p/t.csv", "file_name,text\na.png,a red mug\n")]
    [InlineData("p/t.csv", "\uFEFF\"text\",\"file_name\"\r\n\"a red mug\",\"a.png\"\r\n\r\n")]
    [InlineData("p/t.csv", "file_name,caption\ra.png,a red mug\r")]
    [InlineData("p/T.CSV", "id,file_name,caption,prompt\n1,a.png,a red mug,no\n")]
    [InlineData("t.csv", "file_name,text\np/a.png,a red mug")]
    [InlineData("q/t.jsonl", "{\"file_name\":\"../p/a.png\",\"text\":\"a red mug\"}")]
    public void A_row_captions_its_image(string table, string text)
    {
        var expected = text.Contains("null", StringComparison.Ordinal) ? null : "a red mug";
        _repository.Images("p/a.png", "p/b.png").Write(table, text).Manifest($"name: Acme\nimages: ['p/*.png']\ncaptions-from: {table}\n");

        var dataset = _repository.Validate();

        if (expected is null)
            dataset.ShouldOnlyHave(CaptionRules.Empty);
        else
            dataset.ShouldBeClean();
        dataset.Assets.Select(a => a.Caption?.Text).ShouldBe([expected, null]);
    }

    [Fact]
    public void Values_in_quotes_hold_commas_quotes_and_line_breaks()
    {
        var caption = Caption("t.csv", "file_name,text\r\na.png,\"a \"\"red\"\" mug,\r\non wood\"\r\n");

        caption!.Text.ShouldBe("a \"red\" mug,\non wood");
        caption.File.ShouldBe(_repository.PathOf("t.csv"));
        caption.Position.ShouldBe(new Position(2, 7));
    }

    [Theory]
    [InlineData("t.jsonl", "{\"file_name\":\"a.png\",\"text\":JSON}")]
    [InlineData("t.jsonl", "{\"file_name\":\"a.png\",\"text\":TEXT}")]
    [InlineData("t.csv", "file_name,text\na.png,QUOTED\n")]
    public void Json_in_the_column_is_a_structured_caption(string table, string text)
    {
        var quoted = Structured.Replace("\"", "\"\"", StringComparison.Ordinal);
        var escaped = Structured.Replace("\"", "\\\"", StringComparison.Ordinal);

        var caption = Caption(table, text.Replace("JSON", Structured, StringComparison.Ordinal).Replace("TEXT", $"\"{escaped}\"", StringComparison.Ordinal)
            .Replace("QUOTED", $"\"{quoted}\"", StringComparison.Ordinal));

        caption!.Kind.ShouldBe(CaptionKind.Structured);
        caption.Text.ShouldBe(Structured);
    }

    [Fact]
    public void Other_columns_are_named_in_the_manifest()
    {
        _repository.Images("a.png").Write("captions.csv", "caption,image_file,description\nno,a.png,a red mug\n")
            .Manifest("name: Acme\nimages: [a.png]\ncaptions-from: { file: captions.csv, image: image_file, text: description }\n");

        _repository.Validate().Assets[0].Caption!.Text.ShouldBe("a red mug");
    }

    [Theory]
    [InlineData("{\"file_name\":\"a.png\",\"text\":\"x\"}\n{\"file_name\":\"b.png\",\"text\":\"x\"}", "IDEO3034", 2, 14, "'b.png' does not exist")]
    [InlineData("{\"file_name\":\"a.png\",\"text\":\"x\"}\n{\"file_name\":\"A.png\",\"text\":\"x\"}", "IDEO3034", 2, 14, "but 'a.png' does")]
    [InlineData("{\"file_name\":\"a.png\",\"text\":\"x\"}\n{\"file_name\":\"./a.png\",\"text\":\"y\"}", "IDEO3035", 2, 14, "in line 1")]
    [InlineData("{\"file_name\":\"t.jsonl\",\"text\":\"x\"}", "IDEO3034", 1, 14, "is not an image")]
    [InlineData("{\"file_name\":\"../../x.png\",\"text\":\"x\"}", "IDEO1021", 1, 14, "leaves the repository")]
    [InlineData("{\"file_name\":\"/etc/passwd\",\"text\":\"x\"}", "IDEO1020", 1, 14, "is an absolute path. Write it relative to the table's folder.")]
    [InlineData("{\"file_name\":\"C:/a.png\",\"text\":\"x\"}", "IDEO1020", 1, 14, "relative to the table's folder")]
    [InlineData("{\"file_name\":\"~/a.png\",\"text\":\"x\"}", "IDEO1020", 1, 14, "relative to the table's folder")]
    [InlineData("{\"file_name\":\"p\\\\a.png\",\"text\":\"x\"}", "IDEO1020", 1, 14, "backslash")]
    [InlineData("{\"file_name\":\".git/a.png\",\"text\":\"x\"}", "IDEO1023", 1, 14, "dot")]
    [InlineData("{\"file_name\":\"\",\"text\":\"x\"}", "IDEO1020", 1, 14, "slashes. Name one file.")]
    [InlineData("{\"file_name\":\"a\\u0000.png\",\"text\":\"x\"}", "IDEO1020", 1, 14, "control character")]
    [InlineData("{\"file_name\":\"a.png\",\"text\":\"x\\u0000\"}", "IDEO3005", 1, 29, "U+0000")]
    [InlineData("{\"file_name\":\"a.png\",\"text\":\" \"}", "IDEO3004", 1, 29, "is empty")]
    [InlineData("{\"file_name\":\"a.png\",\"text\":[\"x\"]}", "IDEO3032", 1, 29, "a list")]
    [InlineData("{\"file_name\":5,\"text\":\"x\"}", "IDEO3032", 1, 14, "the number 5")]
    [InlineData("{\"file_name\":\"a.png\",\"text\":{\"tags\":[5]}}", "IDEO3022", 1, 38, "$.tags[0] must be a text")]
    [InlineData("{\"file_name\":\"a.png\",\"text\":\"\\ud800\"}", "IDEO3032", 1, 29, "one half of a character")]
    [InlineData("{\"file_name\":\"a.png\",\"file_name\":\"a.png\",\"text\":\"x\"}", "IDEO3032", 1, 22, "'file_name' twice")]
    [InlineData("{\"filename\":\"a.png\",\"text\":\"x\"}", "IDEO3033", 1, 1, "but 'filename', 'text'")]
    [InlineData("{\"file_name\":\"a.png\"}", "IDEO3033", 1, 1, "'text' or 'caption' or 'prompt'")]
    [InlineData("{\"file_name\":\"a.png\",\"text\":\"x\"}\n{\"file_name\":", "IDEO3032", 2, 14, "is not JSON at this place")]
    [InlineData("{\"file_name\":\"a.png\",\"text\":\"x\"} {}", "IDEO3032", 1, 34, "is not JSON at this place")]
    [InlineData("[{\"file_name\":\"a.png\",\"text\":\"x\"}]", "IDEO3032", 1, 1, "has a list in this line")]
    [InlineData("\n \r\n", "IDEO3032", 1, 1, "is empty")]
    [InlineData("", "IDEO3032", 1, 1, "is empty")]
    [Trait("Category", "Hostile")]
    public void What_is_wrong_with_json_lines_is_said_at_the_row(string text, string code, int line, int column, string message) =>
        First("t.jsonl", text, code).ShouldBeAt(line, column).ShouldSay(message);

    [Theory]
    [InlineData("file_name,text\na.png,\"x\nb.png,y\n", "IDEO3032", 2, 7, "never closed")]
    [InlineData("file_name,text\na.png,\"x\"y\n", "IDEO3032", 2, 10, "after a closing quote")]
    [InlineData("file_name,text\na.png,x\"y\n", "IDEO3032", 2, 8, "without quotes")]
    [InlineData("file_name,text\na.png,a mug, red\n", "IDEO3032", 2, 1, "has 3 values in this row, and 2")]
    [InlineData("file_name,text\n\"a\nb.png\",x\na.png\n", "IDEO3032", 4, 1, "has 1 value in this row")]
    [InlineData("file_name;text\na.png;x\n", "IDEO3032", 1, 1, "semicolons")]
    [InlineData("file_name\ttext\na.png\tx\n", "IDEO3032", 1, 1, "tabs")]
    [InlineData("file_name,text,text\na.png,x,y\n", "IDEO3032", 1, 16, "'text' twice")]
    [InlineData("file,text\na.png,x\n", "IDEO3033", 1, 1, "but 'file', 'text'")]
    [InlineData("file_name,text\na.png,\"x\ny\0\"\n", "IDEO3005", 3, 2, "U+0000")]
    [InlineData("file_name,text\nb.png,x\n", "IDEO3034", 2, 1, "'b.png' does not exist")]
    [InlineData("file_name,text\na.png,\"{\"\"tags\"\":\n5}\"\n", "IDEO3022", 3, 1, "must be a list")]
    [InlineData("\r\n\n", "IDEO3032", 1, 1, "is empty")]
    [InlineData("\uFEFFfile_name,text\r\na.png,x\rb.png,y\n", "IDEO3034", 3, 1, "'b.png' does not exist")]
    [InlineData("\uFEFFfile,text\na.png,x\n", "IDEO3033", 1, 1, "but 'file', 'text'")]
    [InlineData("file_name,text\r\n\ra.png,\"x\r\ny\rz\n\"x\n", "IDEO3032", 6, 2, "after a closing quote")]
    [InlineData("file_name,text\na\0.png,x\n", "IDEO1020", 2, 1, "control character")]
    [InlineData("a.png\tx", "IDEO3032", 1, 1, "tabs between")]
    [InlineData("PK\u0003\u0004", "IDEO3033", 1, 1, "has no column 'file_name'")]
    [Trait("Category", "Hostile")]
    public void What_is_wrong_with_csv_is_said_at_the_row(string text, string code, int line, int column, string message) =>
        First("t.csv", text, code).ShouldBeAt(line, column).ShouldSay(message);

    [Fact]
    public void Rows_and_other_captions_do_not_meet()
    {
        _repository.Images("a.png", "b.png").Write("b.txt", "x").Write("t.csv", "file_name,text\na.png,x\nb.png,y\n")
            .Manifest("name: Acme\nimages: [{ path: a.png, caption: z }, b.png]\ncaptions-from: t.csv\n");

        var diagnostics = _repository.Validate().Diagnostics;

        diagnostics.Select(d => (d.Code, d.Position.Line)).ShouldBe([("IDEO3036", 2), ("IDEO3036", 3)]);
        diagnostics[0].ShouldSay("an inline caption");
        diagnostics[1].ShouldSay("the caption file 'b.txt'");
    }

    [Fact]
    public void An_image_without_a_row_may_be_captioned_elsewhere_or_not_at_all()
    {
        _repository.Images("a.png", "b.png", "c.png").Write("b.txt", "from a file").Write("t.csv", "file_name,text\na.png,from a row\n");
        const string Yaml = "name: Acme\nimages: ['*.png']\ncaptions-from: t.csv\n";

        _repository.Manifest(Yaml).Validate().Assets.Select(a => a.Caption?.Text).ShouldBe(["from a row", "from a file", null]);
        _repository.Manifest(Yaml + "captions: required\n").Validate().ShouldOnlyHave(CaptionRules.Missing).ShouldSay("or into a row of 't.csv'");
    }

    [Fact]
    public void A_table_that_is_not_there_is_one_error_at_the_manifest()
    {
        _repository.Images("a.png").Manifest("name: Acme\nimages: [a.png]\ncaptions: required\ncaptions-from: metadta.jsonl\n").Write("metadata.jsonl", "");

        _repository.Validate().ShouldOnlyHave(ManifestRules.FileMissing).ShouldBeAt(4, 16).ShouldSay("did you mean 'metadata.jsonl'?");
    }

    [Theory]
    [InlineData("../t.csv", "IDEO1021")]
    [InlineData(".t.csv", "IDEO1023")]
    [InlineData("link.csv", "IDEO1022")]
    [Trait("Category", "Hostile")]
    public void A_table_outside_the_repository_is_not_read(string path, string code)
    {
        _repository.Images("a.png").Write("real.csv", "file_name,text\na.png,x\n").Write(".t.csv", "file_name,text\na.png,x\n");
        _repository.Link("link.csv", _repository.PathOf("real.csv")).Manifest($"name: Acme\nimages: [a.png]\ncaptions-from: {path}\n");

        _repository.Validate().Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    [Fact]
    [Trait("Category", "Hostile")]
    public void Rows_follow_no_links()
    {
        _repository.Images("a.png", "out/b.png").Link("in", _repository.PathOf("out")).Write("t.csv", "file_name,text\nin/b.png,x\n");

        First("t.csv", null, "IDEO1022").ShouldBeAt(2, 1);
    }

    [Fact]
    [Trait("Category", "Hostile")]
    public void A_hundred_megabytes_and_a_million_rows_are_refused()
    {
        First("large.csv", "file_name,text\na.png," + new string('x', 100_000_000), "IDEO3031").ShouldBeAt(1, 1).ShouldSay("more than 20,000,000 bytes");
        First("long.csv", "file_name,text\n" + string.Concat(Enumerable.Repeat("a.png,x\n", 1_000_000)), "IDEO3035").ShouldBeAt(3, 1);
        _repository.Validate().Diagnostics.Count(d => d.Code == "IDEO3035").ShouldBe(100);
        _repository.Validate().Diagnostics.ShouldContain(d => d.Code == "IDEO3031" && d.Position.Line == 100_002);
    }

    [Fact]
    [Trait("Category", "Hostile")]
    public void Not_every_wrong_row_is_said()
    {
        var last = Diagnose("t.csv", "file_name,text\n" + string.Concat(Enumerable.Range(0, 5_000).Select(i => $"{i}.png,x\n")))[^1];

        last.ShouldBeAt(102, 1).ShouldSay("4,900 more rows after this one are wrong");
    }

    [Theory]
    [InlineData(new byte[] { 0x66, 0x2C, 0x74, 0x0A, 0x61, 0x92 }, 2, 2)]
    [InlineData(new byte[] { 0x66, 0, 0x2C, 0, 0x74, 0, 0x0A, 0 }, 1, 2)]
    [Trait("Category", "Hostile")]
    public void A_table_in_another_encoding_is_an_error(byte[] bytes, int line, int column)
    {
        _repository.Write("t.csv", bytes);

        First("t.csv", null, "IDEO3003").ShouldBeAt(line, column).ShouldSay("Save it as UTF-8");
    }

    [Fact]
    public void Rows_for_images_that_no_manifest_takes_are_one_warning()
    {
        _repository.Images("a.png", "b.png", "c.png", "d.png").Write("t.csv", "file_name,text\na.png,x\nb.png,x\nc.png,x\nd.png,x\n");
        _repository.Manifest("name: Acme\nimages: [a.png, '!d*']\ncaptions-from: t.csv\n").Write("b.ideogram.yml", "name: B\nimages: [b.png]\n");

        _repository.Validate().ShouldOnlyHave(CaptionRules.RowsNotTaken).ShouldBeAt(3, 1).ShouldSay("'b.png', 'c.png'");
        var both = new DatasetValidator(new ValidatorOptions())
            .Validate([_repository.ManifestPath, _repository.PathOf("b.ideogram.yml")], TestContext.Current.CancellationToken);
        both[0].ShouldOnlyHave(CaptionRules.RowsNotTaken).ShouldSay("captions 'c.png', which");
    }

    [Fact]
    public void A_caption_file_is_read_as_a_text_file_is()
    {
        _repository.Images("a.png", "b.png").Write("a.caption", "a red mug\r\n").Write("b.caption", "x").Write("b.txt", "y").ManifestOf("'*.png'");

        var dataset = _repository.Validate();

        dataset.Assets[0].Caption!.Text.ShouldBe("a red mug");
        dataset.ShouldOnlyHave(CaptionRules.TwoSidecars).ShouldSay("'b.txt' and 'b.caption'");
        _repository.Write("c.caption", "x").Validate().Diagnostics.ShouldContain(d => d.Rule == CaptionRules.Orphan);
    }

    private Caption? Caption(string table, string text)
    {
        _repository.Images("a.png").Write(table, text).Manifest($"name: Acme\nimages: [a.png]\ncaptions-from: {table}\n");
        var dataset = _repository.Validate();
        dataset.ShouldBeClean();
        return dataset.Assets[0].Caption;
    }

    private Diagnostic First(string table, string? text, string code) => Diagnose(table, text).First(d => d.Code == code);

    private IReadOnlyList<Diagnostic> Diagnose(string table, string? text)
    {
        if (text is not null)
            _repository.Write(table, text);
        _repository.Images("a.png").Manifest($"name: Acme\nimages: [a.png]\ncaptions-from: {table}\n");
        return _repository.Validate().Diagnostics;
    }
}
