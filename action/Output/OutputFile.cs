using System.Text;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Files;

namespace Ideogram.Build.Cli.Output;

/// <summary>A file that an option names. It replaces an earlier file of its kind, and no other file.</summary>
/// <param name="Option">The option's name in messages.</param>
/// <param name="Kind">The kind of file, in a word.</param>
/// <param name="IsEarlier">Whether an existing file that is not empty is an earlier one.</param>
internal sealed record OutputFile(string Option, string Kind, Func<Stream, bool> IsEarlier)
{
    /// <summary>Whether an empty file counts as an earlier one, and the null device too: neither has content to lose.</summary>
    public bool MayBeEmpty { get; init; }

    /// <summary>Refuses a folder, a link on the way, a file of another kind, and a file that cannot be written. Nothing is left behind, and nothing
    /// is changed.</summary>
    /// <returns>The file's full path.</returns>
    /// <exception cref="UsageException">The file is refused.</exception>
    public string Accept(string file, string folder)
    {
        if (file.Length == 0)
            throw new UsageException($"{Option} requires the name of a file.");
        var path = Path.GetFullPath(file, folder);
        if (MayBeEmpty && IsNullDevice(path))
            return path;
        try
        {
            // The path itself first: for a link, its own kind counts, not that of its target.
            FileWriter.RefuseLinks(path, folder);
            if (Directory.Exists(path) || (File.Exists(path) && !IsOurs(path)))
                throw SomethingElse(file);
            FileWriter.MakeFolder(Path.GetDirectoryName(path)!, folder);
            FileWriter.Try(path);
            return path;
        }
        catch (LinkOnTheWayException e)
        {
            throw Linked(file, e, folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(file);
        }
    }

    /// <summary>Writes the file, if it is still one that <see cref="Accept"/> accepts.</summary>
    /// <exception cref="UsageException">It cannot be written, or another file appeared there.</exception>
    public void Write(string file, string text, string folder)
    {
        var path = Accept(file, folder);
        if (MayBeEmpty && IsNullDevice(path))
            return;
        try
        {
            FileWriter.Replace(path, Encoding.UTF8.GetBytes(text), folder);
        }
        catch (LinkOnTheWayException e)
        {
            throw Linked(file, e, folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(file);
        }
    }

    private static bool IsNullDevice(string path) => path is "/dev/null" or @"\\.\NUL";

    private bool IsOurs(string path)
    {
        var file = new FileInfo(path);
        if (file.IsReadOnly)
            throw new UnauthorizedAccessException();
        // A file that says it has no bytes can be a pipe, which could block, or a device.
        if (file.Length == 0)
            return MayBeEmpty && FileWriter.IsEmptyFile(path);
        using var there = File.OpenRead(path);
        return IsEarlier(there);
    }

    private UsageException NotWritable(string file) => new($"The {Kind} '{file}' cannot be written. Give {Option} a file in a folder that you may write to.",
        OutputRules.NotWritten);

    private UsageException SomethingElse(string file) => new($"'{file}' exists and is not a {Kind}, so it stays unchanged. Give {Option} another file.",
        OutputRules.NotWritten);

    private UsageException Linked(string file, LinkOnTheWayException e, string folder) => new(
        $"The {Kind} '{file}' is not written: {MessageText.Quote(RepositoryPath.Relative(folder, e.Link))} is a symbolic link, which could point outside the "
            + $"repository. Give {Option} a file that is reached without one.",
        OutputRules.NotWritten);
}
