using System.Globalization;
using System.IO.Compression;
using System.Text.Json;

namespace Ideogram.Build.Benchmarks.Actions;

/// <summary>What a runner downloads: every layer compressed, and the layer that this project adds.</summary>
internal sealed class ImageSize(Container container) : IActionFigure
{
    public string Name => "size";

    public Task<IReadOnlyList<Row>> MeasureAsync() => Task.FromResult(Measure());

    private IReadOnlyList<Row> Measure()
    {
        if (container.Missing() is { } missing)
            return [new("image, compressed", "-", "-", missing, "<= 20 MB")];
        var (image, below) = (Compressed(container.Image), Compressed(container.Base));
        return [new("image, compressed (gzip) : its base image", Megabytes(image), Megabytes(below), Megabytes(image - below), "<= 20 MB")];
    }

    // The layers as a registry keeps them.
    private static long Compressed(string image)
    {
        using var folder = new TemporaryFolder();
        Tool.Succeed("podman", "save", "--quiet", "--format", "docker-dir", "--output", folder.Path, image);
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder.Path, "manifest.json")));
        return manifest.RootElement.GetProperty("layers").EnumerateArray()
            .Select(layer => Path.Combine(folder.Path, layer.GetProperty("digest").GetString()!.Split(':')[1]))
            .Sum(GzipLength);
    }

    private static long GzipLength(string file)
    {
        using var layer = File.OpenRead(file);
        if (layer.ReadByte() == 0x1F && layer.ReadByte() == 0x8B)
            return layer.Length;
        layer.Position = 0;
        using var counted = new MemoryStream();
        using (var gzip = new GZipStream(counted, CompressionLevel.Optimal, leaveOpen: true))
            layer.CopyTo(gzip);
        return counted.Length;
    }

    private static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:N1} MB");
}
