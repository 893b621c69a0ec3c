using Ideogram.Build.Tasks.Tests.Support;

namespace Ideogram.Build.Tasks.Tests.Targets;

[Collection(InProcessCollection.Name)]
public sealed class OddPathTests
{
    [Theory]
    [InlineData("with spaces")]
    [InlineData("Ünïcödé 日本 🎨")]
    [InlineData("it's (a), b;c%20d @e#f")]
    [InlineData("$(Configuration) @(Item) %(Meta)")]
    [InlineData("$([System.IO.File]::ReadAllText('x'))")]
    public void A_folder_with_an_odd_name_is_validated_once_and_then_remembered(string name)
    {
        using var work = new Workspace();
        InProcessBuild.WriteProject(work);
        work.WriteManifest();
        work.WriteImage($"photos/{name.Replace('/', '_')}/a.png");

        var first = new InProcessBuild(work).Run();
        var second = new InProcessBuild(work).Run();

        first.Errors.ShouldBeEmpty();
        (first.Validations, second.Validations, second.Searches).ShouldBe((1, 0, 0));
    }

    [Theory]
    [InlineData(" leading.png")]
    [InlineData("trailing .png")]
    [InlineData("semi;colon.png")]
    [InlineData("per%20cent.png")]
    [InlineData("quote'quote.png")]
    public void A_change_of_an_image_with_an_odd_name_is_seen(string name)
    {
        using var work = new Workspace();
        InProcessBuild.WriteProject(work);
        work.WriteManifest();
        work.WriteImage($"photos/{name}");
        new InProcessBuild(work).Run().Validations.ShouldBe(1);
        new InProcessBuild(work).Run().Validations.ShouldBe(0);

        work.Touch($"photos/{name}");

        new InProcessBuild(work).Run().Validations.ShouldBe(1);
    }

    [Theory]
    [InlineData("project with spaces")]
    [InlineData("Ünïcödé 日本")]
    [InlineData("it's (mine)")]
    public void A_project_in_a_folder_with_an_odd_name_is_validated_once(string name)
    {
        using var work = new Workspace(name);
        InProcessBuild.WriteProject(work);
        work.WriteManifest();
        work.WriteImage("photos/a.png");

        var first = new InProcessBuild(work).Run();
        var second = new InProcessBuild(work).Run();

        first.Errors.ShouldBeEmpty();
        (first.Validations, second.Validations, second.Searches).ShouldBe((1, 0, 0));
    }

    [Fact]
    public void A_path_longer_than_260_characters_is_validated_once()
    {
        using var work = new Workspace();
        InProcessBuild.WriteProject(work);
        work.WriteManifest();
        work.WriteImage($"photos/{string.Join('/', Enumerable.Repeat(new string('x', 60), 5))}/a.png");

        new InProcessBuild(work).Run().Validations.ShouldBe(1);
        var second = new InProcessBuild(work).Run();

        (second.Succeeded, second.Validations, second.Searches).ShouldBe((true, 0, 0));
    }

    [Fact]
    public void A_manifest_linked_from_another_folder_is_validated_there()
    {
        using var work = new Workspace();
        InProcessBuild.WriteProject(work, "<IdeogramDatasetUpload Include=\"../brand/ideogram.yml\" />", relative: "app/project.proj");
        work.WriteManifest(relative: "brand/ideogram.yml");
        work.Write("brand/photos/a.png", "no image");

        var log = new InProcessBuild(work).Run(project: "app/project.proj");

        log.Errors.ShouldHaveSingleItem().File.ShouldBe(work.PathOf("brand/photos/a.png"));
    }
}
