
namespace Ideogram.Build.Benchmarks.Validation;

/// <summary>The figures of validation.</summary>
internal static class ValidationFigures
{
    public static int Run(Arguments arguments)
    {
        var program = new Lazy<PublishedProgram>(() => PublishedProgram.Create());
        try
        {
            return FigureTable.Run(arguments, new InspectionSpeed(), new BlobHashSpeed(), new ValidatorSpeed(), new WholeProcess(program), new CachedSpeed(),
                new Growth(), new PeakMemory(program));
        }
        finally
        {
            if (program.IsValueCreated)
                program.Value.Dispose();
        }
    }
}
