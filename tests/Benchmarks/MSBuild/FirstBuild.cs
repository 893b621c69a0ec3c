using System.Diagnostics;

namespace Ideogram.Build.Benchmarks.MSBuild;

/// <summary>The first validation of a hundred photographs, its loading included, against a program that only hashes them.</summary>
internal sealed class FirstBuild : IFigure
{
    private const int Rounds = 5;

    public string Name => "first";

    public IReadOnlyList<Row> Measure(Photos photos)
    {
        using var package = new PackedPackage();
        using var project = new PackageProject(package);
        project.WriteLibrary("Lib.csproj");
        project.Work.WriteManifest("*", "photos/ideogram.yml");
        project.WriteLibrary("Lib.csproj", items: "<IdeogramDatasetUpload Include=\"photos/ideogram.yml\" Severity=\"warning\" />");
        foreach (var photo in photos.Files)
            File.Copy(photo, project.Work.PathOf($"photos/{Path.GetFileName(photo)}"));
        project.Run("build");

        List<double> task = [], openssl = [];
        for (var round = 0; round < Rounds; round++)
        {
            Directory.Delete(project.Work.PathOf("obj/Debug/net10.0/ideogram"), recursive: true);
            var log = project.Run("build", "--no-restore").Log;
            if (log.Validations != 1)
                throw new UnreachableException("Nothing was validated.");
            task.Add(log.ValidationTime.TotalMilliseconds);
            var start = Stopwatch.GetTimestamp();
            Tool.Run("openssl", ["dgst", "-sha256", .. photos.Files]);
            openssl.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        var (ours, other) = (Clock.Median(task), Clock.Median(openssl));
        return [new("first build, 100 photographs, the task : openssl dgst -sha256", FormattableString.Invariant($"{ours:N0} ms"),
            FormattableString.Invariant($"{other:N0} ms"), FormattableString.Invariant($"{ours / other:N2}"), "<= 1.5")];
    }
}
