using Ideogram.Build.Tests;

namespace Ideogram.Build.Benchmarks.Sync;

/// <summary>The figures of the sync engine, all with the real program as a process of its own.</summary>
internal static class SyncFigures
{
    public static int Run(Arguments arguments) => FigureTable.Run(arguments, new UploadSpeed(), new NothingToDo(), new UploadMemory());
}
