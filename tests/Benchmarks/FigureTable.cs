
namespace Ideogram.Build.Benchmarks;

/// <summary>Figures measured one after the other and printed as one table.</summary>
internal static class FigureTable
{
    public const int NoPhotographs = 3;

    public static int Run(Arguments arguments, params IReadOnlyList<IFigure> figures)
    {
        arguments.AllowOnly("--photos", "--figure");
        var only = Only(arguments, [.. figures.Select(f => f.Name)]);
        var originals = Photographs.Find(arguments.All("--photos"));
        if (originals.Length == 0)
        {
            Console.Error.WriteLine(Photographs.HowToGetThem);
            return NoPhotographs;
        }

        using var folder = new TemporaryFolder();
        var photos = Photos.CopyTo(folder.Path, originals);
        Console.WriteLine(FormattableString.Invariant($"{photos.Files.Count} photographs, {photos.Bytes / 1e6:N0} MB, ")
            + FormattableString.Invariant($"{Environment.ProcessorCount} processors"));
        List<Row> rows = [];
        foreach (var figure in figures.Where(f => only is null || f.Name == only))
            rows.AddRange(figure.Measure(photos));
        Write(rows);
        return 0;
    }

    /// <summary>The figure that <c>--figure</c> names; null for all.</summary>
    public static string? Only(Arguments arguments, IReadOnlyList<string> names)
    {
        var only = arguments.Text("--figure");
        return only is null || names.Contains(only, StringComparer.Ordinal)
            ? only
            : throw new UsageException($"There is no figure '{only}'. There are: {string.Join(", ", names)}.");
    }

    public static void Write(IReadOnlyList<Row> rows)
    {
        var width = rows.Max(row => row.What.Length);
        foreach (var row in rows.Prepend(new Row("figure", "ours", "other", "result", "target")))
            Console.WriteLine($"{row.What.PadRight(width)} {row.Ours,10} {row.Other,10} {row.Result,9} {row.Target,8}");
    }
}
