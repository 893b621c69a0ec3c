using System.Globalization;

namespace Ideogram.Build.Benchmarks.MSBuild;

/// <summary>A solution of fifty projects with a manifest each: how many validations run, first and when nothing changed.</summary>
internal sealed class FiftyProjects : IFigure
{
    private const int Count = 50;

    public string Name => "solution";

    public IReadOnlyList<Row> Measure(Photos photos)
    {
        using var package = new PackedPackage();
        using var project = new PackageProject(package);
        for (var i = 0; i < Count; i++)
        {
            project.WriteLibrary($"p{i}/P{i}.csproj");
            project.Work.WriteManifest("photos/*.png", $"p{i}/ideogram.yml", $"Dataset {i}");
            project.Work.WriteImage($"p{i}/photos/a.png", i);
        }

        project.Work.Write("all.slnx",
            $"<Solution>{string.Concat(Enumerable.Range(0, Count).Select(i => $"<Project Path=\"p{i}/P{i}.csproj\" />"))}</Solution>");
        var first = project.Run("build", "all.slnx").Log;
        var second = project.Run("build", "all.slnx", "--no-restore").Log;
        return [new("solution of 50 projects, validations: first build, nothing changed", Text(first.Validations), "", Text(second.Validations), "0")];
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
