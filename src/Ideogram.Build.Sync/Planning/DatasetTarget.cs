namespace Ideogram.Build.Sync.Planning;

/// <summary>The target dataset of a manifest.</summary>
/// <param name="Name">Its name, the revision's digest included.</param>
/// <param name="Id">Its id; null if it does not exist yet or was not queried.</param>
public sealed record DatasetTarget(string Name, string? Id)
{
    /// <summary>The target at the base commit, if it was different: reports point out a changed target.</summary>
    public string? Former { get; init; }
}
