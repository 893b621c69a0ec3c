using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests.Yaml;

namespace Ideogram.Build.Datasets.Manifests;

/// <summary>Reads <c>rules</c>: severities by code.</summary>
internal static class RulesReader
{
    private static readonly KeyValuePair<string, Choice>[] Choices = [new("error", Choice.Error), new("warning", Choice.Warning), new("none", Choice.None)];

    private enum Choice
    {
        Error,
        Warning,
        None,
    }

    public static IReadOnlyDictionary<string, Severity?> None { get; } = new Dictionary<string, Severity?>(StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, Severity?> Read(YamlNode node, YamlValues values)
    {
        var severities = new Dictionary<string, Severity?>(StringComparer.Ordinal);
        if (values.Entries(node, "'rules'") is not { } entries)
            return severities;

        foreach (var key in entries.Keys)
        {
            var choice = values.Choice(entries.ByText[key.Text], $"The severity of {MessageText.Quote(key.Text)}", Choices);
            if (RuleCatalog.All.FirstOrDefault(r => r.Code == key.Text) is not { } rule)
                values.Report(ManifestRules.UnknownCode, key.Position, $"There is no check with the code "
                    + $"{MessageText.Quote(key.Text)}{Suggestion.For(key.Text, RuleCatalog.All.Where(r => r.IsAdjustable).Select(r => r.Code))}. "
                    + $"The codes are explained at {Rule.HelpPage}.");
            else if (!rule.IsAdjustable)
                values.Report(ManifestRules.FixedSeverity, key.Position, $"{rule.Code} ({rule.Title}) is always an error: "
                    + "it protects the repository, or Ideogram would refuse the upload. Remove this line.");
            else if (choice is { } chosen)
                severities[rule.Code] = chosen switch { Choice.Error => Severity.Error, Choice.Warning => Severity.Warning, _ => null };
        }

        return severities;
    }
}
