using System.Text;
using Ideogram.Build.Datasets.Files;

namespace Ideogram.Build.Datasets.Tests.Files;

/// <summary>The one writer: whole files, as new, and through no link of the repository.</summary>
public sealed class FileWriterTests : IDisposable
{
    private static readonly byte[] Text = Encoding.UTF8.GetBytes("Text");

    private readonly TempRepository _repository = new();
    private readonly TempRepository _elsewhere = new();

    public void Dispose()
    {
        _repository.Dispose();
        _elsewhere.Dispose();
    }

    [Fact]
    public void A_file_is_written_with_its_folders_and_nothing_beside_it()
    {
        FileWriter.Replace(_repository.PathOf("a/b/c.txt"), Text);
        FileWriter.Replace(_repository.PathOf("a/b/c.txt"), Encoding.UTF8.GetBytes("Other"));

        File.ReadAllText(_repository.PathOf("a/b/c.txt")).ShouldBe("Other");
        Directory.GetFileSystemEntries(_repository.PathOf("a/b")).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_new_file_takes_nobody_s_place()
    {
        _repository.Write("a.txt", "Mine").Link("link.txt", _elsewhere.PathOf("victim"));

        Should.Throw<IOException>(() => FileWriter.Create(_repository.PathOf("a.txt"), Text));
        Should.Throw<LinkOnTheWayException>(() => FileWriter.Create(_repository.PathOf("link.txt"), Text));

        File.ReadAllText(_repository.PathOf("a.txt")).ShouldBe("Mine");
        Left().ShouldBe(["a.txt", "link.txt"]);
        Nothing_is_elsewhere();
    }

    [Theory]
    [InlineData("link/report.json")]
    [InlineData("a/link/b/report.json")]
    [InlineData("dangling/report.json")]
    [InlineData("a/dangling")]
    [InlineData("file-link")]
    [InlineData("inner-repository/report.json")]
    [Trait("Category", "Hostile")]
    public void No_link_of_the_repository_is_written_through(string path)
    {
        _elsewhere.Write("victim", "Mine");
        Directory.CreateDirectory(_elsewhere.PathOf("folder"));
        _repository.Link("link", _elsewhere.PathOf("folder")).Link("a/link", _elsewhere.PathOf("folder")).Link("dangling", _elsewhere.PathOf("nowhere"))
            .Link("a/dangling", _elsewhere.PathOf("nowhere")).Link("file-link", _elsewhere.PathOf("victim")).Link("inner-repository", _elsewhere.Root);

        Should.Throw<LinkOnTheWayException>(() => FileWriter.Replace(_repository.PathOf(path), Text));
        Should.Throw<LinkOnTheWayException>(() => FileWriter.MakeFolder(Path.Combine(_repository.PathOf(path), "made")));

        File.ReadAllText(_elsewhere.PathOf("victim")).ShouldBe("Mine");
        Directory.GetFileSystemEntries(_elsewhere.PathOf("folder")).ShouldBeEmpty();
        Path.Exists(_elsewhere.PathOf("nowhere")).ShouldBeFalse();
        Path.Exists(_elsewhere.PathOf("report.json")).ShouldBeFalse();
    }

    [Fact]
    [Trait("Category", "Hostile")]
    public void Without_a_repository_no_link_below_the_current_folder_is_written_through()
    {
        Directory.Delete(_repository.PathOf(".git"));
        Directory.Delete(_elsewhere.PathOf(".git"));
        _repository.Link("link", _elsewhere.Root);

        Should.Throw<LinkOnTheWayException>(() => FileWriter.Replace(_repository.PathOf("link/a.txt"), Text, _repository.Root))
            .Link.ShouldBe(_repository.PathOf("link"));

        Nothing_is_elsewhere();
    }

    [Fact]
    public void Links_above_the_current_folder_and_the_repository_are_the_machine_s_own()
    {
        Directory.CreateDirectory(_elsewhere.PathOf("home/.git"));
        Directory.Delete(_repository.PathOf(".git"));
        Directory.Delete(_elsewhere.PathOf(".git"));
        _repository.Link("home", _elsewhere.PathOf("home"));

        FileWriter.Replace(_repository.PathOf("home/obj/a.txt"), Text);

        File.ReadAllText(_elsewhere.PathOf("home/obj/a.txt")).ShouldBe("Text");
    }

    [Fact]
    public void An_earlier_file_s_permissions_are_kept_and_never_widened()
    {
        if (OperatingSystem.IsWindows())
            return;
        foreach (var mode in new[] { UnixFileMode.UserRead | UnixFileMode.UserWrite, (UnixFileMode)0b110_110_100 })
        {
            _repository.Write("a.txt", "Mine");
            File.SetUnixFileMode(_repository.PathOf("a.txt"), mode);

            FileWriter.Replace(_repository.PathOf("a.txt"), Text);

            File.GetUnixFileMode(_repository.PathOf("a.txt")).ShouldBe(mode);
            File.ReadAllText(_repository.PathOf("a.txt")).ShouldBe("Text");
        }
    }

    [Fact]
    public void A_write_that_fails_leaves_nothing_and_changes_nothing()
    {
        Directory.CreateDirectory(_repository.PathOf("folder/inner"));

        Should.Throw<Exception>(() => FileWriter.Replace(_repository.PathOf("folder"), Text)).ShouldBeAssignableTo<SystemException>();

        Left().ShouldBe(["folder"]);
        Directory.Exists(_repository.PathOf("folder/inner")).ShouldBeTrue();
    }

    [Fact]
    public void Trying_leaves_nothing_and_finds_names_that_are_too_long()
    {
        FileWriter.Try(_repository.PathOf("a.txt"));
        Should.Throw<IOException>(() => FileWriter.Try(_repository.PathOf(new string('a', 300))));

        Left().ShouldBeEmpty();
    }

    [Fact]
    public void A_pipe_and_a_device_are_no_empty_files()
    {
        if (OperatingSystem.IsWindows())
            return;
        _repository.Write("empty", "").Write("full", "x");
        using (var mkfifo = System.Diagnostics.Process.Start("mkfifo", _repository.PathOf("pipe")))
            mkfifo.WaitForExit();

        FileWriter.IsEmptyFile(_repository.PathOf("empty")).ShouldBeTrue();
        FileWriter.IsEmptyFile(_repository.PathOf("full")).ShouldBeFalse();
        FileWriter.IsEmptyFile(_repository.PathOf("pipe")).ShouldBeFalse();
        FileWriter.IsEmptyFile("/dev/null").ShouldBeFalse();
        FileWriter.IsEmptyFile(_repository.PathOf("missing")).ShouldBeFalse();
    }

    private IEnumerable<string?> Left() => Directory.EnumerateFileSystemEntries(_repository.Root).Select(Path.GetFileName).Where(n => n != ".git")
        .Order(StringComparer.Ordinal);

    private void Nothing_is_elsewhere() => Directory.EnumerateFileSystemEntries(_elsewhere.Root).ShouldBeSubsetOf([_elsewhere.PathOf(".git")]);
}
