using System.Text.Json;
using Ideogram.Build.Datasets.Captions;

namespace Ideogram.Build.Sync.Planning;

/// <summary>Whether a dataset shows the caption that a manifest has.</summary>
public static class CaptionComparison
{
    /// <summary>Compares plain captions as text without blanks at the ends, structured ones as JSON values.</summary>
    /// <param name="local">The manifest's caption.</param>
    /// <param name="remote">What the dataset shows; null for no caption.</param>
    public static bool AreEqual(Caption local, string? remote) => remote is not null && (
        string.Equals(local.Text.Trim(), remote.Trim(), StringComparison.Ordinal)
        || (local.Kind == CaptionKind.Structured && AreEqualAsJson(local.Text, remote)));

    private static bool AreEqualAsJson(string left, string right)
    {
        try
        {
            using var a = JsonDocument.Parse(left);
            using var b = JsonDocument.Parse(right);
            return JsonElement.DeepEquals(a.RootElement, b.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
