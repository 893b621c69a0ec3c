using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Captions;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Validation;

/// <summary>Finds the images of a manifest that have no caption, for a program that writes structured ones. It reads folders and writes nothing.</summary>
public static class CaptionGaps
{
    /// <summary>What keeps captions from being written for a manifest at all: its errors, but for captions that are missing and images that are few.</summary>
    /// <param name="dataset">The validated manifest.</param>
    public static IReadOnlyList<Diagnostic> Problems(Dataset dataset)
    {
        List<Diagnostic> problems =
            [.. dataset.Diagnostics.Where(d => d.IsError && d.Rule != CaptionRules.Missing && d.Rule != DatasetRules.TooFewForTraining)];
        if (dataset.Manifest is { Captions: CaptionPolicy.None } silent)
        {
            problems.Add(CaptionRules.NotWanted.At(silent.Path, Position.Start, "The manifest says 'captions: none', so a caption would not be sent. "
                + "Remove that line, or name other manifests."));
        }

        if (dataset.Manifest is { Training: { Base: BaseModel.IdeogramV3 } training } third && !IsLowered(third, DatasetRules.StructuredCaptionsForV3))
        {
            problems.Add(DatasetRules.StructuredCaptionsForV3.At(third.Path, training.Position, "The captions would be structured, "
                + "and 'base: ideogram-v3' trains with plain text. Set 'base: ideogram-v4', or write the captions by hand."));
        }

        return problems;
    }

    /// <summary>The images without a caption, in the order of their paths.</summary>
    /// <param name="dataset">A manifest without <see cref="Problems"/>.</param>
    public static IReadOnlyList<CaptionGap> Find(Dataset dataset)
    {
        var names = new Dictionary<string, ILookup<string, string>>(StringComparer.Ordinal);
        return [.. dataset.Assets.Where(a => a.Caption is null).Select(a => new CaptionGap(a, FileOf(a), Obstacle(a, names)))];
    }

    private static string FileOf(Asset asset) =>
        Path.Combine(Path.GetDirectoryName(asset.File)!, FileExtensions.Stem(Path.GetFileName(asset.File)) + CaptionExtensions.Structured);

    private static string? Obstacle(Asset asset, Dictionary<string, ILookup<string, string>> names)
    {
        if (asset.Entry is not null)
            return "it is in an archive, and nothing is written into one. Unpack it";
        var folder = Path.GetDirectoryName(asset.File)!;
        if (!names.TryGetValue(folder, out var byStem))
        {
            var all = Directory.EnumerateFileSystemEntries(folder).Select(e => Path.GetFileName(e)!);
            names[folder] = byStem = all.ToLookup(FileExtensions.Stem, StringComparer.Ordinal);
        }

        var name = Path.GetFileName(asset.File);
        var beside = byStem[FileExtensions.Stem(name)].Where(n => n != name).ToList();
        if (beside.Find(FileExtensions.IsSidecar) is { } caption)
            return $"{MessageText.Quote(caption)} is beside it already, and is left as it is";
        return beside.Find(FileExtensions.IsImage) is { } twin
            ? $"{MessageText.Quote(twin)} has the same stem, and a caption would be for both. Rename one of them"
            : null;
    }

    private static bool IsLowered(Manifest manifest, Rule rule) => manifest.Rules.TryGetValue(rule.Code, out var severity) && severity != Severity.Error;
}
