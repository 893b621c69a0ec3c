using System.Globalization;
using Ideogram.Build.Cli.Tests.World;

namespace Ideogram.Build.Cli.Tests.Commands;

/// <summary>Whatever a file is called, its name on the command line is only its name: no other argument, no directive, no option.</summary>
public sealed class NameTests
{
    private const string Theirs = "Decoy";
    private const string Ours = "Only this";

    // Every character of ASCII, and of the rest those that look like a character of the command line, cannot be seen, or are more than one.
    private static IEnumerable<string> FirstCharacters => Enumerable.Range(1, 0x7f).Select(c => ((char)c).ToString())
        .Concat(["\u0080", "\u0085", "\u00a0", "\u00ad", "é", "e\u0301", "\u2010", "\u2013", "\u2212", "\uff0d", "\uff20", "\uff3b", "\u200b", "\u200d",
            "\u2028", "\u202e", "\ufeff", "日", "😀"])
        .Where(c => !Path.GetInvalidFileNameChars().Contains(c[0]));

    [Theory]
    [InlineData("validate")]
    [InlineData("preview")]
    [InlineData("doctor")]
    [InlineData("plan")]
    [InlineData("upload")]
    [InlineData("train")]
    public async Task A_manifest_is_found_whatever_its_first_character_is(string command)
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Git.Write("a.png", TestImages.Png(seed: 1));
        scene.Git.Write("decoy.ideogram.yml", $"name: {Theirs}\nimages: ['*.png']\n");
        foreach (var character in FirstCharacters)
        {
            var name = character + "x.ideogram.yml";
            scene.Git.Write(name, $"name: {Ours}\nimages: ['*.png']\n");

            foreach (var form in Forms(name))
            {
                var (_, output, errors) = await RunAsync(scene, [command, .. Option(command), .. form]);

                output.ShouldNotContain(Theirs, customMessage: Code(name));
                (output.Contains(Ours, StringComparison.Ordinal) || IsRefused(name, output)).ShouldBeTrue(Code(name) + output + errors);
            }

            scene.Git.Delete(name);
        }
    }

    [Fact]
    public async Task Init_finds_its_folder_whatever_the_first_character_is()
    {
        using var git = new GitRepository();
        foreach (var character in FirstCharacters)
        {
            git.Write($"{character}x/a.png", TestImages.Png(seed: 1));

            var (_, output, errors) = await Terminal.RunAsync(git.Path, "init", "--no-workflow", "--", character + "x");

            (File.Exists(Path.Combine(git.Path, character + "x", "ideogram.yml")) || IsRefused(character, output))
                .ShouldBeTrue(Code(character) + output + errors);
        }
    }

    [Theory]
    [InlineData("@names")]
    [InlineData("[diagram]")]
    [InlineData("[suggest]")]
    [InlineData("[env:IDEOGRAM_API_KEY=theirs]")]
    [InlineData("[parse]")]
    [InlineData("/h")]
    [InlineData("/?")]
    [InlineData("ideogram-build")]
    [InlineData("validate")]
    public async Task A_name_that_means_something_elsewhere_is_a_manifest_that_does_not_exist(string name)
    {
        using var git = new GitRepository();
        git.Write("names", "--version\n");

        var (code, output, _) = await Terminal.RunAsync(git.Path, "validate", "./" + name, name);

        code.ShouldBe(name.AsSpan().IndexOfAny('[', '?') >= 0 ? 2 : 1, output);
        output.ShouldNotContain("Usage:");
    }

    [Theory]
    [InlineData("[diagram]")]
    [InlineData("[suggest]")]
    [InlineData("[suggest:3]")]
    [InlineData("[env:IDEOGRAM_API_KEY=theirs]")]
    [InlineData("@names")]
    [InlineData("ideogram-build")]
    [InlineData("./ideogram-build")]
    public async Task Before_the_command_no_name_means_anything(string name)
    {
        using var git = new GitRepository();
        git.Write("names", "validate\n");

        var (code, output, errors) = await Terminal.RunAsync(git.Path, name, "validate");

        code.ShouldBe(2, output);
        output.ShouldBeEmpty();
        errors.ShouldContain($"Unrecognized command or argument '{name}'.");
    }

    [Theory]
    [InlineData("--fromat")]
    [InlineData("--format")]
    [InlineData("-x.ideogram.yml")]
    [InlineData("-")]
    [InlineData("--")]
    [InlineData("---")]
    [InlineData("--api-url=https://evil.example")]
    public async Task Behind_two_hyphens_everything_is_a_name(string name)
    {
        using var git = new GitRepository();

        var (code, output, errors) = await Terminal.RunAsync(git.Path, "validate", "--", name);

        code.ShouldBe(1, errors);
        output.ShouldContain("error IDEO1001");
        output.ShouldContain($"({name.Replace("//", "/", StringComparison.Ordinal)})");
    }

    [Theory]
    [InlineData("--allow-training")]
    [InlineData("--api-url=https:evil.example#x.ideogram.yml")]
    [InlineData("--report=a.ideogram.yml")]
    [InlineData("-h")]
    public async Task An_option_that_is_also_the_name_of_a_file_is_refused(string name)
    {
        using var git = new GitRepository();
        git.Write(name, "");

        var (code, output, errors) = await Terminal.RunAsync(git.Path, "upload", name);

        code.ShouldBe(2, output);
        errors.ShouldContain($"write './{name}'");
    }

    [Theory]
    [InlineData("validate")]
    [InlineData("init")]
    public async Task An_empty_name_is_wrong_usage(string command)
    {
        using var git = new GitRepository();

        var (code, _, errors) = await Terminal.RunAsync(git.Path, command, "");

        code.ShouldBe(2);
        errors.ShouldContain("is empty");
    }

    private static Task<TerminalResult> RunAsync(ActionScene scene, string[] arguments) =>
        arguments[0] == "validate" ? Terminal.RunAsync(scene.Git.Path, arguments) : Terminal.RunAsync(scene.Git.Path, scene, arguments);

    private static string[][] Forms(string name) => name[0] == '-' ? [["--", name]] : [[name], ["--", name]];

    // A dot file is never read; what cannot be seen or is no part of a path everywhere may be refused, with a code.
    private static bool IsRefused(string name, string output) =>
        (output.Contains("error IDEO", StringComparison.Ordinal) || output.Contains("!!  Dataset", StringComparison.Ordinal))
        && (name[0] is '.' or '\\' || char.IsControl(name[0]) || char.GetUnicodeCategory(name[0]) is UnicodeCategory.Format or UnicodeCategory.LineSeparator);

    private static string[] Option(string command) => command is "upload" or "train" ? ["--settle", "1ms"] : [];

    private static string Code(string name) => string.Create(CultureInfo.InvariantCulture, $"U+{(int)name[0]:X4}: ");
}
