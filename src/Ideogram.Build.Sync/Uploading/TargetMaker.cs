using Ideogram.Build.Datasets;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Planning;

namespace Ideogram.Build.Sync.Uploading;

/// <summary>Makes the dataset of a plan that has none, once: a creation whose answer was lost is looked for, not repeated.</summary>
/// <param name="client">Ideogram's API.</param>
/// <param name="settling">How long to look.</param>
internal sealed class TargetMaker(IdeogramClient client, ReadBackPoller settling)
{
    /// <summary>Nothing came of a creation, and nothing was found within the settle window: then it is tried again, so many times in all.</summary>
    private const int MaxCreations = 3;

    private readonly TargetFinder _finder = new(client);

    /// <summary>The dataset, and whether this run made it.</summary>
    /// <exception cref="IdeogramException">Neither made nor found.</exception>
    public async Task<(RemoteDataset Dataset, bool IsCreated)> MakeAsync(DatasetTarget target, CancellationToken cancellationToken)
    {
        for (var creation = 1; ; creation++)
        {
            var (made, lost) = await CreateAsync(target.Name, cancellationToken).ConfigureAwait(false);
            RemoteDataset? found = null;
            // Two runs may have created at once: after creating, both list and take the same one.
            await settling.WaitAsync(async token => (found = await FindAsync(target.Name, token).ConfigureAwait(false)) is not null, cancellationToken)
                .ConfigureAwait(false);
            if (found is not null) return (found, made is null || made.Id == found.Id);
            if (made is not null) return (new RemoteDataset(made.Id, made.Name, made.Created, [], []), true);
            // A double that comes to light later stays empty, and empty ones are passed over.
            if (creation == MaxCreations || !lost!.ApiFault.Treatment.IsTransient) throw lost!;
        }
    }

    private async Task<(DatasetSummary? Made, IdeogramException? Lost)> CreateAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return (await client.CreateDatasetAsync(name, cancellationToken).ConfigureAwait(false), null);
        }
        catch (IdeogramException e) when (e.ApiFault.Treatment.MayHaveLanded)
        {
            return (null, e);
        }
    }

    private async Task<RemoteDataset?> FindAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return await _finder.FindByNameAsync(name, SearchFor(name), cancellationToken).ConfigureAwait(false) is [var first, ..] ? first : null;
        }
        catch (IdeogramException e) when (e.ApiFault.Kind == ApiFaultKind.NotFound)
        {
            // Listed, but not there yet.
            return null;
        }
    }

    // Only a revision's name can be longer than a search: it is searched by the tag at its end.
    private static string SearchFor(string name) => CodePoint.Count(name) <= IdeogramLimits.MaxSearchLength ? name : name[^Math.Min(10, name.Length)..];
}
