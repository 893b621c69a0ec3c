using Ideogram.Build.Datasets.Files;

namespace Ideogram.Build.Datasets.Tests.Files;

public sealed class RepositoryRootTests : IDisposable
{
    private readonly TempRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Theory]
    [InlineData("", "")]
    [InlineData("a/b/not-there", "")]
    [InlineData("inner", "inner")]
    [InlineData("inner/a", "inner")]
    [InlineData("worktree/a", "worktree")]
    public void The_top_is_the_nearest_folder_with_git_in_it(string folder, string top)
    {
        _repository.Write("inner/.git/HEAD", "ref: refs/heads/main").Write("worktree/.git", "gitdir: elsewhere");

        RepositoryRoot.FindTop(PathOf(folder)).ShouldBe(PathOf(top));
        RepositoryRoot.Find(PathOf(folder)).ShouldBe(PathOf(top));
    }

    [Fact]
    public void A_search_stays_within_its_folder()
    {
        _repository.Write("a/b/file", "");

        RepositoryRoot.FindTop(PathOf("a/b"), PathOf("a")).ShouldBeNull();
        RepositoryRoot.FindTop(PathOf("a/b"), PathOf("")).ShouldBe(PathOf(""));
    }

    [Fact]
    public void A_top_behind_a_link_of_a_further_repository_does_not_count()
    {
        using var elsewhere = new TempRepository();
        _repository.Link("link", elsewhere.Root);

        RepositoryRoot.FindTop(PathOf("link/a")).ShouldBe(PathOf(""));
    }

    [Fact]
    public void Without_a_repository_there_is_no_top_and_a_folder_is_its_own_root()
    {
        Directory.Delete(PathOf(".git"));

        RepositoryRoot.FindTop(PathOf("a"), PathOf("")).ShouldBeNull();
        RepositoryRoot.Find(PathOf("a")).ShouldBe(RepositoryRoot.FindTop(PathOf("a")) ?? PathOf("a"));
    }

    private string PathOf(string path) => path.Length == 0 ? _repository.Root : _repository.PathOf(path);
}
