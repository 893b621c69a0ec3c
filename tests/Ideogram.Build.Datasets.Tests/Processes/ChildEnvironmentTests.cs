using Ideogram.Build.Datasets.Processes;

namespace Ideogram.Build.Datasets.Tests.Processes;

[Trait("Category", "Hostile")]
public sealed class ChildEnvironmentTests
{
    private static readonly string Outside = Path.GetFullPath("/opt/tools");
    private static readonly string Repository = Path.GetFullPath("/work/repository");

    [Theory]
    [InlineData("IDEOGRAM_API_KEY")]
    [InlineData("GITHUB_TOKEN")]
    [InlineData("GH_TOKEN")]
    [InlineData("ACTIONS_RUNTIME_TOKEN")]
    [InlineData("INPUT_API-KEY")]
    [InlineData("AWS_SECRET_ACCESS_KEY")]
    [InlineData("GIT_DIR")]
    [InlineData("GIT_CONFIG_COUNT")]
    [InlineData("GIT_SSH_COMMAND")]
    [InlineData("GIT_TRACE2")]
    [InlineData("LD_PRELOAD")]
    [InlineData("DYLD_INSERT_LIBRARIES")]
    [InlineData("SSH_AUTH_SOCK")]
    [InlineData("SSH_ASKPASS")]
    [InlineData("PAGER")]
    [InlineData("HTTPS_PROXY")]
    public void A_variable_of_the_caller_does_not_pass(string name) => Restricted((name, "value")).Keys.ShouldBe(["PATH"]);

    [Theory]
    [InlineData("IDEOGRAM_API_KEY", true)]
    [InlineData("HTTPS_PROXY", true)]
    [InlineData("GITHUB_TOKEN", false)]
    [InlineData("GIT_DIR", false)]
    [InlineData("DOTNET_STARTUP_HOOKS", false)]
    [InlineData("LD_PRELOAD", false)]
    public void The_program_of_this_project_gets_what_it_reads_and_no_more(string name, bool passes)
    {
        var environment = new Dictionary<string, string?> { [name] = "value", ["PATH"] = Outside };

        ChildEnvironment.Restrict(environment, ChildEnvironment.ForIdeogramBuild);

        environment.ContainsKey(name).ShouldBe(passes);
    }

    [Fact]
    public void The_home_passes_and_one_inside_the_repository_does_not()
    {
        Restricted(("HOME", Outside))["HOME"].ShouldBe(Outside);

        Restricted(("HOME", Repository)).Keys.ShouldBe(["PATH"]);
        Restricted(("HOME", ".")).Keys.ShouldBe(["PATH"]);
        Restricted(("XDG_CONFIG_HOME", Path.Combine(Repository, ".config"))).Keys.ShouldBe(["PATH"]);
    }

    private static Dictionary<string, string?> Restricted(params (string Name, string Value)[] variables)
    {
        var environment = variables.ToDictionary(v => v.Name, v => (string?)v.Value, StringComparer.Ordinal);
        environment["PATH"] = string.Join(Path.PathSeparator, ".", Outside, Repository);

        ChildEnvironment.Restrict(environment, ChildEnvironment.Basic, Repository);

        environment["PATH"].ShouldBe(Outside);
        return environment;
    }
}
