using System.Text;

namespace Ideogram.Build.Datasets.Assets.Globs;

/// <summary>Writes globs.</summary>
public static class GlobText
{
    /// <summary>A path as part of a glob. A glob has no escape character: <c>?</c> stands for what would mean something else.</summary>
    /// <param name="path">The path, with <c>/</c>.</param>
    public static string Of(string path)
    {
        var text = new StringBuilder(path.Length);
        foreach (var c in path)
            text.Append(c is '*' or '?' or '[' or ']' or '{' or '}' or '\\' || char.IsControl(c) ? '?' : c);
        return text.ToString();
    }
}
