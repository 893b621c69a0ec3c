using Ideogram.Build.Cli.Tests.World;

namespace Ideogram.Build.Cli.Tests.Output;

/// <summary>Where a report and a preview may be written, and where neither may.</summary>
public sealed class OutputFileTests : IDisposable
{
    private readonly GitRepository _git = new();

    public OutputFileTests()
    {
        _git.Write("brand/ideogram.yml", "name: Brand\nimages: ['*.png']\n");
        _git.Write("brand/a.png", TestImages.Png(seed: 1));
    }

    public void Dispose() => _git.Dispose();

    [Theory]
    [InlineData("validate", "--report", "report")]
    [InlineData("preview", "--output", "preview")]
    public async Task A_file_of_another_kind_is_left_as_it_is(string command, string option, string kind)
    {
        _git.Write("notes.txt", "Mine");

        var (code, _, errors) = await RunAsync(command, option, "notes.txt");

        code.ShouldBe(2);
        errors.Trim().ShouldBe($"error IDEO4060: 'notes.txt' exists and is not a {kind}, so it stays unchanged. Give {option} another file.");
        (await File.ReadAllTextAsync(PathOf("notes.txt"), TestContext.Current.CancellationToken)).ShouldBe("Mine");
    }

    [Theory]
    [InlineData("validate", "--report")]
    [InlineData("preview", "--output")]
    public async Task A_folder_is_refused(string command, string option) =>
        (await RunAsync(command, option, "brand")).Code.ShouldBe(2);

    [Theory]
    [InlineData("validate", "--report")]
    [InlineData("preview", "--output")]
    [Trait("Category", "Hostile")]
    public async Task A_link_is_not_written_through_wherever_it_aims(string command, string option)
    {
        (await RunAsync(command, option, "earlier")).Code.ShouldBe(0);
        var earlier = await File.ReadAllTextAsync(PathOf("earlier"), TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(PathOf("nowhere"), PathOf("victim"));
        File.CreateSymbolicLink(PathOf("there"), PathOf("earlier"));
        _git.Write("brand/b.png", TestImages.Png(seed: 2));

        (await RunAsync(command, option, "nowhere")).Code.ShouldBe(2);
        (await RunAsync(command, option, "there")).Code.ShouldBe(2);

        File.Exists(PathOf("victim")).ShouldBeFalse();
        (await File.ReadAllTextAsync(PathOf("earlier"), TestContext.Current.CancellationToken)).ShouldBe(earlier);
    }

    [Theory]
    [InlineData("validate", "--report", "report")]
    [InlineData("preview", "--output", "preview")]
    public async Task What_cannot_be_written_is_told_before_anything_is_done(string command, string option, string kind)
    {
        var (code, output, errors) = await RunAsync(command, option, "brand/a.png/out");

        code.ShouldBe(2);
        output.ShouldBeEmpty();
        errors.Trim().ShouldBe($"error IDEO4060: The {kind} 'brand/a.png/out' cannot be written. Give {option} a file in a folder that you may write to.");
    }

    [Theory]
    [InlineData("plan", "--report")]
    [InlineData("preview", "--output")]
    public async Task A_run_that_writes_nothing_leaves_no_empty_file(string command, string option)
    {
        File.Delete(PathOf("brand/ideogram.yml"));

        (await RunAsync(command, option, "out")).Code.ShouldBe(2);

        Path.Exists(PathOf("out")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_report_may_go_to_the_null_device_and_a_preview_may_not_replace_it()
    {
        (await RunAsync("validate", "--report", "/dev/null")).Code.ShouldBe(0);
        (await RunAsync("preview", "--output", "/dev/null")).Code.ShouldBe(2);
    }

    [Theory]
    [InlineData("validate", "--report", "report")]
    [InlineData("plan", "--report", "report")]
    [InlineData("preview", "--output", "preview")]
    [Trait("Category", "Hostile")]
    public async Task A_linked_folder_is_not_written_into(string command, string option, string kind)
    {
        using var elsewhere = new GitRepository();
        Directory.CreateSymbolicLink(PathOf("brand/out"), elsewhere.Path);

        var (code, output, errors) = await RunAsync(command, option, "brand/out/deep/file");

        code.ShouldBe(2);
        output.ShouldBeEmpty();
        errors.Trim().ShouldBe($"error IDEO4060: The {kind} 'brand/out/deep/file' is not written: 'brand/out' is a symbolic link, which could point outside "
            + $"the repository. Give {option} a file that is reached without one.");
        Directory.GetFileSystemEntries(elsewhere.Path).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("validate", "--report")]
    [InlineData("preview", "--output")]
    public async Task A_pipe_is_neither_waited_for_nor_replaced(string command, string option)
    {
        if (OperatingSystem.IsWindows())
            return;
        using (var mkfifo = System.Diagnostics.Process.Start("mkfifo", PathOf("pipe")))
            await mkfifo.WaitForExitAsync(TestContext.Current.CancellationToken);

        (await RunAsync(command, option, "pipe")).Code.ShouldBe(2);
    }

    [Theory]
    [InlineData("validate", "--report")]
    [InlineData("preview", "--output")]
    public async Task A_file_is_written_over_an_earlier_one_with_its_permissions_and_nothing_is_left_beside_it(string command, string option)
    {
        if (OperatingSystem.IsWindows())
            return;
        await RunAsync(command, option, "out/file");
        var first = await File.ReadAllTextAsync(PathOf("out/file"), TestContext.Current.CancellationToken);
        File.SetUnixFileMode(PathOf("out/file"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        _git.Write("brand/b.png", TestImages.Png(seed: 2));

        (await RunAsync(command, option, "out/file")).Code.ShouldBe(0);

        (await File.ReadAllTextAsync(PathOf("out/file"), TestContext.Current.CancellationToken)).ShouldNotBe(first);
        File.GetUnixFileMode(PathOf("out/file")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Directory.GetFileSystemEntries(PathOf("out")).ShouldHaveSingleItem();
    }

    private string PathOf(string path) => Path.Combine(_git.Path, path);

    private Task<TerminalResult> RunAsync(params string[] arguments) => Terminal.RunAsync(_git.Path, arguments);
}
