using Ideogram.Build.Cli.Output;

namespace Ideogram.Build.Cli.Tests.Output;

public sealed class TerminalLookTests
{
    private static readonly TerminalLook Colored = new(null, IsColored: true);

    [Theory]
    [InlineData("a/ideogram.yml(1,1): error IDEO1001: no", "\e[31m")]
    [InlineData("!!  Key: refused", "\e[31m")]
    [InlineData("  failed           a.jpg (1 KB): INVALID_IMAGE", "\e[31m")]
    [InlineData("a/ideogram.yml(1,1): warning IDEO1001: no", "\e[33m")]
    [InlineData("  new              a.jpg (1 KB)", "\e[32m")]
    [InlineData("  uploaded         a.jpg (1 KB)", "\e[32m")]
    public void A_line_has_the_color_of_what_it_says(string line, string color) => Colored.Lay(line).ShouldBe($"{color}{line}\e[0m");

    [Fact]
    public void Other_lines_and_other_outputs_have_none()
    {
        Colored.Lay("  unchanged        a.jpg (1 KB)").ShouldBe("  unchanged        a.jpg (1 KB)");
        TerminalLook.None.Lay("!!  Key: refused").ShouldBe("!!  Key: refused");
    }

    [Fact]
    public void No_color_switches_colors_off_and_nothing_else_does()
    {
        TerminalLook.Of(TextWriter.Null, new Dictionary<string, string>(StringComparer.Ordinal) { ["NO_COLOR"] = "0" }).IsColored.ShouldBeFalse();
        TerminalLook.Of(TextWriter.Null, new Dictionary<string, string>(StringComparer.Ordinal)).Width.ShouldNotBeNull();
    }

    [Fact]
    public void Lines_end_between_words_at_60_columns()
    {
        var look = new TerminalLook(60, IsColored: false);
        var line = "brand/ideogram.yml(12,5): error IDEO1026: 'photos/harbour.jpg' does not exist. Paths are relative to the manifest's folder.";

        var lines = look.Lay(line).Split('\n');

        lines.Length.ShouldBe(3);
        lines.ShouldAllBe(l => l.Length <= 60);
        string.Join(' ', lines.Select(l => l.Trim())).ShouldBe(line);
        lines.Skip(1).ShouldAllBe(l => l.StartsWith("  ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_word_that_is_longer_than_the_terminal_stays_whole() =>
        new TerminalLook(20, IsColored: false).Lay("See https://example.com/a/long/address now").Split('\n')
            .ShouldBe(["See", "  https://example.com/a/long/address", "  now"]);

    [Fact]
    public void Wide_letters_take_two_columns() =>
        new TerminalLook(20, IsColored: false).Lay("漢漢漢漢漢 漢漢漢漢漢").ShouldBe("漢漢漢漢漢\n  漢漢漢漢漢");
}
