using System.Text;
using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Assets.Caching;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Health;

/// <summary>Finds images of a dataset that are nearly the same picture.</summary>
internal static class NearDuplicateCheck
{
    // Far more than a dataset of Ideogram holds: comparing takes the square of it.
    private const int MaxCompared = 200;

    /// <summary>The pairs, in the order of the images. Equal bytes are another check's.</summary>
    public static IReadOnlyList<(Asset First, Asset Second)> Find(IReadOnlyList<Asset> assets, InspectionCache? cache)
    {
        var compared = assets.Where(a => a.Image.Look?.Tone is not null).Take(MaxCompared).ToList();
        var pairs = cache is null ? Compare(compared) : cache.Compare(Key(compared), () => Compare(compared));
        return [.. pairs.Select(p => (compared[p.First], compared[p.Second]))];
    }

    private static List<(int First, int Second)> Compare(List<Asset> assets)
    {
        var pictures = assets.ConvertAll(a => new ComparedPicture(a.Image.Look!.Tone!.Fingerprint, Ratio(a)));
        var pairs = new List<(int, int)>();
        for (var i = 0; i < pictures.Count; i++)
        {
            for (var j = i + 1; j < pictures.Count && !pictures[i].IsPoor; j++)
            {
                if (!pictures[j].IsPoor && assets[i].Image.Sha256 != assets[j].Image.Sha256 && pictures[i].IsLike(pictures[j]))
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
        if (pairs.Count == 0)
            return;
        var names = pairs.Select(p => $"{MessageText.Quote(p.First.RelativePath)} and {MessageText.Quote(p.Second.RelativePath)}").ToList();
        diagnostics.Add(HealthRules.NearDuplicates.At(manifest.Path, manifest.ImagesPosition,
            FormattableString.Invariant($"Nearly the same picture ({pairs.Count:N0} {(pairs.Count == 1 ? "pair" : "pairs")}): ")
                + $"{NameList.Of(names, "; ")}. What is there twice counts twice in a training: keep one of each."));
    }

    // Of the file's own pixels, as the fingerprint is.
    private static double Ratio(Asset asset)
    {
        var ratio = (double)asset.Image.Width / asset.Image.Height;
        return asset.Image.Orientation >= 5 ? 1 / ratio : ratio;
    }
}
