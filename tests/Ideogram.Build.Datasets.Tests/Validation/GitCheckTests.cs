using System.Diagnostics;
using Ideogram.Build.Datasets.Validation;

namespace Ideogram.Build.Datasets.Tests.Validation;

public sealed class GitCheckTests : IDisposable
{
    private readonly TempRepository _repository = new();

    public GitCheckTests() => Git("init", "-q");

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void Ignored_and_untracked_files_are_one_warning_per_dataset()
    {
        _repository.Images("p/a.png", "p/b.png", "p/ignored.png").Write("p/a.txt", "x").Write(".gitignore", "p/ignored.png").ManifestOf("p/*.png");
        Git("add", "ideogram.yml", "p/b.png");

        Validate().ShouldOnlyHave(DatasetRules.NotInGit).ShouldBeAt(3, 3).ShouldSay("'p/a.png', 'p/a.txt', 'p/ignored.png'");
    }

    [Fact]
    public void A_manifest_that_is_not_in_git_is_added_and_not_excluded()
    {
        _repository.Images("p/a.png").ManifestOf("p/*.png");
        Git("add", "p");

        Validate().ShouldOnlyHave(DatasetRules.NotInGit).Message.ShouldEndWith("Run 'git add'.");
    }

    [Fact]
    public void What_git_holds_is_clean_whatever_its_name()
    {
        _repository.Images("p/ä \"b\" ©.png").ManifestOf("p/*.png");
        Git("add", ".");

        Validate().ShouldBeClean();
    }

    [Fact]
    [Trait("Category", "Hostile")]
    public void Nothing_that_the_repository_configures_is_started()
    {
        var trap = _repository.PathOf("trap.sh");
        _repository.Images("a.png").Write("trap.sh", $"#!/bin/sh\ntouch '{_repository.PathOf("sprung")}'\n").ManifestOf("a.png");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(trap, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Git("add", "ideogram.yml", "a.png");
        Git("config", "core.fsmonitor", trap);

        Validate().ShouldBeClean();
        File.Exists(_repository.PathOf("sprung")).ShouldBeFalse();
    }

    [Fact]
    public void Where_git_refuses_the_check_is_skipped_with_one_note()
    {
        Directory.Delete(_repository.PathOf(".git"), recursive: true);
        _repository.Images("a.png").Write(".git", "gitdir: /nowhere").ManifestOf("a.png").Write("other.ideogram.yml", "name: Other\nimages: [a.png]\n");

        var all = new DatasetValidator(new ValidatorOptions { CheckGit = true })
            .Validate([_repository.ManifestPath, _repository.PathOf("other.ideogram.yml")], TestContext.Current.CancellationToken)
            .SelectMany(d => d.Diagnostics);

        var note = all.ShouldHaveSingleItem();
        note.Rule.ShouldBe(DatasetRules.GitRefused);
        note.Message.ShouldContain("not a git repository: /nowhere");
        note.Message.ShouldContain("git config --global --add safe.directory");
    }

    [Fact]
    public void A_folder_without_git_is_not_checked()
    {
        Directory.Delete(_repository.PathOf(".git"), recursive: true);
        _repository.Images("a.png").ManifestOf("a.png");

        Validate().ShouldBeClean();
    }

    [Fact]
    public void A_folder_that_a_sparse_index_holds_whole_is_held()
    {
        _repository.Images("shown/a.png", "folded/b.png").Write("ideogram.yml", "name: Brand\nimages: ['**/*.png']\n");
        Git("add", ".");
        Git("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-q", "-m", "Images");
        Git("sparse-checkout", "init", "--cone", "--sparse-index");
        Git("sparse-checkout", "set", "shown");
        _repository.Images("folded/b.png");

        Validate().ShouldBeClean();
    }

    [Fact]
    [Trait("Category", "Hostile")]
    public void A_git_that_never_ends_is_ended()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "mkfifo");
        _repository.Images("a.png").ManifestOf("a.png");
        File.Delete(_repository.PathOf(".git/HEAD"));
        using (var mkfifo = Process.Start("mkfifo", _repository.PathOf(".git/HEAD")))
            mkfifo.WaitForExit();

        var watch = Stopwatch.StartNew();
        Validate().ShouldOnlyHave(DatasetRules.GitRefused).ShouldSay("more than 10 seconds");
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    private Dataset Validate() => new DatasetValidator(new ValidatorOptions { CheckGit = true })
        .Validate(_repository.ManifestPath, TestContext.Current.CancellationToken);

    private void Git(params string[] arguments) => TestProcess.Run(_repository.Root, "git", arguments).ExitCode.ShouldBe(0);
}
