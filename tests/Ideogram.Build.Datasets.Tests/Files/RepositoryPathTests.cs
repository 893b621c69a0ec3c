using Ideogram.Build.Datasets.Files;

namespace Ideogram.Build.Datasets.Tests.Files;

public sealed class RepositoryPathTests
{
    [Fact]
    public void Only_the_system_s_own_separator_is_replaced()
    {
        var file = Path.Combine(Path.GetTempPath(), "a", @"b\c.jpg");

        RepositoryPath.Relative(Path.GetTempPath(), file).ShouldBe(OperatingSystem.IsWindows() ? "a/b/c.jpg" : @"a/b\c.jpg");
        RepositoryPath.FromFullPath(Path.GetTempPath().TrimEnd(Path.DirectorySeparatorChar), file)
            .ShouldBe(OperatingSystem.IsWindows() ? "a/b/c.jpg" : @"a/b\c.jpg");
    }

    [Fact]
    public void A_folder_holds_what_is_below_it_and_not_what_begins_like_it()
    {
        var folder = Path.Combine(Path.GetTempPath(), "work");

        PathBounds.IsInside(folder, folder).ShouldBeTrue();
        PathBounds.IsInside(folder + Path.DirectorySeparatorChar, Path.Combine(folder, "a")).ShouldBeTrue();
        PathBounds.IsInside(folder, folder + "shop").ShouldBeFalse();
        PathBounds.IsInside(folder, Path.GetTempPath()).ShouldBeFalse();
        PathBounds.IsInside(Path.GetPathRoot(folder)!, folder).ShouldBeTrue();
    }
}
