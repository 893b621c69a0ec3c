
namespace Ideogram.Build.Benchmarks.Actions;

/// <summary>The figures of the GitHub Action. <c>--image</c> names a built image; without one, or without podman, its rows say so.</summary>
internal static class ActionFigures
{
    public static async Task<int> RunAsync(Arguments arguments)
    {
        arguments.AllowOnly("--image", "--base", "--figure");
        var container = Container.Create(arguments);
        using var programs = new Programs();
        IActionFigure[] figures = [new ImageSize(container), new RunToVerdict(container, programs), new ProgramStart(programs), new GitHubRequests(programs)];
        var only = FigureTable.Only(arguments, [.. figures.Select(f => f.Name)]);
        List<Row> rows = [];
        foreach (var figure in figures.Where(f => only is null || f.Name == only))
            rows.AddRange(await figure.MeasureAsync());
        FigureTable.Write(rows);
        return 0;
    }
}
