using System.Text;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Tests.Manifests;

/// <summary>Where YamlDotNet differs from YAML 1.2 and from other readers.</summary>
public sealed class YamlTests
{
    [Theory]
    [InlineData("name: X\nimages:\n  - a.png\n\t\n  - b.png\n")]
    [InlineData("name: X\nimages:\n  - a.png\n  \t \n  - b.png\n")]
    [InlineData("name: X\r\nimages:\r\n  - a.png\r\n\t\r\n  - b.png\r\n")]
    [InlineData("name: X\n\t\t\nimages: [a.png,\n\t\n b.png]\n\t\n")]
    [InlineData("\t\nname: X\nimages: [a.png, b.png]\n\t")]
    public void A_blank_line_with_a_tab_is_a_blank_line(string manifest)
    {
        var reading = Read(manifest);

        reading.Diagnostics.ShouldBeEmpty();
        reading.Manifest!.Images.Select(i => i.Pattern).ShouldBe(["a.png", "b.png"]);
    }

    [Theory]
    [InlineData("name: X\nimages:\n  - path: a.png\n    caption: |\n      a\n\t\n      c\n", 6, 1)]
    [InlineData("name: X\nimages:\n\t- a.png\n", 3, 1)]
    [InlineData("name: X\n\t\nimages:\n  \t- a.png\n", 4, 3)]
    [InlineData("name: X\nimages:\n  -\ta.png\n\t- b.png\n", 4, 1)]
    [InlineData("name:\n\tX\nimages: [a.png]\n", 2, 1)]
    [InlineData("name: X\nimages:\n  - path: a.png\n  \tcaption: c\n", 4, 3)]
    public void A_tab_that_would_count_is_named_at_its_place(string manifest, int line, int column) =>
        Read(manifest).Diagnostics.ShouldHaveSingleItem().ShouldBeAt(line, column).ShouldSay("a tab is used for indentation");

    [Theory]
    [InlineData("|\n      \n      A mark\n", "\nA mark\n")]
    [InlineData(">\n      \n      A mark\n", "\nA mark\n")]
    [InlineData("|\n    \n\n     \n      A\n       B\n", "\n\n\nA\n B\n")]
    [InlineData("|-  # c\n      \n      A mark\n", "\nA mark")]
    [InlineData(">+\n      \n      A\n      B\n\n", "\nA B\n\n")]
    [InlineData("|\n      A\n        \n          B\n", "A\n  \n    B\n")]
    public void A_block_reads_as_other_readers_read_it(string block, string caption)
    {
        var reading = Read($"name: X\nimages:\n  - path: a.png\n    caption: {block}  - b.png\n");

        reading.Diagnostics.ShouldBeEmpty();
        reading.Manifest!.Images[0].Caption.ShouldBe(caption);
    }

    [Fact]
    public void A_repaired_block_keeps_the_spaces_of_another()
    {
        var reading = Read("name: X\nimages:\n  - path: a.png\n    caption: |\n      \n      A\n  - path: b.png\n    caption: "
            + "|\n      B |\n        \n          C\n\t\ncaptions: optional\n");

        reading.Diagnostics.ShouldBeEmpty();
        reading.Manifest!.Images.Select(i => i.Caption).ShouldBe(["\nA\n", "B |\n  \n    C\n"]);
    }

    [Theory]
    [InlineData("name: X\nimages: [a.png, caption: x]\n", 2, 17)]
    [InlineData("name: X\nimages:\n  - [a.png]\n", 3, 5)]
    [InlineData("name: X\nimages: [a.png, {caption: x}]\n", 2, 17)]
    [InlineData("name: X\nimages: [a.png, ? caption : x]\n", 2, 19)]
    [InlineData("name: X\nimages: [a.png]\n: x\n", 3, 1)]
    [InlineData("name: X\nimages: [a.png]\nlimits: {min-width: 1, : x}\n", 3, 24)]
    [InlineData("name: X\nimages: [a.png]\n# c\n\"\": x\n", 4, 1)]
    public void A_mistake_in_a_pair_or_an_empty_key_is_where_it_is(string manifest, int line, int column) =>
        Read(manifest).Diagnostics.ShouldHaveSingleItem().ShouldBeAt(line, column);

    [Theory]
    [InlineData("0x10", 16)]
    [InlineData("0o20", 16)]
    [InlineData("16.0", 16)]
    [InlineData("1.6e1", 16)]
    [InlineData("+16", 16)]
    [InlineData("016", 16)]
    [InlineData("16.", 16)]
    public void A_whole_number_may_be_written_as_yaml_writes_it(string number, int value)
    {
        var reading = Read($"name: X\nimages: [a.png]\nlimits: {{ min-width: {number} }}\n");

        reading.Diagnostics.ShouldBeEmpty();
        reading.Manifest!.Limits.MinWidth.ShouldBe(value);
    }

    [Theory]
    [InlineData("16.5", "IDEO1013")]
    [InlineData("1_000", "IDEO1013")]
    [InlineData("0b10", "IDEO1013")]
    [InlineData("-0x10", "IDEO1013")]
    [InlineData("0xFFFFFFFFFFFFFFFFFF", "IDEO1015")]
    [InlineData("1e9", "IDEO1015")]
    [InlineData("-1", "IDEO1015")]
    [InlineData(".inf", "IDEO1013")]
    public void What_is_no_whole_number_in_its_range_is_refused(string number, string code) =>
        Read($"name: X\nimages: [a.png]\nlimits: {{ min-width: {number} }}\n").Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(code);

    private static ManifestReading Read(string yaml) => ManifestReader.Read("/r/ideogram.yml", Encoding.UTF8.GetBytes(yaml));
}
