using Ideogram.Build.Tasks.Tests.Support;
using Microsoft.Build.Evaluation;

namespace Ideogram.Build.Tasks.Tests.Targets;

[Collection(InProcessCollection.Name)]
public sealed class TargetTests : IDisposable
{
    private readonly Workspace _work = new();

    public TargetTests()
    {
        _work.WriteManifest();
        _work.WriteImage("photos/a.png");
    }

    public void Dispose() => _work.Dispose();

    [Theory]
    [InlineData("SkipIdeogramDatasets")]
    [InlineData("DesignTimeBuild")]
    public void A_skipped_or_design_time_build_validates_nothing(string property)
    {
        InProcessBuild.WriteProject(_work);
        var build = new InProcessBuild(_work) { GlobalProperties = { [property] = "true" } };

        build.Run().Validations.ShouldBe(0);
    }

    [Fact]
    public void A_project_without_manifests_has_nothing_to_do()
    {
        InProcessBuild.WriteProject(_work, items: "");

        var log = new InProcessBuild(_work).Run();

        (log.Succeeded, log.Validations).ShouldBe((true, 0));
        Directory.Exists(_work.PathOf("obj/ideogram")).ShouldBeFalse();
    }

    [Fact]
    public void Manifests_can_be_named_by_a_glob()
    {
        _work.WriteManifest("*.png", "sets/one/ideogram.yml", "One");
        _work.WriteManifest("*.png", "sets/two/ideogram.yml", "Two");
        _work.WriteImage("sets/one/a.png", 1);
        _work.WriteImage("sets/two/b.png", 2);
        InProcessBuild.WriteProject(_work, "<IdeogramDatasetUpload Include=\"sets/**/ideogram.yml\" />");

        var log = new InProcessBuild(_work).Run();

        log.Validations.ShouldBe(1);
        log.Messages.Count(m => m.StartsWith("Ideogram dataset ", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public void What_is_written_is_listed_for_clean()
    {
        InProcessBuild.WriteProject(_work, properties: "<CleanFile>x</CleanFile>");
        File.WriteAllText(_work.PathOf("project.proj"), File.ReadAllText(_work.PathOf("project.proj")).Replace(
            "DependsOnTargets=\"BeforeCompile\" />",
            "DependsOnTargets=\"BeforeCompile\"><Message Text=\"Writes: @(FileWrites->'%(Filename)')\" /></Target>",
            StringComparison.Ordinal));

        new InProcessBuild(_work).Run().Messages.ShouldContain("Writes: state;unfinished;warnings");
    }

    [Fact]
    public void Visual_Studio_is_told_every_input_and_the_output() =>
        UpToDateCheck().ShouldContain("Up to date: Ideogram.Build.Tasks.dll Ideogram;ideogram.yml Ideogram;a.png Ideogram > state Ideogram");

    [Fact]
    public void Visual_Studio_is_told_a_name_that_MSBuild_would_take_apart()
    {
        _work.WriteImage("photos/b;c%41.png", seed: 1);

        UpToDateCheck().ShouldContain(
            "Up to date: Ideogram.Build.Tasks.dll Ideogram;ideogram.yml Ideogram;a.png Ideogram;b;c%41.png Ideogram > state Ideogram");
    }

    [Fact]
    public void The_item_shows_in_the_list_of_build_actions()
    {
        InProcessBuild.WriteProject(_work);
        using var projects = new ProjectCollection();

        var project = projects.LoadProject(_work.PathOf("project.proj"));

        project.GetItems("AvailableItemName").Select(i => i.EvaluatedInclude).ShouldContain("IdeogramDatasetUpload");
    }

    private IEnumerable<string> UpToDateCheck()
    {
        InProcessBuild.WriteProject(_work);
        File.WriteAllText(_work.PathOf("project.proj"), File.ReadAllText(_work.PathOf("project.proj")).Replace(
            "<Target Name=\"Clean\" />",
            "<Target Name=\"CollectUpToDateCheckInputDesignTime\"><Message Text=\"Up to date: @(UpToDateCheckInput->'%(Filename)%(Extension) %(Set)') > "
                + "@(UpToDateCheckOutput->'%(Filename) %(Set)')\" /></Target>",
            StringComparison.Ordinal));
        new InProcessBuild(_work).Run();

        return new InProcessBuild(_work) { GlobalProperties = { ["DesignTimeBuild"] = "true" } }.Run("CollectUpToDateCheckInputDesignTime").Messages;
    }
}
