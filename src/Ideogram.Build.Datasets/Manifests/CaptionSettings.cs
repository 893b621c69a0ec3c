using Ideogram.Build.Datasets.Manifests.Yaml;

namespace Ideogram.Build.Datasets.Manifests;

/// <summary>The manifest's <c>captions</c>: a policy, or an object that also names a phrase.</summary>
/// <param name="Policy">Whether images must, may or must not have captions.</param>
/// <param name="Require">What each caption must contain; null for nothing.</param>
internal sealed record CaptionSettings(CaptionPolicy Policy, string? Require)
{
    public const int MaxPhrase = 200;

    private static readonly string[] Keys = ["policy", "require"];

    private static readonly KeyValuePair<string, CaptionPolicy>[] Policies =
        [new("optional", CaptionPolicy.Optional), new("required", CaptionPolicy.Required), new("none", CaptionPolicy.None)];

    public static CaptionSettings Read(YamlNode node, YamlValues values)
    {
        if (node is not YamlMapping)
            return new CaptionSettings(values.Choice(node, "'captions'", Policies) ?? default, null);
        if (values.Object(node, "'captions'", Keys) is not { } keys)
            return new CaptionSettings(default, null);

        var policy = keys.TryGetValue("policy", out var choice) ? values.Choice(choice, "'policy'", Policies) ?? default : default;
        var phrase = keys.TryGetValue("require", out var text) ? Phrase(text, values) : null;
        if (policy == CaptionPolicy.None && phrase is not null)
            values.Report(ManifestRules.Contradiction, text!.Position, "'require' names what captions must contain, but 'policy: none' sends no captions. "
                + "Remove one of the two.");
        return new CaptionSettings(policy, phrase);
    }

    private static string? Phrase(YamlNode node, YamlValues values)
    {
        if (values.Text(node, "'require'") is not { } phrase)
            return null;
        if (!string.IsNullOrWhiteSpace(phrase) && CodePoint.Count(phrase) <= MaxPhrase)
            return phrase;

        values.Report(ManifestRules.OutOfRange, node.Position, FormattableString.Invariant($"'require' must be a phrase of 1 to {MaxPhrase} characters, ")
            + "such as \"acme mark\".");
        return null;
    }
}
