namespace Ideogram.Build.Datasets.Assets.Globs;

/// <summary>Steps that several threads may take together.</summary>
internal sealed class WorkBudget(long steps)
{
    private long _left = steps;

    /// <summary>Allows more steps.</summary>
    public void Add(long more) => Interlocked.Add(ref _left, more);

    /// <summary>Takes steps; returns whether that many were left.</summary>
    public bool TryTake(long taken) => Interlocked.Add(ref _left, -taken) >= 0;
}
