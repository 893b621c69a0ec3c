using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Planning;

namespace Ideogram.Build.Sync.Uploading;

/// <summary>Makes the dataset of a plan that has none, once: a creation whose answer was lost is looked for, not repeated.</summary>
/// <param name="client">Ideogram's API.</param>
/// <param name="settling">How long to look.</param>
internal sealed class TargetMaker(IdeogramClient client, Settling settling)
{
    /// <summary>The dataset, and whether this run made it.</summary>
    /// <exception cref="IdeogramException">Neither made nor found.</exception>
    public async Task<(RemoteDataset Dataset, bool IsCreated)> MakeAsync(DatasetTarget target, CancellationToken cancellationToken)
    {
        DatasetSummary? made = null;
        IdeogramException? lost = null;
        try
        {
            made = await client.CreateDatasetAsync(target.Name, cancellationToken).ConfigureAwait(false);
        }
        catch (IdeogramException e) when (e.Fault.Treatment.MayHaveLanded)
        {
            lost = e;
        }

        // Two runs may have created at once: after creating, both list and take the same one.
        var finder = new TargetFinder(client);
        RemoteDataset? found = null;
        var isFound = await settling.WaitAsync(
            async token => (found = (await finder.FindByNameAsync(target.Name, SearchFor(target.Name), token).ConfigureAwait(false)) is [var first, ..] ? first : null) is not null,
            cancellationToken).ConfigureAwait(false);
        if (isFound) return (found!, made is null || made.Id == found!.Id);
        return made is not null
            ? (new RemoteDataset(made.Id, made.Name, made.Created, [], []), true)
            : throw lost!;
    }

    // A revision is searched by its tag at the end: the beginning may be longer than a search can be.
    private static string SearchFor(string name) => name.Length <= IdeogramClient.LongestSearch ? name : name[^Math.Min(10, name.Length)..];
}
