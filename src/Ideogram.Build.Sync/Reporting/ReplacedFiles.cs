using Ideogram.Build.Sync.Naming;
using Ideogram.Build.Sync.Planning;

namespace Ideogram.Build.Sync.Reporting;

/// <summary>
/// Which new image takes the place of which file of a dataset: to a person an edited image is one thing, and not a new and a stale one. Both have the same
/// readable part in their names, and no other has.
/// </summary>
public static class ReplacedFiles
{
    /// <summary>The replaced files by the names that the new images get.</summary>
    /// <param name="dataset">The plan of a dataset. One from a base commit says itself what is edited.</param>
    public static IReadOnlyDictionary<string, ReportedFile> Find(ReportedDataset dataset)
    {
        if ((dataset.Baseline?.Source ?? dataset.Source) != PlanSource.Dataset || dataset.Removed.Count == 0)
            return new Dictionary<string, ReportedFile>(StringComparer.Ordinal);
        var stale = dataset.Removed.ToLookup(f => ContentName.SlugIn(f.Name), StringComparer.Ordinal);
        return dataset.Images.Where(i => i.Shown == Change.New).GroupBy(i => ContentName.SlugIn(i.RemoteName), StringComparer.Ordinal)
            .Where(g => g.Key is not null && g.Count() == 1 && stale[g.Key].Count() == 1)
            .ToDictionary(g => g.Single().RemoteName, g => stale[g.Key].Single(), StringComparer.Ordinal);
    }
}
