using System.Diagnostics;

namespace Ideogram.Build.Benchmarks.MSBuild;

/// <summary>One touched image in a project of 300 manifests: the time of the package's own targets, and how many manifests they validate.</summary>
internal sealed class OneOfMany : IFigure
{
    private const int Rounds = 5;
    private const int Datasets = 300;
    private const int ImagesPerDataset = 20;
    private const string Validated = "Ideogram dataset ";

    public string Name => "touched";

    public IReadOnlyList<Row> Measure(Photos photos)
    {
        using var package = new PackedPackage();
        using var project = new PackageProject(package);
        for (var d = 0; d < Datasets; d++)
        {
            project.Work.WriteManifest("*.png", $"datasets/{d}/ideogram.yml", $"Dataset {d}");
            for (var i = 0; i < ImagesPerDataset; i++)
                project.Work.WriteImage($"datasets/{d}/{i}.png", (d * ImagesPerDataset) + i);
        }

        project.WriteLibrary("Lib.csproj", items: "<IdeogramDatasetUpload Include=\"datasets/*/ideogram.yml\" />");
        project.Run("build");
        List<BuildLog> logs = [];
        for (var round = 0; round < Rounds; round++)
        {
            File.SetLastWriteTimeUtc(project.Work.PathOf($"datasets/{round}/0.png"), DateTime.UtcNow);
            logs.Add(project.Run("build", "--no-restore").Log);
        }

        if (!logs.TrueForAll(l => l is { Succeeded: true, Validations: 1 }))
            throw new UnreachableException("The touched image was not noticed.");
        var time = FormattableString.Invariant($"{Clock.Median([.. logs.Select(l => l.OwnTime.TotalMilliseconds)]):N0} ms");
        var validated = FormattableString.Invariant($"{logs.Max(l => l.Messages.Count(m => m.StartsWith(Validated, StringComparison.Ordinal)))}");
        return
        [
            new("300 manifests of 20 images, one touched image: own targets", time, "", time, "<= 500 ms"),
            new("300 manifests of 20 images, one touched image: manifests validated", validated, "", validated, "1"),
        ];
    }
}
