using Ideogram.Build.Datasets.Processes;

namespace Ideogram.Build.Datasets.Tests.Processes;

[Trait("Category", "Hostile")]
public sealed class SearchPathTests
{
    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("bin")]
    [InlineData("./bin")]
    [InlineData("~/bin")]
    [InlineData("/work/repository")]
    [InlineData("/work/repository/")]
    [InlineData("/work/repository/tools/bin")]
    [InlineData("/work/other/../repository/bin")]
    [InlineData("/work//repository/./bin")]
    public void A_folder_of_the_repository_or_of_the_current_folder_does_not_count(string folder)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "paths of other systems");

        SearchPath.Folders($"{folder}:/usr/bin:{folder}", "/work/repository").ShouldBe(["/usr/bin"]);
    }

    [Theory]
    [InlineData("/work/repository-tools")]
    [InlineData("/work")]
    [InlineData("/opt/a folder")]
    public void A_folder_beside_or_above_the_repository_counts(string folder)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "paths of other systems");

        SearchPath.Folders(folder, "/work/repository").ShouldBe([folder]);
    }

    [Fact]
    public void A_program_is_found_by_its_full_path() => Path.IsPathFullyQualified(SearchPath.Find("git").ShouldNotBeNull()).ShouldBeTrue();

    [Fact]
    public void A_program_that_only_the_repository_has_is_not_found()
    {
        var git = SearchPath.Find("git")!;

        SearchPath.Find("git", Path.GetPathRoot(git)).ShouldBeNull();
    }
}
