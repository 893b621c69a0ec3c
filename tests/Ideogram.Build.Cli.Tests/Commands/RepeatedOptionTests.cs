using System.CommandLine;
using Ideogram.Build.Cli.Output;
using Ideogram.Build.Cli.Tests.World;
using Ideogram.Build.Sync.Api;

namespace Ideogram.Build.Cli.Tests.Commands;

/// <summary>Of an option that is given twice, one would win in silence: perhaps the one that somebody slipped in.</summary>
public sealed class RepeatedOptionTests
{
    private static readonly Dictionary<string, string> Values = new(StringComparer.Ordinal)
    {
        ["--format"] = "text",
        ["--report"] = "report.json",
        ["--output"] = "preview.html",
        ["--api-url"] = "https://example.com",
        ["--settle"] = "1s",
        ["--patience"] = "1m",
        ["--max-trainings"] = "1",
        ["--name"] = "Brand",
        ["--dataset"] = "abc",
        ["--max"] = "1",
    };

    public static TheoryData<string, string, string> Options
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            var root = CommandLine.Root(new AppHost(TextWriter.Null, TextWriter.Null, new Dictionary<string, string>(StringComparer.Ordinal), "/",
                TimeProvider.System), new Redactor());
            foreach (var (path, command) in Below(root, []))
            {
                foreach (var option in command.Options.Concat(root.Options.Where(o => o.Recursive)).Distinct())
                {
                    foreach (var again in option.Aliases.Append(option.Name))
                        data.Add(string.Join(' ', path), option.Name, again);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Options))]
    public async Task An_option_given_twice_is_wrong_usage(string command, string option, string again)
    {
        using var git = new GitRepository();
        foreach (var first in Forms(option))
        {
            foreach (var second in Forms(again))
            {
                string[] arguments = [.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), .. first, .. second];

                var (code, output, errors) = await Terminal.RunAsync(git.Path, arguments);

                code.ShouldBe(2, string.Join(' ', arguments) + output);
                errors.ShouldContain($"{option} is given 2 times.");
                output.ShouldBeEmpty();
            }
        }
    }

    [Fact]
    public void Every_option_is_looked_at() => Options.Select(o => o.Data.Item2).Distinct()
        .ShouldBe([.. Values.Keys, "--help", "--version", "--check", "--allow-training", "--wait", "--again", "--no-workflow",
            "--dry-run", "--yes", "--no-boxes", "--style", "--no-health", "--quiet", "--verbose"], ignoreOrder: true);

    private static IEnumerable<(string[] Path, Command Command)> Below(Command command, string[] path) =>
        command.Subcommands.SelectMany(c => Below(c, [.. path, c.Name])).Prepend((path, command));

    private static string[][] Forms(string option) => Values.TryGetValue(option, out var value)
        ? [[option, value], [$"{option}={value}"], [$"{option}:{value}"]]
        : option is "--help" or "--version" or "-h" or "-?" ? [[option]] : [[option], [$"{option}=true"], [$"{option}:false"]];
}
