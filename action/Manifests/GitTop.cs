using System.Text;
using Ideogram.Build.Datasets;
using Ideogram.Build.Datasets.Files;

namespace Ideogram.Build.Cli.Manifests;

/// <summary>The git repository that a folder is in, as far as its files say.</summary>
/// <param name="Path">Full path of the work tree's top.</param>
internal sealed record GitTop(string Path)
{
    private const int MaxBytes = 16_000_000;
    private const string Heads = "ref: refs/heads/";

    private static readonly string[] Usual = ["main", "master"];

    /// <summary>The repository of a folder; null if it is in none.</summary>
    /// <param name="folder">Full path of the folder.</param>
    /// <param name="within">Full path of a folder above it that the search does not leave; null for none.</param>
    public static GitTop? Find(string folder, string? within = null) => RepositoryRoot.FindTop(folder, within) is { } top ? new GitTop(top) : null;

    /// <summary>The branch that merges go to: the remote's default branch, else main or master, else the only one there will be. "main" if nothing
    /// says.</summary>
    public string DefaultBranch
    {
        get
        {
            var known = Named("refs/remotes/origin/HEAD", "ref: refs/remotes/origin/")
                ?? Usual.FirstOrDefault(b => File.Exists(Git($"refs/heads/{b}")) || Packed($"refs/heads/{b}") is not null)
                ?? Named("HEAD", Heads);
            return known is not null && known.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/') ? known : "main";
        }
    }

    /// <summary>The commit that is checked out; null where that cannot be read.</summary>
    public string? Head
    {
        get
        {
            if (Lines("HEAD").FirstOrDefault()?.Trim() is not { } head)
                return null;
            if (!head.StartsWith("ref: ", StringComparison.Ordinal))
                return IsCommit(head) ? head : null;
            var name = head["ref: ".Length..];
            if (name.Contains("..", StringComparison.Ordinal))
                return null;
            var commit = Lines(name).FirstOrDefault()?.Trim() ?? Packed(name);
            return commit is not null && IsCommit(commit) ? commit : null;
        }
    }

    /// <summary><c>owner/name</c> of the remote "origin", if it is on GitHub or on a server that is set up like it.</summary>
    public string? Repository
    {
        get
        {
            var isOrigin = false;
            foreach (var line in Lines("config").Select(l => l.Trim()))
            {
                if (line.StartsWith('['))
                    isOrigin = line == "[remote \"origin\"]";
                else if (isOrigin && line.Split('=', 2, StringSplitOptions.TrimEntries) is ["url", var url])
                    return OwnerAndName(url);
            }

            return null;
        }
    }

    /// <summary>Full path of the list of files that git shall not see on this machine; null in a further work tree, where it is elsewhere.</summary>
    public string? ExcludeFile => Directory.Exists(Git("")) ? Git(System.IO.Path.Combine("info", "exclude")) : null;

    /// <summary>Whether git's own files are elsewhere: in a further work tree, or a submodule.</summary>
    public bool IsLinked => File.Exists(System.IO.Path.Combine(Path, ".git"));

    /// <summary>The text of one of git's own small files; null for one that is larger. The repository can be hostile: a pipe or a device in a file's place,
    /// also behind a link, is an empty file.</summary>
    /// <param name="file">Full path.</param>
    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    public static string? Text(string file)
    {
        var target = File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? file;
        return BoundedFile.Read(target, MaxBytes) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;
    }

    // git@github.com:owner/name.git, ssh://git@github.com/owner/name, https://github.com/owner/name.git
    private static string? OwnerAndName(string url)
    {
        var parts = url.TrimEnd('/').Split('/', ':');
        if (parts.Length < 3 || !url.Contains('@', StringComparison.Ordinal) && !url.Contains("://", StringComparison.Ordinal))
            return null;
        var name = parts[^1].EndsWith(".git", StringComparison.Ordinal) ? parts[^1][..^4] : parts[^1];
        return IsName(parts[^2]) && IsName(name) ? $"{parts[^2]}/{name}" : null;
    }

    private static bool IsCommit(string text) => text.Length is 40 or 64 && text.All(char.IsAsciiHexDigitLower);

    private static bool IsName(string text) => text.Length > 0 && text.Trim('.').Length > 0
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    private string? Named(string file, string prefix) =>
        Lines(file).FirstOrDefault() is { } line && line.StartsWith(prefix, StringComparison.Ordinal) ? line[prefix.Length..].Trim() : null;

    private string? Packed(string name) => Lines("packed-refs").FirstOrDefault(l => l.EndsWith(" " + name, StringComparison.Ordinal))?.Split(' ')[0];

    private List<string> Lines(string file)
    {
        try
        {
            return Text(Git(file))?.Split('\n').Select(l => l.TrimEnd('\r')).ToList() ?? [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    // In a linked work tree .git is a file, and nothing is found here; the callers handle that.
    private string Git(string file) => System.IO.Path.Combine(Path, ".git", file);
}
