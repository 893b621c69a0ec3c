using Ideogram.Build.Tasks.Tests.Support;

namespace Ideogram.Build.Tasks.Tests.Targets;

/// <summary>A project with many manifests: what changed is validated, and nothing else.</summary>
[Collection(InProcessCollection.Name)]
public sealed class ManyManifestsTests : IDisposable
{
    private const int Count = 5;

    private readonly Workspace _work = new();

    public ManyManifestsTests()
    {
        InProcessBuild.WriteProject(_work, "<IdeogramDatasetUpload Include=\"sets/*/ideogram.yml\" />");
        for (var i = 0; i < Count; i++)
        {
            _work.WriteManifest("*.*", $"sets/{i}/ideogram.yml", $"Set {i}");
            _work.WriteImage($"sets/{i}/a.png", i);
        }

        Build().Validated.Count.ShouldBe(Count);
    }

    public void Dispose() => _work.Dispose();

    [Theory]
    [InlineData("sets/2/a.png")]
    [InlineData("sets/2/ideogram.yml")]
    public void A_touched_file_validates_its_manifest_only(string file)
    {
        _work.Touch(file);

        Build().Validated.ShouldHaveSingleItem().ShouldContain("'Set 2'");
        Build().Validated.ShouldBeEmpty();
    }

    [Fact]
    public void A_new_image_validates_its_manifest_only()
    {
        _work.WriteImage("sets/3/b.png", 33);

        Build().Validated.ShouldHaveSingleItem().ShouldContain("'Set 3'");
        Build().Validated.ShouldBeEmpty();
    }

    [Fact]
    public void An_error_makes_only_its_own_manifest_validate_again()
    {
        _work.Write("sets/1/a.png", "no image");

        Build().Log.Errors.ShouldHaveSingleItem().Code.ShouldBe("IDEO2003");
        var again = Build();

        again.Log.Errors.ShouldHaveSingleItem().Code.ShouldBe("IDEO2003");
        again.Validated.ShouldHaveSingleItem().ShouldContain("'Set 1'");
        File.Exists(_work.PathOf("obj/ideogram/state")).ShouldBeFalse("Visual Studio would take the project for built");
    }

    [Fact]
    public void A_manifest_that_takes_the_target_of_an_unchanged_one_is_an_error_at_both()
    {
        _work.WriteManifest("*.*", "sets/1/ideogram.yml", "Set 2");
        _work.Touch("sets/1/ideogram.yml");

        var first = Build();
        var second = Build();

        string[] both = [_work.PathOf("sets/1/ideogram.yml"), _work.PathOf("sets/2/ideogram.yml")];
        first.Log.Errors.Select(e => e.File).ShouldBe(both);
        second.Log.Errors.Select(e => e.File).ShouldBe(both);
    }

    [Fact]
    public void Warnings_of_the_others_are_said_again_while_one_is_validated()
    {
        _work.WriteImage("sets/4/png-by-content.jpg", 44);
        Build().Log.Warnings.ShouldHaveSingleItem();
        _work.Touch("sets/0/a.png");

        var build = Build();

        build.Validated.ShouldHaveSingleItem().ShouldContain("'Set 0'");
        build.Log.Warnings.ShouldHaveSingleItem().Code.ShouldBe("IDEO2007");
        Build().Log.Warnings.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_manifest_that_the_project_names_no_more_says_nothing_more()
    {
        _work.WriteImage("sets/4/png-by-content.jpg", 44);
        Build().Log.Warnings.ShouldHaveSingleItem();
        InProcessBuild.WriteProject(_work, "<IdeogramDatasetUpload Include=\"sets/*/ideogram.yml\" Exclude=\"sets/4/**\" />");

        var build = Build();

        (build.Log.Warnings.Count, build.Validated.Count).ShouldBe((0, 0));
    }

    [Fact]
    public void Manifests_that_look_into_one_folder_are_validated_together()
    {
        _work.WriteManifest("*.webp", "sets/0/other.ideogram.yml", "Other");
        File.Copy(_work.PathOf("sets/0/a.png"), _work.PathOf("sets/0/b.webp"));
        InProcessBuild.WriteProject(_work, "<IdeogramDatasetUpload Include=\"sets/*/*ideogram.yml\" />");
        Build();
        _work.Touch("sets/0/other.ideogram.yml");

        Build().Validated.Select(v => v.Split('\'')[1]).ShouldBe(["Set 0", "Other"], ignoreOrder: true);
    }

    private (BuildLog Log, IReadOnlyList<string> Validated) Build()
    {
        var log = new InProcessBuild(_work).Run();
        return (log, [.. log.Messages.Where(m => m.StartsWith("Ideogram dataset ", StringComparison.Ordinal))]);
    }
}
