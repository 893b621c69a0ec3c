using Ideogram.Build.Tests;

namespace Ideogram.Build.Benchmarks;

/// <summary>Figures measured one after the other and printed as one table.</summary>
internal static class FigureTable
{
    private const int NoPhotographs = 3;

    public static int Run(Arguments arguments, params IReadOnlyList<IFigure> figures)
    {
        arguments.AllowOnly("--photos", "--figure");
        var only = arguments.Text("--figure");
        if (only is not null && figures.All(f => f.Name != only))
            throw new UsageException($"There is no figure '{only}'. There are: {string.Join(", ", figures.Select(f => f.Name))}.");
        var originals = Photographs.Find(arguments.All("--photos"));
        if (originals.Length == 0)
        {
            Console.Error.WriteLine(Photographs.HowToGetThem);
            return NoPhotographs;
        }

        using var folder = new TemporaryFolder();
        var photos = Photos.CopyTo(folder.Path, originals);
        Console.WriteLine(FormattableString.Invariant($"{photos.Files.Count} photographs, {photos.Bytes / 1e6:N0} MB, {Environment.ProcessorCount} processors"));
        List<Row> rows = [new("figure", "ours", "other", "result", "target")];
        foreach (var figure in figures.Where(f => only is null || f.Name == only))
            rows.AddRange(figure.Measure(photos));
        foreach (var row in rows)
            Console.WriteLine($"{row.What,-72} {row.Ours,10} {row.Other,10} {row.Result,9} {row.Target,8}");
        return 0;
    }
}
