namespace Ideogram.Build.Datasets.Assets.Globs;

/// <summary>
/// A name's pattern (<c>*</c>, <c>?</c>, <c>[a-z]</c>, <c>[!a-z]</c>, <c>{a,b}</c>) as a state machine that is run over all states at once: without
/// backtracking, a name costs at most its length times the pattern's.
/// </summary>
internal sealed class NameAutomaton
{
    private readonly List<State> _built = [];
    private State[] _states = [];
    private int _start;

    private enum StateKind
    {
        Character,
        Any,
        Class,
        Loop,
        Fork,
        Accept,
    }

    /// <summary>The fewest UTF-16 units that a matching name has.</summary>
    public int Shortest => _states[_start].Shortest;

    /// <summary>Characters that each matching name has.</summary>
    public ulong Required => _states[_start].Required;

    public static NameAutomaton? Compile(string pattern, out string reason)
    {
        var automaton = new NameAutomaton();
        var accept = automaton.Add(new State(StateKind.Accept) { Shortest = 0 });
        var start = automaton.Build(pattern, 0, pattern.Length, accept, out reason);
        automaton._start = start ?? 0;
        automaton._states = [.. automaton._built];
        return start is null ? null : automaton;
    }

    public bool Matches(string name, GlobWork work)
    {
        var (current, next) = (work.Current, work.Next);
        current.Clear(_states.Length);
        Enter(_start, current);
        for (var at = 0; at < name.Length;)
        {
            work.Spend(current.Count + 1);
            var point = CodePoint.Take(name, ref at);
            next.Clear(_states.Length);
            for (var i = 0; i < current.Count; i++)
            {
                var state = _states[current[i]];
                if (state.Accepts(point))
                    Enter(state.Kind == StateKind.Loop ? current[i] : state.Next, next);
            }

            if (next.Count == 0)
                return false;
            (current, next) = (next, current);
        }

        return current.Contains(0);
    }

    private void Enter(int state, StateSet set)
    {
        if (!set.Add(state) || _states[state].Kind is not (StateKind.Loop or StateKind.Fork))
            return;
        if (_states[state].Kind == StateKind.Loop)
            Enter(_states[state].Next, set);
        foreach (var way in _states[state].Ways)
            Enter(way, set);
    }

    private int Add(State state)
    {
        _built.Add(state);
        return _built.Count - 1;
    }

    // Built from the end, so that each state knows the one after it.
    private int? Build(string pattern, int start, int end, int next, out string reason)
    {
        reason = "";
        var parts = Split(pattern, start, end, out reason);
        if (parts is null)
            return null;

        for (var i = parts.Count - 1; i >= 0; i--)
        {
            var (from, to) = parts[i];
            var (shortest, required) = (_built[next].Shortest, _built[next].Required);
            switch (pattern[from])
            {
                case '*':
                    next = Add(new State(StateKind.Loop) { Next = next, Shortest = shortest, Required = required });
                    break;
                case '?':
                    next = Add(new State(StateKind.Any) { Next = next, Shortest = shortest + 1, Required = required });
                    break;
                case '[':
                    if (CharacterClass.Parse(pattern.Substring(from + 1, to - from - 2), out reason) is not { } characters)
                        return null;
                    next = Add(new State(StateKind.Class) { Class = characters, Next = next, Shortest = shortest + 1, Required = required });
                    break;
                case '{':
                    if (BuildAlternatives(pattern, from + 1, to - 1, next, out reason) is not { } fork)
                        return null;
                    next = fork;
                    break;
                default:
                    var point = CodePoint.Take(pattern, ref from);
                    next = Add(new State(StateKind.Character)
                    {
                        Point = point,
                        Next = next,
                        Shortest = shortest + to - parts[i].From,
                        Required = required | CharacterSet.Of(point)
                    });
                    break;
            }
        }

        return next;
    }

    private int? BuildAlternatives(string pattern, int start, int end, int next, out string reason)
    {
        var starts = new List<int>();
        for (var from = start; from <= end;)
        {
            var comma = pattern.IndexOf(',', from, end - from);
            var to = comma < 0 ? end : comma;
            if (Build(pattern, from, to, next, out reason) is not { } alternative)
                return null;
            starts.Add(alternative);
            from = to + 1;
        }

        reason = starts.Count > 1 ? "" : "has braces without a choice. Write '{jpg,png}'";
        return starts.Count > 1
            ? Add(new State(StateKind.Fork)
            {
                Ways = [.. starts],
                Shortest = starts.Min(s => _built[s].Shortest),
                Required = starts.Aggregate(ulong.MaxValue, (all, s) => all & _built[s].Required)
            })
            : null;
    }

    // The places of the pattern's units: single characters, classes and brace groups.
    private static List<(int From, int To)>? Split(string pattern, int start, int end, out string reason)
    {
        var parts = new List<(int, int)>();
        reason = "";
        for (var i = start; i < end;)
        {
            var close = pattern[i] switch
            {
                '[' => EndOfClass(pattern, i, end),
                '{' => pattern.IndexOf('}', i, end - i),
                _ => i + 1 < end && char.IsSurrogatePair(pattern[i], pattern[i + 1]) ? i + 1 : i,
            };
            reason = pattern[i] switch
            {
                '[' when close < 0 => "has '[' without ']'. Name a file with brackets by an object, '- path: …', or write '[[]' for the bracket",
                '{' when close < 0 => "has '{' without '}' before the next '/'. Braces hold parts of one name: '*.{jpg,png}'",
                '{' when pattern.IndexOf('{', i + 1, close - i) >= 0 => "has braces inside braces. Write two lines instead",
                ']' or '}' => $"has '{pattern[i]}' without its opening half. Name a file with brackets by an object, '- path: …', "
                    + $"or write '[{pattern[i]}]' for it",
                _ => "",
            };
            if (reason.Length > 0)
                return null;

            parts.Add((i, close + 1));
            i = close + 1;
        }

        return parts;
    }

    // A bracket that comes first is one of the characters: "[]]", "[!]]".
    private static int EndOfClass(string pattern, int open, int end)
    {
        var first = open + 1 < end && pattern[open + 1] == '!' ? open + 3 : open + 2;
        return first >= end ? -1 : pattern.IndexOf(']', first, end - first);
    }

    private sealed class State(StateKind kind)
    {
        public StateKind Kind => kind;

        public int Point { get; init; }

        public CharacterClass? Class { get; init; }

        public int Next { get; init; }

        /// <summary>Where a choice goes on.</summary>
        public int[] Ways { get; init; } = [];

        public int Shortest { get; init; }

        public ulong Required { get; init; }

        public bool Accepts(int point) => kind switch
        {
            StateKind.Character => point == Point,
            StateKind.Class => Class!.Contains(point),
            StateKind.Any or StateKind.Loop => true,
            _ => false,
        };
    }
}
