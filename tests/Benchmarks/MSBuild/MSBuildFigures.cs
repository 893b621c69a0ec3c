
namespace Ideogram.Build.Benchmarks.MSBuild;

/// <summary>The figures of the package in a build.</summary>
internal static class MSBuildFigures
{
    public static int Run(Arguments arguments) => FigureTable.Run(arguments, new NoOpBuild(), new FirstBuild(), new FiftyProjects(), new OneOfMany());
}
