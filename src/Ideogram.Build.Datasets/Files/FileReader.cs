namespace Ideogram.Build.Datasets.Files;

/// <summary>Opens files for reading only.</summary>
internal static class FileReader
{
    /// <summary>The file's bytes from start to end.</summary>
    /// <param name="file">Full path.</param>
    /// <param name="buffer">The size of the stream's own buffer; 1 for none.</param>
    public static FileStream Open(string file, int buffer) =>
#pragma warning disable RS0030 // For reading, with a buffer that File.OpenRead cannot be given.
        new(file, FileMode.Open, FileAccess.Read, FileShare.Read, buffer, FileOptions.SequentialScan);
#pragma warning restore RS0030
}
