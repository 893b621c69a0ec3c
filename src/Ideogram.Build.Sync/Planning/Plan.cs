namespace Ideogram.Build.Sync.Planning;

/// <summary>What an upload would do, for all manifests of a run.</summary>
/// <param name="Datasets">One plan per manifest, in the order of the manifests.</param>
public sealed record Plan(IReadOnlyList<DatasetPlan> Datasets)
{
    /// <summary>Whether all of them can be uploaded.</summary>
    public bool IsSound => Datasets.All(d => d.IsSound);

    /// <summary>How many images of all datasets have a change.</summary>
    /// <param name="change">The change.</param>
    public int Count(Change change) => Datasets.Sum(d => d.Count(change));
}
