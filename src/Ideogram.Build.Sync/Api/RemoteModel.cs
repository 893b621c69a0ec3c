namespace Ideogram.Build.Sync.Api;

/// <summary>A custom model at Ideogram (<c>GET /models</c>, <c>GET /models/{id}</c>), or a training just started.</summary>
/// <param name="Id">Ideogram's id.</param>
/// <param name="Name">Its name; names are not unique.</param>
/// <param name="Status">CREATING, DRAFT, TRAINING, COMPLETED, ERRORED or ARCHIVED, or what Ideogram came to say since.</param>
public sealed record RemoteModel(string Id, string Name, string Status)
{
    /// <summary>What images are generated with, once it is there (<c>model/…/version/1</c>).</summary>
    public string? CustomModel { get; init; }

    /// <summary>Whether nothing more will happen to it.</summary>
    public bool IsOver => Status is "COMPLETED" || IsUnusable;

    /// <summary>Whether its training came to nothing, or somebody put it away.</summary>
    public bool IsUnusable => Status is "ERRORED" or "ARCHIVED";
}
