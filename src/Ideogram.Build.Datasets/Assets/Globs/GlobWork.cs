namespace Ideogram.Build.Datasets.Assets.Globs;

/// <summary>Counts the steps of one manifest's globs, and stops when there are too many. For one thread.</summary>
/// <param name="budget">What all manifests of the run may take together.</param>
/// <param name="maxSteps">What this one may take: one manifest that is too much work does not use up what the others need.</param>
/// <param name="cancellationToken">Cancels the operation between two steps.</param>
internal sealed class GlobWork(WorkBudget budget, long maxSteps, CancellationToken cancellationToken)
{
    // The budget is shared by threads: it is checked now and then, not for every step.
    private const int Portion = 20_000;

    private int _unpaid;
    private string _name = "";
    private ulong _characters;

    /// <summary>The steps so far.</summary>
    public long Steps { get; private set; }

    /// <summary>A number that no other call gave.</summary>
    public int NextStamp { get => ++field; }

    /// <summary>Where machines keep the states that they are in.</summary>
    public StateSet Current { get; set; } = new();

    public StateSet Next { get; set; } = new();

    /// <summary>The characters of a name, which each glob in turn needs.</summary>
    public ulong CharactersOf(string name)
    {
        if (!ReferenceEquals(name, _name))
            (_name, _characters) = (name, CharacterSet.Of(name));
        return _characters;
    }

    /// <summary>Counts steps.</summary>
    /// <exception cref="TooMuchWorkException">They are too many.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public void Spend(int steps)
    {
        Steps += steps;
        _unpaid += steps;
        if (_unpaid < Portion)
            return;

        cancellationToken.ThrowIfCancellationRequested();
        if (Steps > maxSteps || !budget.TryTake(_unpaid))
            throw new TooMuchWorkException();
        _unpaid = 0;
    }
}

/// <summary>Globs are more work than they may be.</summary>
public sealed class TooMuchWorkException : Exception;
