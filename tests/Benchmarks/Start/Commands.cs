namespace Ideogram.Build.Benchmarks.Start;

/// <summary>What users start most often, and a first validation of photographs.</summary>
internal sealed class Commands : IStartFigure
{
    public string Name => "commands";

    public async Task<IReadOnlyList<Row>> MeasureAsync(Builds builds, Photos photos)
    {
        var kit = Checkout.PathOf("samples/BrandKit");
        var manifest = Path.Combine(Path.GetDirectoryName(photos.Files[0])!, "ideogram.yml");
        await File.WriteAllTextAsync(manifest, "name: Photographs\nimages: ['*.{jpg,jpeg,png,webp}']\nlimits: {file-size: 1GB, total-size: 10GB}\n");
        return
        [
            .. builds.Time("--version", 41, "<= 0.25", build => build.Run("--version")),
            .. builds.Time("validate samples/BrandKit", 21, "<= 0.25", build => build.Run("validate", kit)),
            .. builds.Time("validate of 100 photographs, whole process, first time", 7, "<= 0.70", build => build.Run("validate", manifest)),
        ];
    }
}
