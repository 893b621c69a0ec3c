namespace Ideogram.Build.Benchmarks.Health;

/// <summary>The figures of dataset health.</summary>
internal static class HealthFigures
{
    public static int Run(Arguments arguments)
    {
        var program = new Lazy<PublishedProgram>(() => PublishedProgram.Create());
        try
        {
            return FigureTable.Run(arguments, new PlantedFaults(program), new FalseWarnings(), new NearDuplicateFigures(), new HealthSpeed(program),
                new JpegEighth(), new PictureSpeed(), new HealthMemory(program));
        }
        finally
        {
            if (program.IsValueCreated)
                program.Value.Dispose();
        }
    }
}
