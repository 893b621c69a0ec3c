using Ideogram.Build.Cli.Tests.World;

namespace Ideogram.Build.Cli.Tests.Commands.Completion;

public sealed class CompletionTests
{
    [Theory]
    [InlineData("ideogram-build up", "upload")]
    [InlineData("ideogram-build upload --allow", "--allow-training")]
    [InlineData("ideogram-build datasets sh", "show")]
    [InlineData("ideogram-build plan ide", "")]
    public async Task Bash_completes_commands_and_options_and_leaves_files_to_itself(string line, string found)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "bash is another system's there");
        using var folder = new TemporaryFolder();
        folder.Write("completion.bash", (await Terminal.RunAsync(folder.Path, "completion", "bash")).Output);
        const string Complete = "source ./completion.bash && COMP_WORDS=($1) && COMP_CWORD=$((${#COMP_WORDS[@]} - 1)) && _ideogram_build "
            + "&& printf '%s' \"${COMPREPLY[*]}\"";

        var run = TestProcess.Run(folder.Path, "bash", "-c", Complete, "bash", line);

        run.Output.Trim().ShouldBe(found);
    }

    [Theory]
    [InlineData("zsh", "compdef _ideogram_build ideogram-build")]
    [InlineData("fish", "-n '__fish_seen_subcommand_from upload' -l allow-training")]
    [InlineData("pwsh", "'--allow-training'")]
    public async Task Other_shells_get_the_same_names(string shell, string part)
    {
        var (code, output, errors) = await Terminal.RunAsync(Path.GetTempPath(), "completion", shell);

        code.ShouldBe(0, errors);
        output.ShouldContain(part);
        output.ShouldContain("datasets");
        output.ShouldNotContain("'action'");
    }

    [Theory]
    [InlineData("tcsh")]
    [InlineData("--bash")]
    public async Task Another_shell_is_wrong_usage(string shell)
    {
        var (code, output, errors) = await Terminal.RunAsync(Path.GetTempPath(), "completion", shell);

        code.ShouldBe(2);
        output.ShouldBeEmpty();
        errors.ShouldContain(shell);
    }
}
