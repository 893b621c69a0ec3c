using System.Collections.Concurrent;

namespace Ideogram.Build.Chaos.Differential;

/// <summary>How often each kind of file came out how.</summary>
internal sealed class VerdictTable
{
    private readonly ConcurrentDictionary<(string Kind, Outcome Outcome), int> _counts = new();

    public void Add(string kind, Outcome outcome) => _counts.AddOrUpdate((kind, outcome), 1, (_, count) => count + 1);

    public void Print()
    {
        var outcomes = Enum.GetValues<Outcome>();
        Console.WriteLine($"{"",-12}{string.Concat(outcomes.Select(outcome => $"{outcome,19}"))}");
        foreach (var kind in _counts.Keys.Select(key => key.Kind).Distinct(StringComparer.Ordinal).OrderBy(kind => kind != "intact")
            .ThenBy(kind => kind, StringComparer.Ordinal))
            Console.WriteLine($"{kind,-12}{string.Concat(outcomes.Select(outcome => $"{_counts.GetValueOrDefault((kind, outcome)),19}"))}");
    }
}
