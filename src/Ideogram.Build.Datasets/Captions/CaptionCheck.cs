using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Datasets.Captions;

/// <summary>Whether a caption can be written into a file: the check that the file would have to pass afterwards.</summary>
public static class CaptionCheck
{
    /// <summary>What is wrong with a caption; nothing if it can be read back.</summary>
    /// <param name="file">Full path of the file that it is for; its extension says which kind of caption it is.</param>
    /// <param name="content">The bytes that the file would have.</param>
    public static IReadOnlyList<Diagnostic> Check(string file, byte[] content)
    {
        var diagnostics = new List<Diagnostic>();
        new CaptionFile(diagnostics).Read(file, Path.GetFileName(file), () => content.Length <= CaptionFile.MaxBytes ? content : null);
        return diagnostics;
    }
}
