namespace Ideogram.Build.Emulator.Faults;

/// <summary>The rules in force, with a count of the requests that each covered so far.</summary>
internal sealed class FaultSchedule
{
    private readonly Lock _lock = new();
    private IReadOnlyList<FaultRule> _rules = [];
    private int[] _covered = [];

    public void Set(IReadOnlyList<FaultRule> rules)
    {
        lock (_lock)
        {
            _rules = rules;
            _covered = new int[rules.Count];
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
                if (_rules[i].Covers(route) && _rules[i].FaultOf(++_covered[i]) is { } fault)
                    faults.Add(fault);
            }

            return faults;
        }
    }
}
