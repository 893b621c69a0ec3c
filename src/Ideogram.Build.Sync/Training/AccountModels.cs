using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Planning;

namespace Ideogram.Build.Sync.Training;

/// <summary>The models of an account, as far as a key sees them.</summary>
/// <param name="client">Ideogram's API.</param>
internal sealed class AccountModels(IdeogramClient client)
{
    /// <summary>The most models that are queried because only the dataset names them; more count as hidden.</summary>
    private const int MaxLookedAt = 50;

    /// <summary>The account's models and those that only the dataset names, and how many of these cannot be read.</summary>
    public async Task<(IReadOnlyList<RemoteModel> Known, int Hidden)> KnownForAsync(DatasetPlan plan, CancellationToken cancellationToken)
    {
        var known = (await client.ListModelsAsync(cancellationToken).ConfigureAwait(false)).ToList();
        var unknown = plan.ModelIds.Except(known.Select(m => m.Id), StringComparer.Ordinal).ToList();
        var hidden = Math.Max(0, unknown.Count - MaxLookedAt);
        foreach (var id in unknown.Take(MaxLookedAt))
        {
            try
            {
                known.Add(await client.GetModelAsync(id, cancellationToken).ConfigureAwait(false));
            }
            catch (IdeogramException e) when (e.ApiFault.Kind is ApiFaultKind.NotFound or ApiFaultKind.Forbidden)
            {
                hidden++;
            }
        }

        return (known, hidden);
    }

    /// <summary>A model with its training runs, which a list does not hold: only they may say that a training came to nothing.</summary>
    public async Task<RemoteModel> DetailsAsync(RemoteModel model, CancellationToken cancellationToken)
    {
        if (model.IsOver || model.Runs.Count > 0) return model;
        try
        {
            return await client.GetModelAsync(model.Id, cancellationToken).ConfigureAwait(false);
        }
        catch (IdeogramException)
        {
            // What the list says is known all the same.
            return model;
        }
    }
}
