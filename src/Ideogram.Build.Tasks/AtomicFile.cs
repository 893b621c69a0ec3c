namespace Ideogram.Build.Tasks;

/// <summary>Writes small text files in one step.</summary>
internal static class AtomicFile
{
    /// <summary>Writes the text beside the file first, so that nobody reads half of it.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be written.</exception>
    public static void Write(string path, string text)
    {
        var beside = $"{path}.{Guid.NewGuid():N}";
        try
        {
            File.WriteAllText(beside, text);
#if NETFRAMEWORK
            if (File.Exists(path))
                File.Replace(beside, path, null);
            else
                File.Move(beside, path);
#else
            File.Move(beside, path, overwrite: true);
#endif
        }
        finally
        {
            File.Delete(beside);
        }
    }
}
