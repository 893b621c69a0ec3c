using System.Globalization;

namespace Ideogram.Build.Datasets.Manifests;

/// <summary>
/// <c>update: auto</c>: the datasets of a manifest are a family, <c>Brand</c>, <c>Brand v2</c>, <c>Brand v3</c> and on. The highest is the current one.
/// </summary>
public static class DatasetFamily
{
    /// <summary>The highest member: its suffix is the longest, and a name must leave room for it.</summary>
    public const int MaxNumber = 999;

    /// <summary>The longest name of a family, in characters: with its suffix it is still a dataset's name.</summary>
    public const int MaxNameLength = IdeogramLimits.MaxNameLength - 5;

    /// <summary>The name of a member.</summary>
    /// <param name="name">The manifest's name.</param>
    /// <param name="number">From 1; the first has the manifest's name.</param>
    public static string Member(string name, int number) =>
        number == 1 ? name : FormattableString.Invariant($"{name} v{number}");

    /// <summary>Which member of a family a dataset is; null if it is none.</summary>
    /// <param name="name">The manifest's name.</param>
    /// <param name="member">The dataset's name.</param>
    public static int? NumberOf(string name, string member)
    {
        if (string.Equals(name, member, StringComparison.Ordinal)) return 1;
        if (!member.StartsWith(name + " v", StringComparison.Ordinal)) return null;
        var digits = member.Substring(name.Length + 2);
        return digits.Length is >= 1 and <= 3 && digits[0] is >= '1' and <= '9'
            && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 2 ? number : null;
    }
}
