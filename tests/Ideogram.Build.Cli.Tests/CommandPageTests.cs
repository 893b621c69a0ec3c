using System.Text.RegularExpressions;
using Ideogram.Build.Cli.Tests.World;

namespace Ideogram.Build.Cli.Tests;

/// <summary>docs/command-line.md and the program's help name the same commands and options.</summary>
public sealed partial class CommandPageTests
{
    private static readonly string Page = File.ReadAllText(Checkout.PathOf("docs/command-line.md"));

    public static TheoryData<string> Commands =>
        ["init", "validate", "caption", "preview", "plan", "upload", "train", "datasets", "models", "doctor", "completion"];

    [Fact]
    public async Task The_page_lists_the_commands_of_the_help()
    {
        var help = (await Terminal.RunAsync(Path.GetTempPath(), "--help")).Output;
        help = help[help.IndexOf("Commands:", StringComparison.Ordinal)..];

        var listed = Row().Matches(Page).Select(m => m.Groups["name"].Value).ToList();

        listed.ShouldBe(Command().Matches(help).Select(m => m.Groups["name"].Value), ignoreOrder: true);
        listed.ShouldBe([.. Commands.Select(c => c.Data), "action"], ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task The_page_lists_the_options_of_a_command_and_no_other(string command)
    {
        var help = (await Terminal.RunAsync(Path.GetTempPath(), command, "--help")).Output;
        var section = Page[Page.IndexOf($"## {command}\n", StringComparison.Ordinal)..];
        section = section[..(section.IndexOf("\n## ", 3, StringComparison.Ordinal) is var end and > 0 ? end : section.Length)];

        var rows = section.Split('\n').Where(l => l.StartsWith("| `--", StringComparison.Ordinal))
            .SelectMany(l => Option().Matches(l.Split('|')[1]).Select(m => m.Value));

        rows.ShouldBe(Option().Matches(help).Select(m => m.Value).Distinct().Where(o => o != "--help"), ignoreOrder: true);
    }

    [GeneratedRegex(@"--[a-z][a-z-]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Option();

    [GeneratedRegex(@"^  (?<name>[a-z]+) ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Command();

    [GeneratedRegex(@"^\| `(?<name>[a-z]+)( (\[|SHELL)[^`]*)?`(, `\k<name> show NAME`)? \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();
}
