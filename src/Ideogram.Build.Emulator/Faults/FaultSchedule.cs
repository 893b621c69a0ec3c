namespace Ideogram.Build.Emulator.Faults;

/// <summary>The rules in force, with a count of the requests that each covered so far.</summary>
/// <param name="clock">The emulator's clock.</param>
internal sealed class FaultSchedule(TimeProvider clock)
{
    private readonly Lock _lock = new();
    private IReadOnlyList<FaultRule> _rules = [];
    private int[] _covered = [];
    private DateTimeOffset?[] _began = [];

    public void Set(IReadOnlyList<FaultRule> rules)
    {
        lock (_lock)
        {
            _rules = rules;
            _covered = new int[rules.Count];
            _began = new DateTimeOffset?[rules.Count];
        }
    }

    /// <summary>The faults of a request, in the rules' order.</summary>
    public IReadOnlyList<Fault> Next(Route route)
    {
        lock (_lock)
        {
            var faults = new List<Fault>();
            for (var i = 0; i < _rules.Count; i++)
            {
                if (_rules[i].Covers(route) && _rules[i].FaultOf(++_covered[i]) is { } fault && !IsOver(i))
                    faults.Add(fault);
            }

            return faults;
        }
    }

    private bool IsOver(int rule)
    {
        var now = clock.GetUtcNow();
        var began = _began[rule] ??= now;
        return _rules[rule].Length is { } length && now - began >= length;
    }
}
