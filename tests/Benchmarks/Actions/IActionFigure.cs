namespace Ideogram.Build.Benchmarks.Actions;

/// <summary>One question about the action: as <see cref="IFigure"/>, but asked without photographs.</summary>
internal interface IActionFigure
{
    /// <summary>For <c>--figure</c>.</summary>
    string Name { get; }

    /// <summary>Measures, all sides in turn within one run.</summary>
    Task<IReadOnlyList<Row>> MeasureAsync();
}
