using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests.Yaml;

namespace Ideogram.Build.Datasets.Manifests;

/// <summary>Reads the names by which Ideogram knows datasets and models.</summary>
internal static class NameReader
{
    /// <summary>Ideogram's search for datasets takes at most 64 characters (API reference, "list datasets"), and a dataset is found by its name.</summary>
    public const int MaxName = 64;

    public static string? Name(YamlNode node, YamlValues values)
    {
        if (values.Text(node, "'name'") is not { } name)
            return null;

        if (name.Length is 0 or > MaxName || name.Trim() != name)
            values.Report(ManifestRules.OutOfRange, node.Position, FormattableString.Invariant($"'name' must have 1 to {MaxName} characters and no space at ")
                + FormattableString.Invariant($"its ends, but it is {MessageText.Quote(name)}."));
        else if (Invisible.First(name) is { } hidden)
            values.Report(ManifestRules.OutOfRange, node.Position, FormattableString.Invariant($"'name' holds U+{hidden:X4}, which shows nothing: ")
                + FormattableString.Invariant($"{MessageText.Quote(name)} would look like another name. Remove it."));
        return name;
    }

    public static string? Id(YamlNode node, YamlValues values)
    {
        if (values.Text(node, "'id'") is not { } id)
            return null;
        if (id.Length is > 0 and <= 64 && id.All(c => c is '-' or '_' || IsAsciiLetterOrDigit(c)))
            return id;

        values.Report(ManifestRules.OutOfRange, node.Position, $"'id' must be a dataset id as Ideogram gives it (letters, digits, '-' and '_', at most 64), "
            + $"but it is {MessageText.Quote(id)}.");
        return null;
    }

    /// <summary>Ideogram's rule for model names: 5 to 30 letters, digits, spaces and hyphens.</summary>
    public static string? ModelName(YamlNode node, YamlValues values)
    {
        if (values.Text(node, "'model-name'") is not { } name)
            return null;
        if (name.Length is >= 5 and <= 30 && name.All(c => c is '-' or ' ' || IsAsciiLetterOrDigit(c)))
            return name;

        values.Report(ManifestRules.OutOfRange, node.Position, $"'model-name' must have 5 to 30 letters, digits, spaces and hyphens, but it is "
            + $"{MessageText.Quote(name)}.");
        return null;
    }

    private static bool IsAsciiLetterOrDigit(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
}
