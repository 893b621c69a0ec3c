namespace Ideogram.Build.Datasets.Assets.Globs;

/// <summary>
/// A name's pattern (<c>*</c>, <c>?</c>, <c>[a-z]</c>, <c>[!a-z]</c>, <c>{a,b}</c>) as a state machine that is run over all states at once: there is no
/// backtracking, so no pattern is slow.
/// </summary>
internal sealed class NameAutomaton
{
    private readonly List<State> _states = [];
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

    public static NameAutomaton? Compile(string pattern, out string reason)
    {
        var automaton = new NameAutomaton();
        var accept = automaton.Add(new State(StateKind.Accept, '\0', [], []));
        var start = automaton.Build(pattern, 0, pattern.Length, accept, out reason);
        automaton._start = start ?? 0;
        return start is null ? null : automaton;
    }

    public bool Matches(string name, bool ignoreCase)
    {
        var current = new bool[_states.Count];
        var next = new bool[_states.Count];
        Enter(_start, current);
        foreach (var c in name)
        {
            var any = false;
            for (var i = 0; i < current.Length; i++)
            {
                if (!current[i] || !_states[i].Accepts(c, ignoreCase))
                    continue;
                any = true;
                Enter(_states[i].Kind == StateKind.Loop ? i : _states[i].Next[0], next);
            }

            if (!any)
                return false;
            (current, next) = (next, current);
            Array.Clear(next, 0, next.Length);
        }

        return current[0];
    }

    private void Enter(int state, bool[] set)
    {
        if (set[state])
            return;
        set[state] = true;
        if (_states[state].Kind is StateKind.Loop or StateKind.Fork)
        {
            foreach (var next in _states[state].Next)
                Enter(next, set);
        }
    }

    private int Add(State state)
    {
        _states.Add(state);
        return _states.Count - 1;
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
            switch (pattern[from])
            {
                case '*':
                    next = Add(new State(StateKind.Loop, '*', [], [next]));
                    break;
                case '?':
                    next = Add(new State(StateKind.Any, '?', [], [next]));
                    break;
                case '[':
                    if (CharacterRange.ParseClass(pattern, from + 1, to - 1, out var negated, out reason) is not { } ranges)
                        return null;
                    next = Add(new State(StateKind.Class, negated ? '!' : '[', ranges, [next]));
                    break;
                case '{':
                    if (BuildAlternatives(pattern, from + 1, to - 1, next, out reason) is not { } fork)
                        return null;
                    next = fork;
                    break;
                default:
                    next = Add(new State(StateKind.Character, pattern[from], [], [next]));
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
        return starts.Count > 1 ? Add(new State(StateKind.Fork, '{', [], starts)) : null;
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
                '[' => pattern.IndexOf(']', Math.Min(i + 2, end), Math.Max(0, end - i - 2)),
                '{' => pattern.IndexOf('}', i, end - i),
                _ => i,
            };
            reason = pattern[i] switch
            {
                '[' when close < 0 => "has '[' without ']'. Name a file with brackets by an object: '- path: …'",
                '{' when close < 0 => "has '{' without '}' before the next '/'. Braces hold parts of one name: '*.{jpg,png}'",
                '{' when pattern.IndexOf('{', i + 1, close - i) >= 0 => "has braces inside braces. Write two lines instead",
                ']' or '}' => $"has '{pattern[i]}' without its opening half. Name a file with brackets by an object: '- path: …'",
                _ => "",
            };
            if (reason.Length > 0)
                return null;

            parts.Add((i, close + 1));
            i = close + 1;
        }

        return parts;
    }

    private sealed record State(StateKind Kind, char Character, IReadOnlyList<CharacterRange> Ranges, IReadOnlyList<int> Next)
    {
        public bool Accepts(char c, bool ignoreCase) => Kind switch
        {
            StateKind.Character => c == Character || (ignoreCase && char.ToLowerInvariant(c) == char.ToLowerInvariant(Character)),
            StateKind.Class => (Contains(c) || (ignoreCase && (Contains(char.ToLowerInvariant(c)) || Contains(char.ToUpperInvariant(c))))) != (Character == '!'),
            StateKind.Any or StateKind.Loop => true,
            _ => false,
        };

        private bool Contains(char c) => Ranges.Any(r => c >= r.First && c <= r.Last);
    }
}
