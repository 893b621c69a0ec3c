using Ideogram.Build.Tasks.Tests.Support;

namespace Ideogram.Build.Tasks.Tests.Package;

/// <summary>One <c>dotnet new console</c> project with the README's lines, used by all tests of the class.</summary>
[Collection(PackageCollection.Name)]
public sealed class ConsoleProjectTests(PackedPackage package, ConsoleProject console) : IClassFixture<ConsoleProject>
{
    private readonly PackageProject _project = console.In(package);

    [Fact]
    public void A_manifest_is_validated_and_a_build_without_changes_validates_nothing()
    {
        Build().Log.Validations.ShouldBe(1);

        var (result, log) = Build();

        (result.ExitCode, log.Validations, log.Searches).ShouldBe((0, 0, 0));
    }

    [Fact]
    public void A_broken_manifest_fails_the_build_at_its_line()
    {
        _project.Work.Write(ConsoleProject.Manifest, "name: Acme Brand\nimages:\n  - '*.png'\nupdate: sometimes\n");

        var (result, _) = Build();

        result.ExitCode.ShouldNotBe(0);
        result.Output.ShouldContain($"{_project.Work.PathOf(ConsoleProject.Manifest)}(4,9): error IDEO1014: ");
    }

    [Fact]
    public void Publish_validates_too()
    {
        _project.Work.WriteImage("photos/published.png", 7);

        _project.Run("publish", "--no-restore").Log.Validations.ShouldBe(1);
    }

    [Fact]
    public void Clean_forgets_what_was_validated()
    {
        Build();

        _project.Run("clean").Result.ExitCode.ShouldBe(0);

        Directory.Exists(_project.Work.PathOf("obj/Debug/net10.0/ideogram")).ShouldBeFalse();
    }

    [Fact]
    public void The_target_can_be_called_by_name_and_skipped()
    {
        _project.Work.WriteImage("photos/called.png", 8);

        _project.Run("msbuild", "/t:ValidateIdeogramDatasets", "/p:SkipIdeogramDatasets=true").Log.Validations.ShouldBe(0);
        _project.Run("msbuild", "/t:ValidateIdeogramDatasets").Log.Validations.ShouldBe(1);
    }

    [Fact]
    public void A_warning_is_an_error_with_warnaserror_also_when_nothing_runs()
    {
        _project.Work.WriteImage("photos/png-by-content.jpg", 9);
        _project.Work.WriteManifest("*.{png,jpg}", ConsoleProject.Manifest);
        Build().Result.ExitCode.ShouldBe(0);

        var (result, log) = Build("-warnaserror");

        result.ExitCode.ShouldNotBe(0);
        log.Validations.ShouldBe(0);
        log.Errors.ShouldContain(e => e.Code == "IDEO2007");
    }

    [Fact]
    public void The_multithreaded_build_runs_the_tasks_in_its_own_process()
    {
        _project.Work.WriteImage("photos/threads.png", 10);

        var (result, log) = Build("-mt");

        (result.ExitCode, log.Validations).ShouldBe((0, 1));
        log.Messages.ShouldNotContain(m => m.Contains("TaskHost", StringComparison.Ordinal) && m.Contains("Ideogram", StringComparison.Ordinal));
    }

    private (ProcessResult Result, BuildLog Log) Build(params string[] arguments) => _project.Run(["build", "--no-restore", .. arguments]);
}
