using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Files;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Validation;

/// <summary>Finds manifests that would fill one dataset: each would treat the other's images as its own or as stale.</summary>
internal static class TargetCheck
{
    /// <summary>The problems that other manifests cause for each one, by its path.</summary>
    public static ILookup<string, Diagnostic> Check(IEnumerable<DatasetDraft> drafts)
    {
        var all = drafts.Where(d => d.Manifest is not null).ToList();
        var rootOf = all.ToLookup(d => d.ManifestPath, d => d.Root, StringComparer.Ordinal);
        var distinct = all.Select(d => d.Manifest!).Where(m => m.Name.Length > 0).GroupBy(m => m.Path, StringComparer.Ordinal).Select(g => g.First()).ToList();
        var sameId = distinct.Where(m => m.Id is not null).GroupBy(m => m.Id!, StringComparer.Ordinal)
            .SelectMany(g => Report(g, m => m.IdPosition, $"'id: {g.Key}'", rootOf));

        // A dataset with an id has a name too: a manifest with that name finds it.
        var sameName = distinct.GroupBy(m => m.Name, StringComparer.Ordinal).Where(g => g.Any(m => m.Id is null))
            .SelectMany(g => Report(g, m => m.NamePosition, $"the name {MessageText.Quote(g.Key)}", rootOf));
        return sameId.Concat(sameName).ToLookup(d => d.File, StringComparer.Ordinal);
    }

    private static IEnumerable<Diagnostic> Report(IEnumerable<Manifest> group, Func<Manifest, Position> position, string what, ILookup<string, string> rootOf)
    {
        var manifests = group.OrderBy(m => m.Path, StringComparer.Ordinal).ToList();
        return manifests.Count < 2 ? [] : manifests.Select(m => DatasetRules.SameTarget.At(m.Path, position(m),
            $"{what} is also in {MessageText.Quote(Name(manifests.First(o => o != m).Path))}, so both manifests would fill one dataset. "
                + "Give each its own, or make one manifest of both."));

        string Name(string path) => RepositoryPath.FromFullPath(rootOf[path].First(), path);
    }
}
