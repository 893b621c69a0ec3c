using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Captions;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Health;

/// <summary>Finds captions that say less than they seem to: missing for some images, the same for several, of two kinds.</summary>
internal sealed class CaptionHealth(Manifest manifest, List<Diagnostic> diagnostics)
{
    public void Check(IReadOnlyList<Asset> assets)
    {
        if (manifest.Captions == CaptionPolicy.None)
            return;
        var captioned = assets.Where(a => a.Caption is not null).ToList();
        var without = assets.Where(a => a.Caption is null).ToList();
        // With 'captions: required' each of them is an error already.
        if (captioned.Count > 0 && without.Count > 0 && manifest.Captions == CaptionPolicy.Optional)
        {
            Report(HealthRules.SomeCaptions, FormattableString.Invariant($"{without.Count:N0} of {assets.Count:N0} images have no caption: ")
                + $"{NameList.Of(without)}. Write the missing captions, or send none: 'captions: none'.");
        }

        var kinds = captioned.ToLookup(a => a.Caption!.Kind);
        if (manifest.Training?.Base != BaseModel.IdeogramV3)
            CheckKinds([.. kinds[CaptionKind.Text]], [.. kinds[CaptionKind.Structured]]);
        CheckIdentical(captioned);
    }

    private void CheckKinds(List<Asset> plain, List<Asset> structured)
    {
        if (plain.Count == 0)
            return;
        if (manifest.Training?.Base == BaseModel.IdeogramV4)
        {
            Report(HealthRules.PlainTextForV4, "'base: ideogram-v4' is trained with structured captions (.json), but "
                + FormattableString.Invariant($"{plain.Count:N0} {(plain.Count == 1 ? "image has" : "images have")} plain text: ")
                + $"{NameList.Of(plain)}. Write structured captions for them.");
        }
        else if (structured.Count > 0)
        {
            var fewer = plain.Count <= structured.Count ? plain : structured;
            Report(HealthRules.MixedCaptions, FormattableString.Invariant($"Plain captions: {plain.Count:N0}, structured captions: {structured.Count:N0}. ")
                + $"{(fewer == plain ? "Plain" : "Structured")}: {NameList.Of(fewer)}. Use one kind for all captions.");
        }
    }

    // The largest group is named: in a set of which all captions are the same, it says all.
    private void CheckIdentical(List<Asset> captioned)
    {
        var same = captioned.GroupBy(a => MessageText.OneLine(a.Caption!.Text).ToUpperInvariant(), StringComparer.Ordinal)
            .Where(g => g.Select(a => a.Image.Sha256).Distinct(StringComparer.Ordinal).Count() > 1)
            .OrderByDescending(g => g.Count()).Select(g => g.ToList()).ToList();
        if (same.Count == 0)
            return;
        var others = same.Count == 1 ? ""
            : FormattableString.Invariant($" {same.Count - 1:N0} more {(same.Count == 2 ? "caption is" : "captions are")} used for several images.");
        Report(HealthRules.IdenticalCaptions, FormattableString.Invariant($"{same[0].Count:N0} of {captioned.Count:N0} captions are the same: ")
            + $"{NameList.Of(same[0])}.{others} Say in each caption what only its image shows.");
    }

    private void Report(Rule rule, string message) => diagnostics.Add(rule.At(manifest.Path, manifest.CaptionsPosition, message));
}
