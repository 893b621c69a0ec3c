using System.Text;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Tests.Manifests;

/// <summary>What git, GitHub, editors and this reader could read differently.</summary>
public sealed class ManifestCharacterTests
{
    private const string Sound = "name: A\nimages: [a.png]\n";

    public static TheoryData<string> EveryCharacterThatIsRefused => new(
        Enumerable.Range(0, 0xA0).Where(c => c is not ('\t' or '\n') && char.IsControl((char)c))
            .Concat([0x2028, 0x2029, 0xFEFF, 0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF]).Select(char.ConvertFromUtf32));

    [Theory]
    [Trait("Category", "Hostile")]
    [MemberData(nameof(EveryCharacterThatIsRefused))]
    public void A_character_that_programs_read_differently_is_refused_at_its_place(string character)
    {
        foreach (var manifest in new[] { $"{Sound}# é{character}", $"{Sound}id: ab{character}", $"{Sound}captions: \"{character}none\"",
            $"{Sound}x: '{character}foreign: keep", $"{Sound}#x:{character}foreign: keep\n" })
        {
            var diagnostic = Read(manifest).Diagnostics.ShouldHaveSingleItem();
            diagnostic.Rule.ShouldBe(ManifestRules.Character);
            diagnostic.ShouldBeAt(3, manifest.IndexOf(character, StringComparison.Ordinal) - Sound.Length + 1);
        }
    }

    [Theory]
    [InlineData("\\u2028", "\u2028")]
    [InlineData("\\x85", "\u0085")]
    [InlineData("\\N", "\u0085")]
    [InlineData("\\L", "\u2028")]
    [InlineData("\\P", "\u2029")]
    [InlineData("\\0", "\0")]
    [InlineData("\\uFEFF", "\uFEFF")]
    public void In_quoted_text_it_can_be_escaped(string escape, string character) =>
        Read($"name: A\nimages: [{{path: a.png, caption: \"x{escape}y\"}}]").Manifest!.Images[0].Caption.ShouldBe($"x{character}y");

    [Theory]
    [InlineData("name: A\r\nimages: [a.png]\r\n# c\r\n")]
    [InlineData("\uFEFFname: A\nimages: [a.png] # \u00a0 é \u200d ünïcödé \U0001F600 \u3000\n")]
    [InlineData("name: A\t# tab\nimages:\t[a.png]\n")]
    public void What_all_read_alike_is_accepted(string manifest) => Read(manifest).Diagnostics.ShouldBeEmpty();

    [Fact]
    public void A_second_byte_order_mark_is_refused() => Read("\uFEFF\uFEFF" + Sound).Diagnostics.ShouldHaveSingleItem().ShouldBeAt(1, 1)
        .Rule.ShouldBe(ManifestRules.Character);

    [Fact]
    public void A_lone_carriage_return_is_refused() => Read("name: A\r\nimages: [a.png] # c\rforeign: keep\n").Diagnostics.ShouldHaveSingleItem()
        .ShouldBeAt(2, 20).ShouldSay("CR LF");

    [Fact]
    public void Many_of_them_are_reported_some_times() => Read(Sound + "#" + new string('\0', 100_000)).Diagnostics.Count.ShouldBe(20);

    [Theory]
    [InlineData(new byte[] { 0xFF }, 1, 6)]
    [InlineData(new byte[] { (byte)'\n', (byte)'#', 0xC3, 0xA9, 0xED, 0xA0, 0x80 }, 2, 3)]
    [InlineData(new byte[] { (byte)'\n', 0xC0, 0x80 }, 2, 1)]
    [InlineData(new byte[] { (byte)'\n', 0xE2, 0x80 }, 2, 1)]
    public void Bytes_that_are_no_text_are_refused_at_their_place(byte[] bytes, int line, int column) =>
        ManifestReader.Read("/r/ideogram.yml", [.. "name:"u8, .. bytes]).Diagnostics.ShouldHaveSingleItem().ShouldBeAt(line, column)
            .Rule.ShouldBe(ManifestRules.NotUtf8);

    [Theory]
    [Trait("Category", "Hostile")]
    [InlineData("name: 'A'#x\nimages: [a.png]", 1, 10)]
    [InlineData("name: \"A\"#x\nimages: [a.png]", 1, 10)]
    [InlineData("%FOO foreign: keep\n---\nname: A\nimages: [a.png]", 1, 1)]
    [InlineData("%TAG ! tag:example.com,2000:\n---\nname: A\nimages: [a.png]", 1, 1)]
    public void Text_that_the_parser_passes_over_is_an_error_at_its_place(string manifest, int line, int column)
    {
        var diagnostic = Read(manifest).Diagnostics.ShouldHaveSingleItem();
        diagnostic.Rule.ShouldBe(ManifestRules.Syntax);
        diagnostic.ShouldBeAt(line, column);
    }

    [Theory]
    [InlineData("%YAML 1.2\n---\nname: A # c\nimages: [a.png,\n  b.png] # d\n...\n# e\n")]
    [InlineData("--- # c\nname: |- # d\n  A\n# e\nimages:\n - # f\n   a.png\n - ? path\n   : b.png\n")]
    [InlineData("# c\n{\"name\": \"A\", 'images': [ 'a.png', # d\n b.png, ], }\n")]
    [InlineData("name: >-\n  A\n  # of the text\nimages:\n- >-\n  a.png\n# c\n   # d\n")]
    [InlineData("name: \"A \\\n  # B\"\nimages:\n- a#b.png\n- 'it''s # c.png'\n")]
    public void Comments_and_signs_are_no_text_that_was_passed_over(string manifest) => Read(manifest).Diagnostics.ShouldBeEmpty();

    [Fact]
    [Trait("Category", "Hostile")]
    public void Whatever_a_manifest_of_pieces_holds_is_read_reported_or_white_space()
    {
        string[] pieces = ["a", "b: ", "- ", "'x'", "\"y\"", "#c", " ", "\n", "\n  ", "[", "]", "{", "}", ",", "|\n", ">-\n", "...\n", "---\n", "%X\n", ":",
            "?", "é", "\t"];
        var random = new Random(11);
        for (var round = 0; round < 20_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => pieces[random.Next(pieces.Length)]));
            var reading = new Datasets.Manifests.Yaml.YamlReading("m", text);
            var root = reading.Read();
            if (reading.Diagnostics.Count == 0 && root is not null)
                Letters(WithoutComments(text))
                    .ShouldBe(Letters(string.Concat(reading.Scalars.Select(s => text[Math.Min(s.Start, text.Length)..Math.Min(s.End, text.Length)]))), text);
        }
    }

    private static string WithoutComments(string text) =>
        System.Text.RegularExpressions.Regex.Replace(text, "(?<=^|[ \t\n])#.*", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));

    private static string Letters(string text) => string.Concat(WithoutComments(text).Where(char.IsLetter));

    private static ManifestReading Read(string manifest) => ManifestReader.Read("/r/ideogram.yml", Encoding.UTF8.GetBytes(manifest));
}
