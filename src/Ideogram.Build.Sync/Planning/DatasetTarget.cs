namespace Ideogram.Build.Sync.Planning;

/// <summary>The dataset that a manifest aims at.</summary>
/// <param name="Name">Its name, the revision's digest included.</param>
/// <param name="Id">Its id; null if it does not exist yet or nobody asked.</param>
public sealed record DatasetTarget(string Name, string? Id)
{
    /// <summary>Where the base commit aimed, if that was elsewhere: a change of target is called out.</summary>
    public string? Former { get; init; }
}
