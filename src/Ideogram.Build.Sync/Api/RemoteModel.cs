namespace Ideogram.Build.Sync.Api;

/// <summary>A custom model at Ideogram (<c>GET /models</c>, <c>GET /models/{id}</c>), or a training just started.</summary>
/// <param name="Id">Ideogram's id.</param>
/// <param name="Name">Its name; names are not unique.</param>
/// <param name="Status">CREATING, DRAFT, TRAINING, COMPLETED, ERRORED, ARCHIVED, or a newer status.</param>
public sealed record RemoteModel(string Id, string Name, string Status)
{
    /// <summary>The address of the model for generating images, once it exists (<c>model/…/version/1</c>).</summary>
    public string? CustomModel { get; init; }

    /// <summary>The dataset that it is trained from, where Ideogram says it.</summary>
    public string? DatasetId { get; init; }

    /// <summary>When it was made, where Ideogram says it.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>Its training runs; none in a list of models, and none for models of others.</summary>
    public IReadOnlyList<TrainingRun> Runs { get; init; } = [];

    /// <summary>The run that was made last; null where none is shown.</summary>
    public TrainingRun? LastRun => Runs.OrderBy(r => r.Created ?? DateTimeOffset.MinValue).LastOrDefault();

    /// <summary>Whether nothing more will happen to it.</summary>
    public bool IsOver => IsCompleted || IsUnusable;

    /// <summary>Whether its training failed, or it was archived.</summary>
    /// <remarks>Nothing says that model and run change together: a run that failed is enough.</remarks>
    public bool IsUnusable => Status is "ERRORED" or "ARCHIVED" || (!IsCompleted && LastRun is { IsFailed: true });

    private bool IsCompleted => Status is "COMPLETED";
}
