using Ideogram.Build.Tasks.Tests.Support;

namespace Ideogram.Build.Tasks.Tests.Tasks;

/// <summary>What makes the next build look again.</summary>
public sealed class CompareTaskTests : IDisposable
{
    private readonly Workspace _work = new();
    private readonly TaskRun _run;

    public CompareTaskTests()
    {
        _work.WriteManifest();
        _work.WriteImage("photos/a.png");
        // The first validation makes it, in the folder of the manifest.
        Directory.CreateDirectory(_work.PathOf("obj"));
        _run = new TaskRun(_work);
        _run.Execute().ShouldBeTrue();
    }

    public void Dispose() => _work.Dispose();

    [Fact]
    public void Nothing_after_a_validation() => Compare().ShouldBe((false, false));

    [Fact]
    public void Other_metadata_even_in_case_only()
    {
        _run.Task.Manifests = [_run.Item("ideogram.yml", ("Severity", "Error"))];

        Compare().FilesChanged.ShouldBeTrue();
    }

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

        Compare().ShouldBe((true, false));
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

    private string State => Path.Combine(_run.StateFolder, "state");

    private (bool FilesChanged, bool FoldersChanged) Compare()
    {
        var (changed, uncertain) = _run.Compare();
        return (changed.Length > 0, uncertain.Length > 0);
    }
}
