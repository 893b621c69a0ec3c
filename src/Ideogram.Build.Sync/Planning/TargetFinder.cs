using Ideogram.Build.Datasets.Manifests;
using Ideogram.Build.Sync.Api;

namespace Ideogram.Build.Sync.Planning;

/// <summary>Finds the target dataset of a manifest: by id, or by its exact name.</summary>
/// <param name="client">Ideogram's API.</param>
internal sealed class TargetFinder(IdeogramClient client)
{
    /// <summary>Each one costs a request, so a list without end must not become requests without end.</summary>
    private const int MaxOfOneName = 50;

    /// <summary>The name that the manifest's dataset has or would get.</summary>
    public static string NameOf(Manifest manifest, string digest) => manifest.Update == UpdatePolicy.Revision ? Revision.Name(manifest.Name, digest)
        : manifest.Name;

    /// <summary>
    /// The dataset, or null if there is none yet. Of several with the name, empty ones are skipped and the oldest with images is used. If two
    /// have images, both are returned and the user must decide. If all are empty, the oldest is used.
    /// </summary>
    /// <exception cref="IdeogramException">A query failed.</exception>
    public async Task<IReadOnlyList<RemoteDataset>> FindAsync(Manifest manifest, string digest, CancellationToken cancellationToken)
    {
        if (manifest.Id is { } id) return [await client.GetDatasetAsync(id, cancellationToken).ConfigureAwait(false)];
        var search = manifest.Update == UpdatePolicy.Revision ? Revision.Tag(digest) : manifest.Name;
        return await FindByNameAsync(NameOf(manifest, digest), search, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The datasets of a manifest with <c>update: auto</c>, from the highest down to the first that holds anything.</summary>
    /// <exception cref="IdeogramException">A query failed.</exception>
    public async Task<FoundFamily> FindFamilyAsync(string name, CancellationToken cancellationToken)
    {
        var listed = await client.ListDatasetsAsync(name, cancellationToken).ConfigureAwait(false);
        var members = listed.ToLookup(d => DatasetFamily.NumberOf(name, d.Name));
        var (above, read) = (new Dictionary<int, RemoteDataset>(), 0);
        foreach (var number in members.Select(m => m.Key).OfType<int>().OrderDescending())
        {
            RequireFew(read += members[number].Count());
            var found = await ReadAsync(members[number], cancellationToken).ConfigureAwait(false);
            if (found[0].Files.Count > 0) return new FoundFamily(number, found, above.GetValueOrDefault(number + 1));
            above[number] = found[0];
        }

        return new FoundFamily(0, [], above.GetValueOrDefault(1));
    }

    public async Task<IReadOnlyList<RemoteDataset>> FindByNameAsync(string name, string search, CancellationToken cancellationToken)
    {
        var listed = await client.ListDatasetsAsync(search, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(listed.Where(d => string.Equals(d.Name, name, StringComparison.Ordinal)), cancellationToken).ConfigureAwait(false);
    }

    // Those with images, the oldest first; if all are empty, the oldest.
    private async Task<IReadOnlyList<RemoteDataset>> ReadAsync(IEnumerable<DatasetSummary> listed, CancellationToken cancellationToken)
    {
        var candidates = listed.OrderBy(d => d.Created).ThenBy(d => d.Id, StringComparer.Ordinal).ToList();
        RequireFew(candidates.Count);
        var found = new List<RemoteDataset>();
        foreach (var candidate in candidates) found.Add(await client.GetDatasetAsync(candidate.Id, cancellationToken).ConfigureAwait(false));
        var filled = found.FindAll(d => d.Files.Count > 0);
        return filled.Count > 0 ? filled : [.. found.Take(1)];
    }

    private static void RequireFew(int count)
    {
        if (count > MaxOfOneName)
            throw AnswerReader.NotUnderstood($"{count} datasets have this name; put the id of the right one into the manifest");
    }
}

/// <summary>The datasets of a manifest with <c>update: auto</c>.</summary>
/// <param name="Number">The number of the current one; 0 if none holds anything.</param>
/// <param name="Current">The current one; several if two of its name hold something, none if there is none.</param>
/// <param name="Empty">An empty one with the next number, left by an earlier run; null for none.</param>
internal sealed record FoundFamily(int Number, IReadOnlyList<RemoteDataset> Current, RemoteDataset? Empty);
