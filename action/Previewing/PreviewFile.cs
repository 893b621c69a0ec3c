using System.Text;

namespace Ideogram.Build.Action.Previewing;

/// <summary>The file of a preview: written whole, over an earlier preview only.</summary>
internal static class PreviewFile
{
    public const string DefaultName = "ideogram-preview.html";

    /// <exception cref="UsageException">Something else is there.</exception>
    public static void Refuse(string path)
    {
        if (Directory.Exists(path) || new FileInfo(path).LinkTarget is not null || (File.Exists(path) && !IsPreview(path)))
            throw new UsageException($"'{path}' is there, and is no preview: it is left as it is. Give --output another file.");
    }

    /// <summary>Writes beside it and moves into place, so that a browser never reads half a page.</summary>
    public static async Task WriteAsync(string path, string html, CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        var draft = Path.Combine(folder, $".{Path.GetFileName(path)}.{Environment.ProcessId}");
        try
        {
            await File.WriteAllTextAsync(draft, html, cancellationToken);
            Refuse(path);
            File.Move(draft, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{path}' cannot be written. Give --output a file in a folder that you may write to.");
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private static bool IsPreview(string path)
    {
        using var file = File.OpenRead(path);
        var start = new byte[PreviewPage.Start.Length];
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && Encoding.UTF8.GetString(start) == PreviewPage.Start;
    }
}
