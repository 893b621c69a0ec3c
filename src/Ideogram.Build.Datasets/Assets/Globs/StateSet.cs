namespace Ideogram.Build.Datasets.Assets.Globs;

/// <summary>The states that a machine is in: each once, in the order of coming. Emptying it costs nothing.</summary>
internal sealed class StateSet
{
    private int[] _states = [];
    private int[] _rounds = [];
    private int _round;

    public int Count { get; private set; }

    public int this[int index] => _states[index];

    /// <summary>Empties the set for states below a number.</summary>
    public void Clear(int states)
    {
        if (_states.Length < states)
            (_states, _rounds, _round) = (new int[states], new int[states], 0);
        _round++;
        Count = 0;
    }

    public bool Contains(int state) => _rounds[state] == _round;

    /// <summary>Adds a state; whether it was not there.</summary>
    public bool Add(int state)
    {
        if (Contains(state))
            return false;
        _rounds[state] = _round;
        _states[Count++] = state;
        return true;
    }
}
