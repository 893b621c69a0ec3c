using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Datasets.Health;

/// <summary>The images of a warning: the first names, and how many more.</summary>
internal static class NameList
{
    private const int MaxNamed = 5;

    /// <summary>Such as <c>'a.png', 'b.png' and 3 more</c>.</summary>
    public static string Of(IReadOnlyCollection<Asset> assets) => Of([.. assets.Select(a => MessageText.Quote(a.RelativePath))]);

    /// <summary>The same of texts that are ready for a message.</summary>
    public static string Of(IReadOnlyCollection<string> names, string separator = ", ") => string.Join(separator, names.Take(MaxNamed))
        + (names.Count > MaxNamed ? FormattableString.Invariant($" and {names.Count - MaxNamed:N0} more") : "");
}
