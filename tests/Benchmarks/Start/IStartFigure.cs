namespace Ideogram.Build.Benchmarks.Start;

/// <summary>One question about the builds: as <see cref="IFigure"/>, but asked of several.</summary>
internal interface IStartFigure
{
    /// <summary>For <c>--figure</c>.</summary>
    string Name { get; }

    /// <summary>Measures, all builds in turn within one run.</summary>
    Task<IReadOnlyList<Row>> MeasureAsync(Builds builds, Photos photos);
}
