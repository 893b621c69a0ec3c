namespace Ideogram.Build.Benchmarks.Start;

/// <summary>The native build first, then what it is compared with.</summary>
internal sealed record Builds(IReadOnlyList<Build> All)
{
    /// <summary>Seconds of each, in turn within one run: a line for each build that the first is compared with.</summary>
    public IReadOnlyList<Row> Time(string what, int rounds, string target, Action<Build> run) =>
        Compare(
            what,
            target,
            Clock.Medians(rounds, [.. All.Select(build => (Action)(() => run(build)))]),
            seconds => FormattableString.Invariant($"{seconds * 1000:N0} ms"));

    /// <summary>A line for each build that the first is compared with.</summary>
    /// <param name="what">What was measured.</param>
    /// <param name="target">The largest ratio wanted.</param>
    /// <param name="values">One of each build.</param>
    /// <param name="text">A value with its unit.</param>
    public IReadOnlyList<Row> Compare(string what, string target, IReadOnlyList<double> values, Func<double, string> text) =>
    [
        .. All.Skip(1).Zip(values.Skip(1), (other, value) =>
            new Row($"{what} : {other.Name}", text(values[0]), text(value), FormattableString.Invariant($"{values[0] / value:N2}"), target)),
    ];
}
