using Ideogram.Build.Tests;

namespace Ideogram.Build.Benchmarks.Actions;

/// <summary>The figures of the GitHub Action. <c>--image</c> names a built image; without one, or without podman, its rows say so.</summary>
internal static class ActionFigures
{
    private const string Image = "ideogram-build-scenes";
    private const string Base = "mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled";

    public static async Task<int> RunAsync(Arguments arguments)
    {
        arguments.AllowOnly("--image", "--base", "--figure");
        var container = new Container(arguments.Text("--image") ?? Image, arguments.Text("--base") ?? Base);
        using var programs = new Programs();
        IActionFigure[] figures = [new ImageSize(container), new RunToVerdict(container, programs), new ProgramStart(programs), new GitHubRequests(programs)];
        var only = arguments.Text("--figure");
        if (only is not null && figures.All(f => f.Name != only))
            throw new UsageException($"There is no figure '{only}'. There are: {string.Join(", ", figures.Select(f => f.Name))}.");
        List<Row> rows = [new("figure", "ours", "other", "result", "target")];
        foreach (var figure in figures.Where(f => only is null || f.Name == only))
            rows.AddRange(await figure.MeasureAsync());
        foreach (var row in rows)
            Console.WriteLine($"{row.What,-86} {row.Ours,10} {row.Other,10} {row.Result,9} {row.Target,8}");
        return 0;
    }
}
