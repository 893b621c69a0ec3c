using System.Text;
using Ideogram.Build.Cli.Output;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Files;

namespace Ideogram.Build.Cli.Commands.Init;

/// <summary>Writes new files and overwrites none.</summary>
/// <param name="folder">Full path of the current folder.</param>
internal sealed class NewFile(string folder)
{
    /// <summary>Writes a new file; false if something exists there, a link included.</summary>
    /// <exception cref="UsageException">It cannot be written.</exception>
    public bool Write(string path, string text)
    {
        try
        {
            FileWriter.Create(path, Encoding.UTF8.GetBytes(text), folder);
            return true;
        }
        catch (IOException) when (Path.Exists(path) || RepositoryRoot.IsLink(path))
        {
            return false;
        }
        catch (LinkOnTheWayException e)
        {
            throw new UsageException(
                $"{MessageText.Quote(RepositoryPath.Relative(folder, path))} is not written: {MessageText.Quote(RepositoryPath.Relative(folder, e.Link))} "
                    + "is a symbolic link, which could point outside the repository. Name the folder by its own path.",
                OutputRules.NotWritten);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{MessageText.Quote(RepositoryPath.Relative(folder, path))} cannot be written. "
                + "Check that you may write to the folder, and that the disk has space.", OutputRules.NotWritten);
        }
    }
}
