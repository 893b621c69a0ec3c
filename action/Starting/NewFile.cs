namespace Ideogram.Build.Action.Starting;

/// <summary>Files that are made and never overwritten.</summary>
internal static class NewFile
{
    /// <summary>Writes a file that is not there yet; false if something is, a link included.</summary>
    public static async Task<bool> WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        try
        {
            // Opened as new: neither another program's file nor what a link aims at is written over.
            await using var file = new StreamWriter(new FileStream(path, FileMode.CreateNew, FileAccess.Write));
            await file.WriteAsync(text.AsMemory(), cancellationToken);
            return true;
        }
        catch (IOException) when (Path.Exists(path) || new FileInfo(path).LinkTarget is not null)
        {
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            throw new UsageException($"'{path}' cannot be written: the folder is not yours to write to.");
        }
    }

    /// <summary>Whether a folder, if it is there at all, is reached without a link from a folder above it.</summary>
    public static bool IsFreeOfLinks(string folder, string top)
    {
        for (var at = folder; at is not null && at != top; at = Path.GetDirectoryName(at))
        {
            if (new DirectoryInfo(at).LinkTarget is not null)
                return false;
        }

        return true;
    }
}
