
namespace Ideogram.Build.Benchmarks.Sync;

/// <summary>The figures of the sync engine, all with the published program as a process of its own.</summary>
internal static class SyncFigures
{
    public static int Run(Arguments arguments)
    {
        using var published = PublishedProgram.Create();
        var program = new SyncProgram(published.File);
        return FigureTable.Run(arguments, new UploadSpeed(program), new NothingToDo(program), new PlanGrowth(program), new UploadMemory(program));
    }
}
