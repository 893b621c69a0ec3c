using System.Text;

namespace Ideogram.Build.Datasets.Captions.Structured;

/// <summary>The two lines that captioning models write around JSON: <c>```json</c> and <c>```</c>.</summary>
/// <param name="First">The line of the first, from 1.</param>
/// <param name="Last">The line of the second; 0 where it is missing.</param>
internal sealed record MarkdownFence(int First, int Last)
{
    private const string Fence = "```";

    /// <summary>The lines to remove, for a message.</summary>
    public string Lines => Last == 0 ? FormattableString.Invariant($"line {First}") : FormattableString.Invariant($"line {First} and line {Last}");

    /// <summary>Null if the first line with text is not a fence.</summary>
    public static MarkdownFence? Find(byte[] utf8)
    {
        var lines = Encoding.UTF8.GetString(utf8).Split('\n');
        var first = Array.FindIndex(lines, line => line.Trim().Length > 0);
        if (first < 0 || !IsFence(lines[first]))
            return null;
        var last = Array.FindLastIndex(lines, IsFence);
        return new MarkdownFence(first + 1, last > first ? last + 1 : 0);
    }

    private static bool IsFence(string line) => line.TrimStart().StartsWith(Fence, StringComparison.Ordinal);
}
