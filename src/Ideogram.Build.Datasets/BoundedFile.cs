using Ideogram.Build.Datasets.Files;

namespace Ideogram.Build.Datasets;

/// <summary>Reads small files whole, but never more than a bound.</summary>
public static class BoundedFile
{
    /// <summary>The file's bytes; null if there are more than the bound. A pipe or a device is empty. A link must have been refused or resolved.</summary>
    /// <param name="file">Full path.</param>
    /// <param name="maxBytes">The bound.</param>
    /// <exception cref="IOException">The file cannot be opened or read.</exception>
    public static byte[]? Read(string file, int maxBytes)
    {
        // A pipe or device says 0 bytes and could block for ever: it is read as the empty file that it claims to be.
        var length = new FileInfo(file).Length;
        if (length == 0)
            return [];

        using var stream = FileReader.Open(file, 1);
        return Read(stream, maxBytes);
    }

    /// <summary>The stream's bytes from here to its end; null if there are more than the bound.</summary>
    /// <param name="stream">The stream; it stays open.</param>
    /// <param name="maxBytes">The bound.</param>
    public static byte[]? Read(Stream stream, int maxBytes)
    {
        using var copy = new MemoryStream();
        var buffer = new byte[16_384];
        int read;
        while ((read = stream.Read(buffer, 0, buffer.Length)) > 0)
        {
            if (copy.Length + read > maxBytes)
                return null;
            copy.Write(buffer, 0, read);
        }

        return copy.ToArray();
    }
}
