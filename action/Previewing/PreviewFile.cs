using System.Text;
using Ideogram.Build.Action.Output;

namespace Ideogram.Build.Action.Previewing;

/// <summary>The file of a preview: written whole, over an earlier preview only.</summary>
internal static class PreviewFile
{
    public const string DefaultName = "ideogram-preview.html";

    private static readonly OutputFile Output = new("--output", "preview", IsPreview);

    /// <returns>The file's full path.</returns>
    /// <exception cref="UsageException">Something else is there, or it cannot be written.</exception>
    public static string Accept(string? file, string folder) => Output.Accept(file ?? DefaultName, folder);

    /// <summary>Writes beside it and moves into place, so that a browser never reads half a page.</summary>
    public static async Task WriteAsync(string path, string html, CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        var draft = Path.Combine(folder, $".{Path.GetFileName(path)}.{Environment.ProcessId}");
        try
        {
            await File.WriteAllTextAsync(draft, html, cancellationToken);
            Output.Accept(path, folder);
            File.Move(draft, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Output.NotWritable(path);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private static bool IsPreview(FileStream file)
    {
        if (!file.CanSeek)
            return false;
        var start = new byte[PreviewPage.Start.Length];
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && Encoding.UTF8.GetString(start) == PreviewPage.Start;
    }
}
