using System.Text;
using Ideogram.Build.Datasets.Files;
using Ideogram.Build.Datasets.Processes;

namespace Ideogram.Build.Datasets.Tests.Processes;

/// <summary>Real repositories and the real git.</summary>
public sealed class GitCommitsTests : IDisposable
{
    private readonly GitRepository _git = new();

    public void Dispose() => _git.Dispose();

    [Fact]
    public void A_commits_files_are_named_with_hash_and_size_whatever_their_names_hold()
    {
        _git.Write("a b/ü \t.txt", "five\n");
        _git.Write("c", "");
        File.CreateSymbolicLink(_git.PathOf("link"), "c");
        var commit = _git.Commit("Files");
        var files = new List<(string, string, long)>();

        Commits.List(commit, (path, sha, bytes) => files.Add((path, sha, bytes)), Cancellation).ShouldBeNull();

        files.ShouldBe([("a b/ü \t.txt", _git.Git("hash-object", "a b/ü \t.txt"), 5), ("c", "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391", 0)]);
    }

    [Fact]
    public void A_files_bytes_are_its_own_up_to_a_bound()
    {
        byte[] bytes = [0, 255, 13, 10, 0];
        _git.Write("a", bytes);
        _git.Commit("A file");
        var sha = _git.Git("hash-object", "a");

        Commits.Read(sha, 5, Cancellation).ShouldBe(bytes);
        Commits.Read(sha, 4, Cancellation).ShouldBeNull();
        Commits.Read(new string('0', 40), 5, Cancellation).ShouldBeNull();
    }

    [Theory]
    [InlineData("HEAD")]
    [InlineData("--all")]
    [InlineData("refs/heads/a b")]
    [InlineData("refs/heads/$(id)")]
    [InlineData("refs/heads/a\" \"b")]
    [Trait("Category", "Hostile")]
    public void The_name_of_a_reference_is_no_option_and_no_second_argument(string name) =>
        Should.Throw<ArgumentException>(() => Commits.CommonWith(name, Cancellation));

    [Theory]
    [InlineData("")]
    [InlineData("--textconv")]
    [InlineData("HEAD")]
    [InlineData("E69DE29BB2D1D6434B8B29AE775AD8C2E48C5391")]
    [Trait("Category", "Hostile")]
    public void A_hash_is_forty_hex_digits(string sha)
    {
        Should.Throw<ArgumentException>(() => Commits.Read(sha, 1, Cancellation));
        Should.Throw<ArgumentException>(() => Commits.List(sha, (_, _, _) => { }, Cancellation));
    }

    [Fact]
    public void Branches_without_a_common_commit_have_none()
    {
        _git.Commit("One history");
        _git.Git("checkout", "--quiet", "--orphan", "other");
        _git.Commit("Another");

        Commits.CommonWith("refs/heads/main", Cancellation).ShouldBeNull();
        Commits.CommonWith("refs/heads/other", Cancellation).ShouldBe(_git.Tip);
        Commits.CommonWith("refs/heads/none", Cancellation).ShouldBeNull();
    }

    [Theory]
    [InlineData("version https://git-lfs.github.com/spec/v1\noid sha256:{0}\nsize 1\n", true)]
    [InlineData("version https://git-lfs.github.com/spec/v1\noid sha256:../../{0}\nsize 1\n", false)]
    [InlineData("version https://git-lfs.github.com/spec/v1\noid sha256:ABC\nsize 1\n", false)]
    [InlineData("oid sha256:{0}\n", false)]
    [Trait("Category", "Hostile")]
    public void A_pointer_of_Git_LFS_names_a_hash_or_nothing(string file, bool isOne)
    {
        var hash = new string('a', 64);

        LfsPointer.Sha256In(Encoding.ASCII.GetBytes(file.Replace("{0}", hash, StringComparison.Ordinal))).ShouldBe(isOne ? hash : null);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private GitCommits Commits => GitCommits.Open(_git.Path, TimeSpan.FromSeconds(30))!;
}
