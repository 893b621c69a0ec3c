using Ideogram.Build.Benchmarks.Validation;
using Ideogram.Build.Tests;

namespace Ideogram.Build.Benchmarks.Sync;

/// <summary>The figures of the sync engine, all with the published program as a process of its own.</summary>
internal static class SyncFigures
{
    public static int Run(Arguments arguments)
    {
        var published = new Lazy<PublishedProgram>(() => new PublishedProgram());
        var program = new Program(published);
        try
        {
            return FigureTable.Run(arguments, new UploadSpeed(program), new NothingToDo(program), new PlanGrowth(program), new UploadMemory(program));
        }
        finally
        {
            if (published.IsValueCreated)
                published.Value.Dispose();
        }
    }
}
