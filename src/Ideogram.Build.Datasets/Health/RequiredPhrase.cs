using System.Text;
using System.Text.Json;
using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Captions;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Health;

/// <summary>Finds captions without the phrase of <c>captions: { require: … }</c>. The manifest asks for it, so it is checked
/// wherever a manifest is.</summary>
internal static class RequiredPhrase
{
    public static void Check(Manifest manifest, IReadOnlyList<Asset> assets, List<Diagnostic> diagnostics)
    {
        if (manifest.RequiredPhrase is not { } phrase)
            return;
        var without = assets.Where(a => a.Caption is { } caption && Words(caption).IndexOf(OneLine(phrase), StringComparison.OrdinalIgnoreCase) < 0).ToList();
        if (without.Count > 0)
        {
            diagnostics.Add(HealthRules.WithoutPhrase.At(manifest.Path, manifest.CaptionsPosition, FormattableString.Invariant($"{without.Count:N0} ")
                + $"{(without.Count == 1 ? "caption does" : "captions do")} not contain {MessageText.Quote(phrase)}, which 'captions: require' names: "
                + $"{NameList.Of(without)}. Add the phrase to {(without.Count == 1 ? "it" : "them")}."));
        }
    }

    private static string Words(Caption caption) => OneLine(caption.Kind == CaptionKind.Text ? caption.Text : Values(caption.Text));

    private static string OneLine(string text) => MessageText.OneLine(text);

    // All texts of a structured caption; a phrase is not looked for across two of them.
    private static string Values(string json)
    {
        var texts = new StringBuilder();
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.String)
                texts.Append(reader.GetString()).Append('|');
        }

        return texts.ToString();
    }
}
