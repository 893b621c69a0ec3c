using Ideogram.Build.Cli.Tests.World;

namespace Ideogram.Build.Cli.Tests.Commands.Init;

/// <summary>Whether <c>init</c> writes a workflow, and for which branch.</summary>
public sealed class InitWorkflowTests : IDisposable
{
    private const string Workflow = ".github/workflows/ideogram.yml";

    private readonly StartFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_repository_gets_the_documented_workflow_for_its_own_branch()
    {
        _folder.Repository.Git("checkout", "--quiet", "-b", "trunk");
        _folder.Images("photos/a.png");

        var (code, output, _) = await _folder.InitAsync("photos");

        code.ShouldBe(0);
        output.ShouldContain("the upload on a push to trunk");
        _folder.Read(Workflow).ShouldBe(
            (await File.ReadAllTextAsync(Checkout.PathOf("docs/workflows/one.yml"), TestContext.Current.CancellationToken))
            .Replace("[main]", "[\"trunk\"]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_remotes_default_branch_counts_more_than_the_current_one()
    {
        _folder.Images("a.png");
        var commit = _folder.Repository.Commit("One");
        _folder.Repository.Git("update-ref", "refs/remotes/origin/develop", commit);
        _folder.Repository.Git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/develop");
        _folder.Repository.Git("checkout", "--quiet", "-b", "feature");

        await _folder.InitAsync();

        _folder.Read(Workflow).ShouldContain("branches: [\"develop\"]");
    }

    [Fact]
    [Trait("Category", "Hostile")]
    public async Task A_workflow_folder_behind_a_link_is_not_written_into()
    {
        _folder.Images("a.png");
        using var elsewhere = new GitRepository();
        Directory.CreateSymbolicLink(_folder.PathOf(".github"), elsewhere.Path);

        var (code, output, _) = await _folder.InitAsync();

        code.ShouldBe(0);
        output.ShouldContain("no workflow: .github/workflows is behind a symbolic link");
        Directory.Exists(Path.Combine(elsewhere.Path, "workflows")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_workflow_that_uses_the_action_serves_all_manifests()
    {
        _folder.Images("one/a.png", "two/b.png");
        await _folder.InitAsync("one");
        File.Move(_folder.PathOf(Workflow), _folder.PathOf(".github/workflows/datasets.yaml"));

        var (code, output, _) = await _folder.InitAsync("two");

        code.ShouldBe(0, output);
        output.ShouldContain("kept .github/workflows/datasets.yaml");
        File.Exists(_folder.PathOf(Workflow)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_workflow_of_another_kind_keeps_its_file()
    {
        _folder.Images("a.png");
        _folder.Write(Workflow, "name: Mine\n");

        var (code, output, _) = await _folder.InitAsync();

        code.ShouldBe(0, output);
        output.ShouldContain($"kept {Workflow}");
        _folder.Read(Workflow).ShouldBe("name: Mine\n");
    }

    [Fact]
    public async Task No_workflow_is_written_where_none_is_wanted()
    {
        _folder.Images("a.png");

        (await _folder.InitAsync("--no-workflow")).Code.ShouldBe(0);

        Directory.Exists(_folder.PathOf(".github")).ShouldBeFalse();
    }

    [Fact]
    public async Task Outside_of_git_there_is_a_manifest_and_no_workflow()
    {
        _folder.Images("a.png");
        Directory.Delete(_folder.PathOf(".git"), recursive: true);

        var (code, output, _) = await _folder.InitAsync();

        code.ShouldBe(0, output);
        output.ShouldContain("no workflow: the folder is not in a git repository");
        File.Exists(_folder.PathOf("ideogram.yml")).ShouldBeTrue();
    }
}
