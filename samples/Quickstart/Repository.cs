namespace Ideogram.Build.Quickstart;

/// <summary>A git repository with the brand kit on a branch, as a person would push it.</summary>
/// <param name="folder">Where it is; it must not exist yet.</param>
internal sealed class Repository(string folder)
{
    public string Folder { get; } = folder;

    public string Base { get; private set; } = "";

    public string Head { get; private set; } = "";

    public async Task CreateAsync(string kit)
    {
        Directory.CreateDirectory(Folder);
        await Git("init", "--quiet", "--initial-branch=main");
        await File.WriteAllTextAsync(Path.Combine(Folder, "README.md"), "# Acme\n");
        Base = await CommitAsync("Begin");
        await Git("switch", "--quiet", "--create", "brand-kit");
        Copy(kit, Path.Combine(Folder, "datasets", "brand-kit"));
        Head = await CommitAsync("Add the brand kit");
    }

    /// <summary>Squashes the branch into main, as GitHub's button does, and returns the commit.</summary>
    public async Task<string> SquashAsync(int number)
    {
        await Git("switch", "--quiet", "main");
        await Git("merge", "--quiet", "--squash", "brand-kit");
        return await CommitAsync($"Add the brand kit (#{number})");
    }

    /// <summary>Fetches a commit into the work tree, as actions/checkout does.</summary>
    public Task CheckOutAsync(string commit) => Git("checkout", "--quiet", "--detach", commit);

    private async Task<string> CommitAsync(string message)
    {
        await Git("add", "--all");
        await Git("-c", "user.name=Ada", "-c", "user.email=ada@example.com", "-c", "commit.gpgsign=false", "commit", "--quiet", "--allow-empty", "--message",
            message);
        return await Git("rev-parse", "HEAD");
    }

    private Task<string> Git(params string[] arguments) => Shell.ReadAsync(Folder, "git", arguments);

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(from, file);
            if (relative.Split(Path.DirectorySeparatorChar)[0] is "bin" or "obj" || relative.EndsWith(".csproj", StringComparison.Ordinal)) continue;
            var target = Path.Combine(to, relative);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
