namespace Ideogram.Build.Action.Output;

/// <summary>A file that an option names: written over an earlier one of its kind, and over nothing else.</summary>
/// <param name="Option">The option, as a message calls it.</param>
/// <param name="Kind">What is written, in a word.</param>
/// <param name="IsEarlier">Whether a file that is there is an earlier one.</param>
internal sealed record OutputFile(string Option, string Kind, Func<FileStream, bool> IsEarlier)
{
    /// <summary>Refuses a folder, a link, a file that is something else, and what cannot be written. Nothing is left behind, and nothing changed.</summary>
    /// <returns>The file's full path.</returns>
    /// <exception cref="UsageException">The file is refused.</exception>
    public string Accept(string file, string folder)
    {
        if (file.Length == 0)
            throw new UsageException($"{Option} wants the name of a file.");
        var path = Path.GetFullPath(file, folder);
        try
        {
            if (Directory.Exists(path) || new FileInfo(path).LinkTarget is not null)
                throw SomethingElse(file);
            Directory.CreateDirectory(Path.GetDirectoryName(path) ?? path);
            // What is made to try it goes again: a report beside images would pass for a caption.
            var isThere = File.Exists(path);
            using var there = isThere
                ? new FileStream(path, FileMode.Open, FileAccess.ReadWrite)
                : new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
            return !isThere || IsEarlier(there) ? path : throw SomethingElse(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(file);
        }
    }

    /// <summary>What to throw where the file turns out not to be writable.</summary>
    public UsageException NotWritable(string file) => new($"The {Kind} '{file}' cannot be written. Give {Option} a file in a folder that you may write to.");

    private UsageException SomethingElse(string file) => new($"'{file}' is there, and is no {Kind}: it is left as it is. Give {Option} another file.");
}
