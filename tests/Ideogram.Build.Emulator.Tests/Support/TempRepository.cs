using System.Diagnostics;

namespace Ideogram.Build.Emulator.Tests.Support;

/// <summary>A real git repository in a temporary folder: a commit on main, a branch with one more, and main with the branch squashed in.</summary>
internal sealed class TempRepository : IDisposable
{
    private TempRepository(string path) => Path = path;

    public string Path { get; }

    public string BaseSha { get; private set; } = "";

    public string HeadSha { get; private set; } = "";

    public string MergeSha { get; private set; } = "";

    public static async Task<TempRepository> CreateAsync()
    {
        var repository = new TempRepository(Directory.CreateTempSubdirectory("emulator-git-").FullName);
        await repository.GitAsync("init", "-q", "-b", "main");
        await repository.WriteAsync("ideogram.yml", "name: Acme\n"u8.ToArray());
        await repository.WriteAsync("photos/old.png", TestImages.Png(1));
        await repository.WriteAsync("photos/moved.png", TestImages.Png(2));
        repository.BaseSha = await repository.CommitAsync("First");
        await repository.GitAsync("checkout", "-q", "-b", "feature/more");
        await repository.WriteAsync("photos/new one.png", TestImages.Png(3));
        await repository.WriteAsync("ideogram.yml", "name: Acme Brand\n"u8.ToArray());
        await repository.GitAsync("mv", "photos/moved.png", "photos/renamed.png");
        await repository.GitAsync("rm", "-q", "photos/old.png");
        repository.HeadSha = await repository.CommitAsync("More");
        await repository.GitAsync("checkout", "-q", "main");
        await repository.GitAsync("merge", "-q", "--squash", "feature/more");
        repository.MergeSha = await repository.CommitAsync("More (#7)");
        return repository;
    }

    public async Task<string> GitAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("git") { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in (string[])["-C", Path, "-c", "user.name=Ann", "-c", "user.email=ann@example.com", "-c", "commit.gpgsign=false", .. arguments])
            start.ArgumentList.Add(argument);
        using var git = Process.Start(start)!;
        var output = await git.StandardOutput.ReadToEndAsync(EmulatorFixture.Cancelled);
        await git.WaitForExitAsync(EmulatorFixture.Cancelled);
        git.ExitCode.ShouldBe(0, string.Join(' ', arguments));
        return output.Trim();
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private async Task WriteAsync(string path, byte[] bytes)
    {
        var file = new FileInfo(System.IO.Path.Combine(Path, path));
        file.Directory!.Create();
        await File.WriteAllBytesAsync(file.FullName, bytes, EmulatorFixture.Cancelled);
    }

    private async Task<string> CommitAsync(string message)
    {
        await GitAsync("add", "-A");
        await GitAsync("commit", "-q", "-m", message);
        return await GitAsync("rev-parse", "HEAD");
    }
}
