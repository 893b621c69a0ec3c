using Ideogram.Build.Tasks.Tests.Support;

namespace Ideogram.Build.Tasks.Tests.Tasks;

public sealed class MetadataTests : IDisposable
{
    private readonly Workspace _work = new();

    public MetadataTests() => _work.WriteManifest();

    public void Dispose() => _work.Dispose();

    [Fact]
    public void With_severity_warning_problems_let_the_build_go_on()
    {
        _work.Write("photos/a.png", "no image");
        var run = Run(("Severity", "warning"));

        run.Execute().ShouldBeTrue();

        run.Engine.Errors.ShouldBeEmpty();
        run.Engine.Warnings.ShouldHaveSingleItem().Code.ShouldBe("IDEO2003");
    }

    [Fact]
    public void An_image_smaller_than_the_project_wants_is_an_error_at_the_image()
    {
        var image = _work.WriteImage("photos/a.png");
        var run = Run(("MinWidth", "512"));

        run.Execute().ShouldBeFalse();

        var error = run.Engine.Errors.ShouldHaveSingleItem();
        (error.Code, error.File).ShouldBe(("IDEO2010", image));
    }

    [Fact]
    public void An_image_file_larger_than_the_project_allows_is_an_error()
    {
        _work.WriteImage("photos/a.png");
        var run = Run(("MaxFileSize", "10B"));

        run.Execute().ShouldBeFalse();

        run.Engine.Errors.ShouldHaveSingleItem().Code.ShouldBe("IDEO2009");
    }

    [Theory]
    [InlineData("Severity", "fatal")]
    [InlineData("MaxFileSize", "ten")]
    [InlineData("MinWidth", "-1")]
    [InlineData("MinHeight", "512px")]
    [InlineData("Health", "yes")]
    public void Metadata_that_cannot_be_understood_is_an_error_that_says_what_is_expected(string name, string value)
    {
        _work.WriteImage("photos/a.png");
        var run = Run((name, value));

        run.Execute().ShouldBeFalse();

        var error = run.Engine.Errors.ShouldHaveSingleItem();
        error.Code.ShouldBe("IDEO4093");
        error.Message!.ShouldContain($"{name} of the IdeogramDatasetUpload");
    }

    [Fact]
    public void The_same_manifest_in_two_cases_is_one_where_names_have_no_case()
    {
        ManifestItem.ComparerFor(isWindows: true).Equals(@"C:\Shop\Ideogram.yml", @"c:\shop\ideogram.yml").ShouldBeTrue();
        ManifestItem.ComparerFor(isWindows: false).Equals("/shop/Ideogram.yml", "/shop/ideogram.yml").ShouldBeFalse();
    }

    private TaskRun Run(params (string, string)[] metadata)
    {
        var run = new TaskRun(_work);
        run.Task.Manifests = [run.Item("ideogram.yml", metadata)];
        return run;
    }
}
