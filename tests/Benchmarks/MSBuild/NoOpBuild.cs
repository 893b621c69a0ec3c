using System.Diagnostics;

namespace Ideogram.Build.Benchmarks.MSBuild;

/// <summary>A build in which nothing changed: the time of the package's own targets, and the whole build with and without the package.</summary>
internal sealed class NoOpBuild : IFigure
{
    private const int Rounds = 10;
    private const int ImagesPerDataset = 100;
    private const int ManyDatasets = 20;

    public string Name => "no-op";

    public IReadOnlyList<Row> Measure(Photos photos)
    {
        using var package = new PackedPackage();
        using var few = Library(package, datasets: 1, withCaptions: false);
        using var many = Library(package, ManyDatasets, withCaptions: false);
        using var captioned = Library(package, ManyDatasets, withCaptions: true);
        using var without = Library(package, datasets: 0, withCaptions: false);
        PackageProject[] projects = [few, many, captioned, without];

        // Twice: the second build finds the folders that the first one made.
        foreach (var project in projects)
        {
            project.Run("build");
            project.Run("build", "--no-restore");
        }

        var logs = projects.Select(_ => new List<BuildLog>()).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < projects.Length; i++)
                logs[i].Add(NoOp(projects[i]));
        }

        var own = logs.Select(l => Clock.Median([.. l.Select(b => b.OwnTime.TotalMilliseconds)])).ToArray();
        var ratio = Clock.Median([.. logs[0].Zip(logs[3], (with, bare) => with.Time / bare.Time)]);
        var further = (ManyDatasets - 1) * ImagesPerDataset;
        return
        [
            new("no-op build, own targets, 100 images", Milliseconds(own[0]), "", Milliseconds(own[0]), "<= 5 ms"),
            new("no-op build, own targets, each further image", Milliseconds(own[1]), Milliseconds(own[0]), Microseconds((own[1] - own[0]) / further),
                "<= 15 us"),
            new("no-op build, own targets, each further image with a caption file", Milliseconds(own[2]), Milliseconds(own[0]),
                Microseconds((own[2] - own[0]) / further), ""),
            new("no-op build, whole, with the package : without", Median(logs[0]), Median(logs[3]), FormattableString.Invariant($"{ratio:N2}"), ""),
        ];
    }

    private static BuildLog NoOp(PackageProject project)
    {
        var log = project.Run("build", "--no-restore").Log;
        return log is { Succeeded: true, Validations: 0, Searches: 0 } ? log : throw new UnreachableException("The build had something to do.");
    }

    private static PackageProject Library(PackedPackage package, int datasets, bool withCaptions)
    {
        var project = new PackageProject(package);
        for (var d = 0; d < datasets; d++)
        {
            project.Work.WriteManifest("*.png", $"datasets/{d}/ideogram.yml", $"Dataset {d}");
            for (var i = 0; i < ImagesPerDataset; i++)
            {
                project.Work.WriteImage($"datasets/{d}/{i}.png", (d * ImagesPerDataset) + i);
                if (withCaptions)
                    project.Work.Write($"datasets/{d}/{i}.txt", $"picture {i}");
            }
        }

        if (datasets > 0)
            project.WriteLibrary("Lib.csproj", items: "<IdeogramDatasetUpload Include=\"datasets/*/ideogram.yml\" />");
        else
            project.Work.Write("Lib.csproj",
                "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>");
        return project;
    }

    private static string Median(IEnumerable<BuildLog> logs) => Milliseconds(Clock.Median([.. logs.Select(l => l.Time.TotalMilliseconds)]));

    private static string Milliseconds(double value) => FormattableString.Invariant($"{value:N1} ms");

    private static string Microseconds(double milliseconds) => FormattableString.Invariant($"{milliseconds * 1000:N1} us");
}
