using Ideogram.Build.Tasks.Tests.Support;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Ideogram.Build.Tasks.Tests.Tasks;

public sealed class RunTaskTests : IDisposable
{
    private readonly Workspace _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    [Trait("Category", "Hostile")]
    public void The_program_gets_the_key_and_nothing_that_it_does_not_read()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "sh");
        var engine = new FakeBuildEngine();
        var script = _work.Write("program.sh", "printf 'got %s %s %s\\n' \"$IDEOGRAM_API_KEY\" \"${IDEOGRAM_TEST_SECRET-nothing}\" \"${GIT_DIR-nothing}\"\n");
        Environment.SetEnvironmentVariable("IDEOGRAM_API_KEY", "key-5e1f");
        Environment.SetEnvironmentVariable("IDEOGRAM_TEST_SECRET", "secret");
        try
        {
            var task = new RunIdeogramBuild
            {
                BuildEngine = engine,
                Command = $"/bin/sh \"{script}\"",
                Verb = "plan",
                Manifests = [new TaskItem(_work.PathOf("ideogram.yml"))]
            };
            task.Execute().ShouldBeTrue();
        }
        finally
        {
            Environment.SetEnvironmentVariable("IDEOGRAM_API_KEY", null);
            Environment.SetEnvironmentVariable("IDEOGRAM_TEST_SECRET", null);
        }

        engine.Messages.Select(m => m.Message).ShouldContain("got key-5e1f nothing nothing");
    }

    [Theory]
    [InlineData(1, "found errors: the reason")]
    [InlineData(2, "could not use its arguments or settings: the reason")]
    [InlineData(3, "could not reach Ideogram, or Ideogram refused the key: the reason")]
    [InlineData(137, "ended with exit code 137: the reason")]
    public void The_error_of_a_failed_program_holds_its_last_line_of_standard_error(int exitCode, string text)
    {
        var engine = Run($"echo a pause >&2; echo '  the reason ' >&2; echo >&2; exit {exitCode}");

        var error = engine.Errors.ShouldHaveSingleItem();
        error.Code.ShouldBe("IDEO4091");
        error.Message.ShouldBe($"'ideogram-build plan' {text}");
    }

    [Fact]
    public void What_the_program_says_on_standard_error_is_shown_as_it_comes() =>
        Run("echo trying again in 4 s >&2").Messages.ShouldContain(m => m.Message == "trying again in 4 s" && m.Importance == MessageImportance.High);

    [Fact]
    public void The_last_line_of_a_plan_is_a_message_that_the_terminal_logger_shows() =>
        Run("echo dataset; echo 'ideogram: 3 new, 5 unchanged'").Messages[^1].Message.ShouldBe("Shop -> 3 new, 5 unchanged");

    [Theory]
    [Trait("Category", "Health")]
    [InlineData("", "text --no-health --verbose")]
    [InlineData("false", "text --no-health --verbose")]
    [InlineData("True", "text --verbose")]
    public void The_program_looks_at_the_health_of_the_datasets_where_an_item_says_so(string health, string arguments) =>
        Run("shift 3; echo \"arguments: $*\"", health).Messages.ShouldContain(m => m.Message == $"arguments: {arguments}");

    private FakeBuildEngine Run(string script, string health = "")
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "sh");
        var engine = new FakeBuildEngine();
        var file = _work.Write("program.sh", script + "\n");
        new RunIdeogramBuild
        {
            BuildEngine = engine,
            Command = $"/bin/sh \"{file}\"",
            Verb = "plan",
            ProjectName = "Shop",
            Manifests = [new TaskItem(_work.PathOf("ideogram.yml"), new Dictionary<string, string> { ["Health"] = health })],
            Arguments = "--verbose",
        }.Execute();
        return engine;
    }
}
