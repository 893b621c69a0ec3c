using Ideogram.Build.Tasks.Tests.Support;

namespace Ideogram.Build.Tasks.Tests.Tasks;

/// <summary>What makes the next build look again.</summary>
public sealed class CompareTaskTests : IDisposable
{
    private readonly Workspace _work = new();

    public CompareTaskTests()
    {
        _work.WriteManifest();
        _work.WriteImage("photos/a.png");
        // The first validation makes it, in the folder of the manifest.
        Directory.CreateDirectory(_work.PathOf("obj"));
        new TaskRun(_work).Execute().ShouldBeTrue();
    }

    public void Dispose() => _work.Dispose();

    [Fact]
    public void Nothing_after_a_validation() => Compare().ShouldBe((false, false));

    [Fact]
    public void Other_settings_even_in_case_only() => Compare("Settings").FilesChanged.ShouldBeTrue();

    [Fact]
    public void An_image_that_became_older()
    {
        _work.Touch("photos/a.png", hours: -1);

        Compare().ShouldBe((true, false));
    }

    [Fact]
    public void A_new_name_in_a_folder()
    {
        _work.WriteImage("photos/b.png", seed: 1);
        _work.Touch("photos");

        Compare().ShouldBe((false, true));
    }

    [Fact]
    public void An_image_that_is_gone()
    {
        File.Delete(_work.PathOf("photos/a.png"));

        Compare().FilesChanged.ShouldBeTrue();
    }

    [Fact]
    public void A_state_that_is_gone()
    {
        File.Delete(State);

        Compare().ShouldBe((true, true));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(-1)]
    public void A_state_of_which_the_end_is_missing(int length)
    {
        var whole = File.ReadAllText(State);
        File.WriteAllText(State, length < 0 ? whole[..^1] : whole[..length]);

        Compare().FilesChanged.ShouldBeTrue();
    }

    private string State => Path.Combine(new TaskRun(_work).StateFolder, "state");

    private (bool FilesChanged, bool FoldersChanged) Compare(string settings = "settings")
    {
        var task = new CompareIdeogramInputs { BuildEngine = new FakeBuildEngine(), StateFolder = new TaskRun(_work).StateFolder, Settings = settings };
        task.Execute().ShouldBeTrue();
        return (task.FilesChanged, task.FoldersChanged);
    }
}
