using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests.Yaml;

namespace Ideogram.Build.Datasets.Manifests;

/// <summary>Reads the names by which Ideogram knows datasets and models.</summary>
internal static class NameReader
{
    public static string? Name(YamlNode node, YamlValues values)
    {
        if (values.Text(node, "'name'") is not { } name)
            return null;

        if (CodePoint.Count(name) is 0 or > IdeogramLimits.MaxNameLength || name.Trim() != name)
            values.Report(
                ManifestRules.OutOfRange,
                node.Position,
                FormattableString.Invariant($"'name' must have 1 to {IdeogramLimits.MaxNameLength} characters and no space at its ends, ")
                    + $"but it is {MessageText.Quote(name)}.");
        else if (Invisible.First(name) is { } hidden)
            values.Report(ManifestRules.OutOfRange, node.Position, FormattableString.Invariant($"'name' holds U+{hidden:X4}, which is invisible: ")
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

    /// <summary>
    /// Ideogram's rule for model names at the training calls of both versions: 5 to 30 letters, digits, spaces and hyphens.
    /// <c>POST /datasets/{id}/train_model</c>, which this tool does not call, states a wider one. Which of the two Ideogram keeps is unknown; a name by this
    /// one keeps both.
    /// </summary>
    public static string? ModelName(YamlNode node, YamlValues values)
    {
        if (values.Text(node, "'model-name'") is not { } name)
            return null;
        if (name.Length is >= IdeogramLimits.MinModelNameLength and <= IdeogramLimits.MaxModelNameLength
            && name.All(c => c is '-' or ' ' || IsAsciiLetterOrDigit(c)))
            return name;

        values.Report(
            ManifestRules.OutOfRange,
            node.Position,
            FormattableString.Invariant($"'model-name' must have {IdeogramLimits.MinModelNameLength} to {IdeogramLimits.MaxModelNameLength} letters, ")
                + $"digits, spaces and hyphens, but it is {MessageText.Quote(name)}.");
        return null;
    }

    /// <summary>A project at Weights &amp; Biases. Ideogram states no rule; this one holds what such names are made of, and nothing else.</summary>
    public static string? WandbProject(YamlNode node, YamlValues values)
    {
        if (values.Text(node, "'wandb-project'") is not { } project)
            return null;
        if (project.Length is >= 1 and <= 128 && project.Trim() == project && project.All(c => c is '-' or '_' or '.' or ' ' || IsAsciiLetterOrDigit(c)))
            return project;

        values.Report(
            ManifestRules.OutOfRange,
            node.Position,
            "'wandb-project' must have 1 to 128 letters, digits, spaces, hyphens, underscores and periods, and no space at its ends, "
                + $"but it is {MessageText.Quote(project)}.");
        return null;
    }

    private static bool IsAsciiLetterOrDigit(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
}
