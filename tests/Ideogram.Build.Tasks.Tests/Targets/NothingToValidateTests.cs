using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Tasks.Tests.Support;

namespace Ideogram.Build.Tasks.Tests.Targets;

/// <summary>Projects in which a dataset would go unvalidated without a word.</summary>
[Collection(InProcessCollection.Name)]
public sealed class NothingToValidateTests : IDisposable
{
    private readonly Workspace _work = new();

    public NothingToValidateTests()
    {
        _work.WriteManifest();
        _work.WriteImage("photos/a.png");
    }

    public void Dispose() => _work.Dispose();

    [Theory]
    [InlineData("ideogarm.yml", "'ideogarm.yml' does not exist (did you mean 'ideogram.yml'?). Correct the Include.")]
    [InlineData("logo/ideogram.yml", "'logo/ideogram.yml' does not exist. Manifests here: 'ideogram.yml'.")]
    [InlineData("photos", "'photos' is a folder, not a manifest. Manifests here: 'ideogram.yml'.")]
    public void A_misspelt_Include_is_an_error_at_its_place_in_the_project_file(string include, string message)
    {
        InProcessBuild.WriteProject(_work, $"<IdeogramDatasetUpload Include=\"{include}\" />");

        var error = new InProcessBuild(_work).Run().Errors.ShouldHaveSingleItem();

        (error.Code, error.File, error.Text).ShouldBe(("IDEO4095", _work.PathOf("project.proj"), message));
        var line = File.ReadAllLines(_work.PathOf("project.proj"))[error.LineNumber - 1];
        line[(error.ColumnNumber - 1)..].ShouldStartWith($"Include=\"{include}\"");
    }

    [Theory]
    [InlineData("photos")]
    [InlineData("my photos")]
    public void Without_any_manifest_the_error_says_how_to_make_one(string folder)
    {
        File.Delete(_work.PathOf("ideogram.yml"));
        InProcessBuild.WriteProject(_work, $"<IdeogramDatasetUpload Include=\"{folder}/ideogram.yml\" />");

        new InProcessBuild(_work).Run().Errors.ShouldHaveSingleItem().Text.ShouldEndWith($"Make one: ideogram-build init {ShellWord.Of(folder)}");
    }

    [Fact]
    public void With_severity_warning_a_missing_manifest_is_a_warning_until_it_is_there()
    {
        InProcessBuild.WriteProject(_work, "<IdeogramDatasetUpload Include=\"later/ideogram.yml\" Severity=\"warning\" />");

        new InProcessBuild(_work).Run().Warnings.ShouldHaveSingleItem().Code.ShouldBe("IDEO4095");
        _work.WriteManifest("*.png", "later/ideogram.yml");
        _work.WriteImage("later/a.png");

        var log = new InProcessBuild(_work).Run();
        (log.Warnings.Count, log.Validations).ShouldBe((0, 1));
    }

    [Fact]
    public void A_glob_that_matches_nothing_is_a_warning_at_its_place()
    {
        InProcessBuild.WriteProject(_work, "<IdeogramDatasetUpload Include=\"datasets/**/ideogram.yml\" />");

        var warning = new InProcessBuild(_work).Run().Warnings.ShouldHaveSingleItem();

        (warning.Code, warning.File).ShouldBe(("IDEO4096", _work.PathOf("project.proj")));
        File.ReadAllLines(_work.PathOf("project.proj"))[warning.LineNumber - 1].ShouldContain("datasets/**/ideogram.yml");
        warning.Text.ShouldStartWith("'datasets/**/ideogram.yml' matches no manifest");
    }

    [Fact]
    public void The_package_without_an_item_is_a_warning()
    {
        InProcessBuild.WriteProject(_work, "<PackageReference Include=\"Ideogram.Build\" />");

        new InProcessBuild(_work).Run().Warnings.ShouldHaveSingleItem().Code.ShouldBe("IDEO4096");
        new InProcessBuild(_work) { GlobalProperties = { ["SkipIdeogramDatasets"] = "true" } }.Run().Warnings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("<IdeogramDatasetUpload Include=\"datasets/**/ideogram.yml\" Condition=\"'$(Datasets)' == 'true'\" />")]
    [InlineData("</ItemGroup><ItemGroup Condition=\"'$(Datasets)' == 'true'\"><IdeogramDatasetUpload Include=\"datasets/**/ideogram.yml\" />")]
    public void A_project_that_does_not_name_the_package_or_names_an_item_for_another_case_is_left_alone(string items)
    {
        InProcessBuild.WriteProject(_work, items);

        new InProcessBuild(_work).Run().Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void A_project_that_never_compiles_is_validated_before_it_builds()
    {
        InProcessBuild.WriteProject(_work, targets: "<Target Name=\"Build\" />");

        new InProcessBuild(_work).Run().Validations.ShouldBe(1);
    }

    [Fact]
    public void A_project_that_builds_other_projects_and_never_compiles_is_validated_first()
    {
        _work.Write("photos/a.png", "no image");
        InProcessBuild.WriteProject(_work, targets: "<Target Name=\"Others\" /><Target Name=\"Build\" DependsOnTargets=\"Others\" />");

        new InProcessBuild(_work).Run().Succeeded.ShouldBeFalse();
    }

    [Theory]
    [InlineData("15.0.0", false)]
    [InlineData("16.11.2", false)]
    [InlineData("17.5.1", false)]
    [InlineData("17.6.0", true)]
    [InlineData("17.14.8", true)]
    [InlineData("18.9.6", true)]
    public void An_MSBuild_that_cannot_load_the_tasks_is_one_sentence(string version, bool isSupported)
    {
        InProcessBuild.WriteProject(_work);

        var log = new InProcessBuild(_work) { GlobalProperties = { ["_IdeogramMSBuildVersion"] = version } }.Run();

        log.Succeeded.ShouldBe(isSupported);
        if (!isSupported)
            log.Errors.ShouldHaveSingleItem().Text.ShouldBe("Ideogram.Build needs MSBuild 17.6 or newer, which is in Visual Studio 2022 17.6 and in the "
                + $".NET SDK 7.0.300, but this is MSBuild {version}.");
    }
}
