using Ideogram.Build.Datasets;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Planning;

namespace Ideogram.Build.Sync.Uploading;

/// <summary>Creates the dataset of a plan that has none, once. If the answer was lost, it looks for the new dataset before it creates another.</summary>
/// <param name="client">Ideogram's API.</param>
/// <param name="settling">How long to search.</param>
internal sealed class TargetMaker(IdeogramClient client, ReadBackPoller settling)
{
    /// <summary>If the answer was lost and no dataset appeared within the settle window, the creation is repeated, this many times in all.</summary>
    private const int MaxCreations = 3;

    private readonly TargetFinder _finder = new(client);

    /// <summary>The dataset, and whether this run made it.</summary>
    /// <exception cref="IdeogramException">The dataset was neither created nor found.</exception>
    public async Task<(RemoteDataset Dataset, bool IsCreated)> MakeAsync(DatasetTarget target, CancellationToken cancellationToken)
    {
        for (var creation = 1; ; creation++)
        {
            var (made, lost) = await CreateAsync(target.Name, cancellationToken).ConfigureAwait(false);
            RemoteDataset? found = null;
            // Two runs may have created one at the same time: afterwards both list the datasets and use the same one.
            await settling.WaitAsync(async token => (found = await FindAsync(target.Name, token).ConfigureAwait(false)) is not null, cancellationToken)
                .ConfigureAwait(false);
            if (found is not null) return (found, made is null || made.Id == found.Id);
            if (made is not null) return (new RemoteDataset(made.Id, made.Name, made.Created, [], []), true);
            // A second one that appears later stays empty, and empty datasets are skipped.
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
            // Listed, but not readable yet.
            return null;
        }
    }

    // Only a revision's name can be longer than a search: it is searched by the tag at its end.
    private static string SearchFor(string name) => CodePoint.Count(name) <= IdeogramLimits.MaxSearchLength ? name : name[^Math.Min(10, name.Length)..];
}
