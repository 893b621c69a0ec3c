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
    public void What_git_holds_is_clean_whatever_its_name()
    {
        _repository.Images("p/ä \"b\"\t.png").ManifestOf("p/*.png");
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
    public void A_folder_that_is_no_repository_for_git_is_left_alone()
    {
        Directory.Delete(_repository.PathOf(".git"), recursive: true);
        _repository.Images("a.png").Write(".git", "gitdir: /nowhere").ManifestOf("a.png");

        Validate().ShouldBeClean();
    }

    private Dataset Validate() => new DatasetValidator(new ValidatorOptions { CheckGit = true }).Validate(_repository.ManifestPath, TestContext.Current.CancellationToken);

    private void Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = _repository.Root })!;
        git.WaitForExit();
        git.ExitCode.ShouldBe(0);
    }
}
