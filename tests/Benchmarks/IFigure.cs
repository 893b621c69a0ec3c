namespace Ideogram.Build.Benchmarks;

/// <summary>One question to the clock or the memory. A new one is a file with this interface and a line in the list of its command.</summary>
internal interface IFigure
{
    /// <summary>For <c>--figure</c>.</summary>
    string Name { get; }

    /// <summary>Measures, all sides in turn within one run.</summary>
    IReadOnlyList<Row> Measure(Photos photos);
}

/// <summary>A line of the table.</summary>
/// <param name="What">What is measured, against what.</param>
/// <param name="Ours">This project's median, with its unit.</param>
/// <param name="Other">The other side's median, with its unit.</param>
/// <param name="Result">The ratio or difference that counts.</param>
/// <param name="Target">What it should be; empty for a line that only informs.</param>
internal sealed record Row(string What, string Ours, string Other, string Result, string Target);
