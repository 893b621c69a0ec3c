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

    public async Task<IReadOnlyList<RemoteDataset>> FindByNameAsync(string name, string search, CancellationToken cancellationToken)
    {
        var listed = await client.ListDatasetsAsync(search, cancellationToken).ConfigureAwait(false);
        var candidates = listed.Where(d => string.Equals(d.Name, name, StringComparison.Ordinal)).OrderBy(d => d.Created)
            .ThenBy(d => d.Id, StringComparer.Ordinal).ToList();
        if (candidates.Count > MaxOfOneName)
            throw AnswerReader.NotUnderstood($"{candidates.Count} datasets have this name; put the id of the right one into the manifest");
        var found = new List<RemoteDataset>();
        foreach (var candidate in candidates) found.Add(await client.GetDatasetAsync(candidate.Id, cancellationToken).ConfigureAwait(false));
        var filled = found.FindAll(d => d.Files.Count > 0);
        return filled.Count > 0 ? filled : [.. found.Take(1)];
    }
}
