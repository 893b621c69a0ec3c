using Ideogram.Build.Tasks.Tests.Support;

namespace Ideogram.Build.Tasks.Tests.Targets;

/// <summary>Problems that a build without work says again.</summary>
[Collection(InProcessCollection.Name)]
public sealed class ReplayedProblemTests : IDisposable
{
    private readonly Workspace _work = new();

    public ReplayedProblemTests()
    {
        InProcessBuild.WriteProject(_work);
        _work.WriteManifest();
        _work.WriteImage("photos/a.png", 1);
        _work.WriteImage("photos/b.png", 2);
        _work.Write("photos/a.txt", "a caption");
        _work.Write("photos/notes.md", "no part of the dataset");
    }

    public void Dispose() => _work.Dispose();

    [Fact]
    public void Errors_are_said_in_every_build()
    {
        _work.Write("photos/a.png", "no image");

        Build().Errors.Count.ShouldBe(1);
        Build().Errors.Count.ShouldBe(1);
    }

    [Fact]
    public void Warnings_are_said_again_when_nothing_runs()
    {
        File.Move(_work.PathOf("photos/b.png"), _work.PathOf("photos/b.jpg"));
        _work.WriteManifest("photos/**/*");

        var first = Build();
        var second = Build();

        second.Validations.ShouldBe(0);
        var warning = second.Warnings.ShouldHaveSingleItem();
        warning.Code.ShouldBe("IDEO2007");
        (warning.File, warning.LineNumber, warning.ColumnNumber, warning.Text).ShouldBe((first.Warnings[0].File, 1, 1, first.Warnings[0].Text));
    }

    [Fact]
    public void An_exclude_that_misses_is_said_again_until_it_is_meant_for_another_image()
    {
        _work.Write("ideogram.yml", "name: Acme\nimages: ['photos/[a-z].png', '!photos/A*.png']\n");
        Build().Warnings.ShouldHaveSingleItem().Code.ShouldBe("IDEO1032");

        var second = Build();

        second.Validations.ShouldBe(0);
        second.Warnings.ShouldHaveSingleItem().Code.ShouldBe("IDEO1032");
        _work.WriteImage("photos/A2.png", 3);
        Build().Warnings.ShouldNotContain(w => w.Code == "IDEO1032");
    }

    [Fact]
    public void Warnings_that_are_mended_are_not_said_again()
    {
        File.Move(_work.PathOf("photos/b.png"), _work.PathOf("photos/b.jpg"));
        _work.WriteManifest("photos/**/*");
        Build();
        File.Move(_work.PathOf("photos/b.jpg"), _work.PathOf("photos/b.png"));

        Build().Warnings.ShouldBeEmpty();
        Build().Warnings.ShouldBeEmpty();
    }

    private BuildLog Build() => new InProcessBuild(_work).Run();
}
