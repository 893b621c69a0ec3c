using Ideogram.Build.Cli.Tests.World;

namespace Ideogram.Build.Cli.Tests.Commands;

/// <summary>A search for manifests cannot see those that a checkout lacks.</summary>
[Trait("Category", "Silence")]
public sealed class SparseCheckoutTests : IDisposable
{
    private readonly GitRepository _repository = new();

    public SparseCheckoutTests()
    {
        foreach (var name in new[] { "one", "two" })
        {
            _repository.Write($"{name}/ideogram.yml", $"name: {name}\nimages: ['*.png']\n");
            _repository.Write($"{name}/a.png", TestImages.Png(name));
        }

        _repository.Commit("Two datasets");
    }

    public void Dispose() => _repository.Dispose();

    [Theory]
    [InlineData("--no-sparse-index")]
    [InlineData("--sparse-index")]
    public async Task A_manifest_that_a_sparse_checkout_leaves_out_is_an_error(string index)
    {
        _repository.Git("sparse-checkout", "set", "--cone", index, "one");

        foreach (var arguments in new string[][] { ["validate"], ["validate", "two"], ["validate", "*/ideogram.yml"], ["validate", "two/ideogram.yml"] })
        {
            var (code, output, _) = await Terminal.RunAsync(_repository.Path, arguments);

            code.ShouldBe(1, output);
            output.ShouldContain("two/ideogram.yml(1,1): error IDEO4022: This checkout lacks the manifest 'two/ideogram.yml', which is in git. "
                + "sparse-checkout (or 'skip-worktree') leaves it out. Run 'git sparse-checkout disable'");
            output.ShouldNotContain("IDEO1001");
        }

        (await Terminal.RunAsync(_repository.Path, "validate", "one")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task A_deleted_manifest_that_is_named_is_known_to_git()
    {
        _repository.Delete("two/ideogram.yml");

        var (code, output, _) = await Terminal.RunAsync(_repository.Path, "validate", "two/ideogram.yml");

        code.ShouldBe(1);
        output.ShouldContain("IDEO4022: This checkout lacks the manifest 'two/ideogram.yml', which is in git. It was deleted here and not in git.");
    }
}
