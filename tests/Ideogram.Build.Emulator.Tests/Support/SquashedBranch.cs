namespace Ideogram.Build.Emulator.Tests.Support;

/// <summary>A git repository with a commit on main, a branch with one more, and main with the branch squashed in.</summary>
internal sealed class SquashedBranch : GitRepository
{
    public SquashedBranch()
    {
        Write("ideogram.yml", "name: Acme\n");
        Write("photos/old.png", TestImages.Png(seed: 1));
        Write("photos/moved.png", TestImages.Png(seed: 2));
        BaseSha = Commit("First");
        Git("checkout", "-q", "-b", "feature/more");
        Write("photos/new one.png", TestImages.Png(seed: 3));
        Write("ideogram.yml", "name: Acme Brand\n");
        Git("mv", "photos/moved.png", "photos/renamed.png");
        Delete("photos/old.png");
        HeadSha = Commit("More");
        Git("checkout", "-q", "main");
        Git("merge", "-q", "--squash", "feature/more");
        MergeSha = Commit("More (#7)");
    }

    public string BaseSha { get; }

    public string HeadSha { get; }

    public string MergeSha { get; }
}
