using System.Text;
using Ideogram.Build.Cli.Output;

namespace Ideogram.Build.Cli.Commands.Preview;

/// <summary>The file of a preview: written whole, over an earlier preview only.</summary>
internal static class PreviewFile
{
    public const string DefaultName = "ideogram-preview.html";

    private static readonly OutputFile Output = new("--output", "preview", IsPreview);

    /// <summary>Decides where the page goes.</summary>
    /// <returns>The file's full path.</returns>
    /// <exception cref="UsageException">Another file exists there, or it cannot be written.</exception>
    public static string Accept(string? file, string folder) => Output.Accept(file ?? DefaultName, folder);

    /// <summary>Writes it, as a whole: a browser never reads half a page.</summary>
    /// <exception cref="UsageException">Another file appeared there, or it cannot be written.</exception>
    public static void Write(string path, string html, string folder) => Output.Write(path, html, folder);

    private static bool IsPreview(Stream file)
    {
        var start = new byte[PreviewPage.Start.Length];
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && Encoding.UTF8.GetString(start) == PreviewPage.Start;
    }
}
