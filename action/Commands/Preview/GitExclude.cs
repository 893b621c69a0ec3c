using System.Text;
using Ideogram.Build.Cli.Manifests;
using Ideogram.Build.Datasets.Files;

namespace Ideogram.Build.Cli.Commands.Preview;

/// <summary>Keeps a preview out of git, by the repository's own list of this machine (<c>.git/info/exclude</c>): nobody has to remember it, and no committed
/// file changes.</summary>
internal static class GitExclude
{
    /// <summary>Adds a file, unless it is there already. Where that cannot be done, nothing is.</summary>
    /// <param name="file">Full path of the file.</param>
    public static void Add(string file)
    {
        if (GitTop.Find(Path.GetDirectoryName(file)!) is not { ExcludeFile: { } list } git || file.Any(char.IsControl))
            return;
        var line = "/" + Escape(RepositoryPath.FromFullPath(git.Path, file));
        try
        {
            var text = File.Exists(list) ? GitTop.Text(list) : "";
            if (text is null || text.Split('\n').Any(l => l.TrimEnd('\r') == line))
                return;
            var separator = text.Length == 0 || text.EndsWith('\n') ? "" : "\n";
            FileWriter.MakeFolder(Path.GetDirectoryName(list)!, git.Path);
            FileWriter.Replace(list, Encoding.UTF8.GetBytes($"{text}{separator}{line}\n"), git.Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The page says that it is not for committing.
        }
    }

    private static string Escape(string path) => string.Concat(path.Select(c => c is '\\' or '*' or '?' or '[' or ' ' ? $"\\{c}" : c.ToString()));
}
