using Ideogram.Build.Cli.Tests.World;

namespace Ideogram.Build.Cli.Tests.Commands;

/// <summary>What a person gets who types nearly the right thing.</summary>
public sealed class UsageTests
{
    [Theory]
    [InlineData("did you mean 'validate'?", "valdate")]
    [InlineData("did you mean '--format'?", "validate", "--fromat", "json")]
    [InlineData("did you mean '--format'?", "validate", "--fromat=json")]
    [InlineData("did you mean '--allow-training'?", "upload", "--alow-training")]
    [InlineData("The command 'plan' shows what an upload would do, and sends nothing.", "upload", "--dry-run")]
    [InlineData("did you mean 'show'?", "datasets", "shw", "Brand")]
    [InlineData("did you mean '--name'?", "init", "--nam", "Brand")]
    public async Task A_misspelt_word_gets_a_suggestion(string suggestion, params string[] arguments)
    {
        using var git = new GitRepository();

        var (code, output, errors) = await Terminal.RunAsync(git.Path, arguments);

        code.ShouldBe(2, output);
        errors.ShouldContain(suggestion);
        errors.ShouldNotContain("Required command");
    }

    [Theory]
    [InlineData("Unknown option '--fromat' (did you mean '--format'?).", "See ideogram-build validate --help.", "validate", "--fromat", "json")]
    [InlineData("Unknown option '--nope'.", "See ideogram-build datasets show --help.", "datasets", "show", "--nope")]
    [InlineData("Unrecognized command or argument 'frobnicate'.", "See ideogram-build --help.", "frobnicate")]
    public async Task A_wrong_word_is_named_and_then_the_help_once(string problem, string help, params string[] arguments)
    {
        var (code, output, errors) = await Terminal.RunAsync(Path.GetTempPath(), arguments);

        (code, output).ShouldBe((2, ""));
        errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ShouldBe([problem, help]);
    }

    [Theory]
    [InlineData("--format must be text, json or github", "plan", "--format")]
    [InlineData("--format must be text or json", "datasets", "--format")]
    [InlineData("--format must be text or json", "models", "show", "Brand", "--format")]
    [InlineData("--patience must be a duration such as 30m, 2h or 0s, at most 24h", "doctor", "--patience")]
    [InlineData("--settle must be a duration such as 20s or 500ms, at most 10m", "upload", "--settle")]
    [InlineData("--max-trainings must be 0 or a positive whole number", "train", "--max-trainings")]
    [InlineData("--max must be a positive whole number", "caption", "--max")]
    [InlineData("The shell must be bash, zsh, fish or pwsh", "completion")]
    [InlineData("--name must have 1 to 59 characters, without blanks at the ends and without invisible characters", "init", "--name")]
    public async Task A_wrong_value_is_said_and_breaks_no_line(string rule, params string[] arguments)
    {
        var (code, output, errors) = await Terminal.RunAsync(Path.GetTempPath(), [.. arguments, "x\n::error::\u001b[2J"]);

        (code, output).ShouldBe((2, ""));
        errors.Split('\n')[0].TrimEnd('\r').ShouldBe($@"{rule}, but it is 'x\u000a::error::\u001b[2J'.");
    }

    [Theory]
    [InlineData("Commands:", "help")]
    [InlineData("Show what an upload would do", "help", "plan")]
    [InlineData("Show what an upload would do", "plan", "-h")]
    [InlineData("Show what an upload would do", "help", "plan", "--help")]
    [InlineData("Commands:", "help", "-h")]
    public async Task Help_comes_however_it_is_asked_for(string part, params string[] arguments)
    {
        var (code, output, _) = await Terminal.RunAsync(Path.GetTempPath(), arguments);

        code.ShouldBe(0);
        output.ShouldContain(part);
    }

    [Fact]
    public async Task A_glob_of_the_command_line_is_relative_to_the_current_folder()
    {
        using var git = new GitRepository();

        var (code, _, errors) = await Terminal.RunAsync(git.Path, "validate", "/brand/*.ideogram.yml");

        code.ShouldBe(2);
        errors.ShouldContain($"'/brand/*.ideogram.yml' is an absolute path. Write it relative to {git.Path}.");
    }

    [Fact]
    public async Task A_manifest_above_the_folder_is_found_and_named()
    {
        using var git = Brand();
        git.Write("brand/photos/readme.txt", "");

        var (code, output, errors) = await Terminal.RunAsync(git.PathOf("brand/photos"), "validate");

        code.ShouldBe(0, output + errors);
        errors.ShouldContain($"The manifest is above this folder: {Path.Combine("..", "ideogram.yml")}");
        output.ShouldContain("1 dataset, 1 image checked");
    }

    [Fact]
    public async Task A_manifest_outside_of_the_repository_is_not_looked_for()
    {
        using var folder = new TemporaryFolder();
        folder.Write("ideogram.yml", "name: Outside\nimages: ['*.png']\n");
        folder.Write("inside/.git/HEAD", "ref: refs/heads/main\n");
        folder.Write("inside/photos/readme.txt", "");

        (await Terminal.RunAsync(folder.PathOf("inside/photos"), "validate")).Code.ShouldBe(2);
    }

    [Fact]
    public async Task Quiet_prints_problems_and_the_last_line()
    {
        using var git = Brand();
        git.Write("brand/broken.png", "no image"u8.ToArray());

        var (code, output, _) = await Terminal.RunAsync(git.Path, "validate", "--quiet");

        code.ShouldBe(1);
        output.ShouldContain("brand/broken.png(1,1): error IDEO");
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines[^1].ShouldStartWith("ideogram: 1 dataset");
        lines[..^1].ShouldAllBe(l => l.Contains(": error IDEO", StringComparison.Ordinal) || l.Contains(": warning IDEO", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Verbose_prints_also_what_does_not_change()
    {
        await using var scene = await ActionScene.SetAsync();
        using var git = Brand();
        (await Terminal.RunAsync(git.Path, scene, "upload")).Code.ShouldBe(0);

        (await Terminal.RunAsync(git.Path, scene, "plan")).Output.ShouldNotContain("  unchanged  ");
        (await Terminal.RunAsync(git.Path, scene, "plan", "--verbose")).Output.ShouldContain("  unchanged        a.png");
        (await Terminal.RunAsync(git.Path, scene, "plan", "--verbose", "--quiet")).Code.ShouldBe(2);
    }

    private static GitRepository Brand()
    {
        var git = new GitRepository();
        git.Write("brand/ideogram.yml", "name: Brand\nimages: ['*.png']\n");
        git.Write("brand/a.png", TestImages.Png(seed: 1));
        return git;
    }
}
