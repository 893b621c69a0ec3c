using System.Text;
using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Assets.Caching;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Health;

/// <summary>Finds images of a dataset that are nearly the same picture.</summary>
internal static class NearDuplicateCheck
{
    // What a dataset of Ideogram holds: comparing takes the square of it.
    private const int MaxCompared = IdeogramLimits.MaxImages;

    /// <summary>How many pairs a dataset has.</summary>
    /// <param name="images">How many images it has.</param>
    public static int Pairs(int images) => Math.Min(images, MaxCompared) * (Math.Min(images, MaxCompared) - 1) / 2;

    /// <summary>The pairs, in the order of the images. Equal bytes are another check's.</summary>
    public static IReadOnlyList<(Asset First, Asset Second)> Find(IReadOnlyList<Asset> assets, InspectionCache? cache)
    {
        var compared = assets.Where(a => a.Image.Look?.Tone is not null).Take(MaxCompared).ToList();
        var pairs = cache is null ? Compare(compared) : cache.Compare(Key(compared), () => Compare(compared));
        return [.. pairs.Select(p => (compared[p.First], compared[p.Second]))];
    }

    private static List<(int First, int Second)> Compare(List<Asset> assets)
    {
        var pictures = assets.ConvertAll(a => new ShownPicture(a.Image));
        var pairs = new List<(int, int)>();
        for (var i = 0; i < pictures.Count; i++)
        {
            for (var j = i + 1; j < pictures.Count; j++)
            {
                if (assets[i].Image.Sha256 != assets[j].Image.Sha256 && pictures[i].IsLike(pictures[j]))
                    pairs.Add((i, j));
            }
        }

        return pairs;
    }

    // Which bytes are compared, in which order.
    private static string Key(List<Asset> assets)
    {
        var hashes = Encoding.ASCII.GetBytes(string.Concat(assets.Select(a => a.Image.Sha256)));
        return Convert.ToBase64String(CacheFile.Hash(hashes, hashes.Length));
    }

    public static void Report(Manifest manifest, IReadOnlyList<(Asset First, Asset Second)> pairs, List<Diagnostic> diagnostics)
    {
        Report(HealthRules.NearDuplicates, pairs, "Nearly the same picture",
            "A picture that is there twice counts twice in a training. Keep one of each pair.");
        Report(HealthRules.TurnedOtherwise, [.. pairs.Where(p => p.First.Image.Orientation != p.Second.Image.Orientation)],
            "The same picture, turned differently by EXIF",
            "One of the two lies on its side, either for people or for a training that does not follow EXIF. Keep the one that is stored upright.");

        void Report(Rule rule, IReadOnlyCollection<(Asset First, Asset Second)> found, string what, string advice)
        {
            if (found.Count == 0)
                return;
            var names = found.Select(p => $"{MessageText.Quote(p.First.RelativePath)} and {MessageText.Quote(p.Second.RelativePath)}").ToList();
            diagnostics.Add(rule.At(manifest.Path, manifest.ImagesPosition,
                FormattableString.Invariant($"{what} ({found.Count:N0} {(found.Count == 1 ? "pair" : "pairs")}): {NameList.Of(names, "; ")}. {advice}")));
        }
    }
}
