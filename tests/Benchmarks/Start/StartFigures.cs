using Ideogram.Build.Benchmarks.Actions;

namespace Ideogram.Build.Benchmarks.Start;

/// <summary>
/// The native build against the one that is ready to run, of the same sources, in one run; and against each program that <c>--other</c> names,
/// such as a build of an older commit.
/// </summary>
internal static class StartFigures
{
    public static async Task<int> RunAsync(Arguments arguments)
    {
        arguments.AllowOnly("--other", "--image", "--base", "--photos", "--figure");
        IStartFigure[] figures = [new Commands(), new ActionRuns(), new UploadPhase(), new UploadPeak()];
        var size = new ImageSize(Container.Create(arguments));
        var only = FigureTable.Only(arguments, [.. figures.Select(f => f.Name), size.Name]);
        var originals = Photographs.Find(arguments.All("--photos"));
        if (originals.Length == 0)
        {
            await Console.Error.WriteLineAsync(Photographs.HowToGetThem);
            return FigureTable.NoPhotographs;
        }

        using var folder = new TemporaryFolder();
        var photos = Photos.CopyTo(folder.Path, originals);
        using var native = PublishedProgram.Create();
        using var ready = PublishedProgram.CreateReadyToRun();
        var others = arguments.All("--other").Select(file => new Build(file, PublishedProgram.Existing(file).File));
        var builds = new Builds([new("native", native.File), new("trimmed, ready to run", ready.File), .. others]);
        List<Row> rows = [];
        foreach (var figure in figures.Where(f => only is null || f.Name == only))
            rows.AddRange(await figure.MeasureAsync(builds, photos));
        if (only is null || only == size.Name)
            rows.AddRange(await size.MeasureAsync());
        FigureTable.Write(rows);
        return 0;
    }
}
