namespace Ideogram.Build.Benchmarks.Health;

/// <summary>The figures of dataset health.</summary>
internal static class HealthFigures
{
    public static int Run(Arguments arguments) => FigureTable.Run(arguments, new NearDuplicateFigures(), new JpegEighth(), new PictureSpeed());
}
