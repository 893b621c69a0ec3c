using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Files;

namespace Ideogram.Build.Datasets.Validation;

/// <summary>Finds manifests that were asked for, that git or the commit holds, and that the folder lacks.</summary>
internal sealed class LostManifests
{
    private readonly Dictionary<string, DatasetDraft> _drafts;
    private readonly List<(DatasetDraft Draft, HeldFile Held)> _found = [];

    public LostManifests(string root, IEnumerable<DatasetDraft> drafts) => _drafts = drafts.Where(d => d.IsLost)
        .GroupBy(d => RepositoryPath.FromFullPath(root, d.ManifestPath), StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    /// <summary>Whether a folder may hold one that was not found yet.</summary>
    public bool MayBeIn(HeldFile folder) => _drafts.Keys.Any(p => p.StartsWith(folder.Path, StringComparison.Ordinal));

    /// <summary>Takes something that git or the commit holds.</summary>
    public void Add(HeldFile held)
    {
        if (held.Kind == HeldKind.File && _drafts.TryGetValue(held.Path, out var draft) && _drafts.Remove(held.Path))
            _found.Add((draft, held));
    }

    /// <summary>An error for each.</summary>
    public IEnumerable<Diagnostic> Check() => _found.Select(f => MissingFiles.Manifest(f.Draft, f.Held));
}
