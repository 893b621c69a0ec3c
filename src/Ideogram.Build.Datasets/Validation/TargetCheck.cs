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
        return sameId.Concat(sameName).Concat(Families(distinct, rootOf)).ToLookup(d => d.File, StringComparer.Ordinal);
    }

    // The datasets of 'Brand' are called 'Brand v2', 'Brand v3' and on: no other manifest may have such a name.
    private static IEnumerable<Diagnostic> Families(List<Manifest> manifests, ILookup<string, string> rootOf)
    {
        var families = manifests.Where(m => m is { Update: UpdatePolicy.Auto, Id: null }).ToLookup(m => m.Name, StringComparer.Ordinal);
        foreach (var member in manifests.Where(m => m.Update != UpdatePolicy.Revision))
        {
            // A manifest of the same name is reported already.
            var name = member.Name.Substring(0, Math.Max(member.Name.LastIndexOf(" v", StringComparison.Ordinal), 0));
            if (!families.Contains(name) || DatasetFamily.NumberOf(name, member.Name) is null) continue;
            var family = families[name].First();
            foreach (var (manifest, other) in new[] { (member, family), (family, member) })
                yield return DatasetRules.SameTarget.At(manifest.Path, manifest.NamePosition,
                    $"With 'update: auto' the datasets of {MessageText.Quote(name)} are "
                    + $"{MessageText.Quote(DatasetFamily.Member(name, 2))}, {MessageText.Quote(DatasetFamily.Member(name, 3))} and on, and "
                    + $"{MessageText.Quote(member.Name)} is such a name. The other manifest is {MessageText.Quote(Shown(other.Path, rootOf))}: give one of the "
                    + "two another name.");
        }
    }

    private static string Shown(string path, ILookup<string, string> rootOf) => RepositoryPath.FromFullPath(rootOf[path].First(), path);

    private static IEnumerable<Diagnostic> Report(IEnumerable<Manifest> group, Func<Manifest, Position> position, string what, ILookup<string, string> rootOf)
    {
        var manifests = group.OrderBy(m => m.Path, StringComparer.Ordinal).ToList();
        return manifests.Count < 2 ? [] : manifests.Select(m => DatasetRules.SameTarget.At(m.Path, position(m),
            $"{what} is also in {MessageText.Quote(Shown(manifests.First(o => o != m).Path, rootOf))}, so both manifests would fill one dataset. "
                + "Give each its own, or make one manifest of both."));
    }
}
