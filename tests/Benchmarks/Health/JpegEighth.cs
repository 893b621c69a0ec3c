using System.Globalization;
using System.Text;
using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Assets.Inspection;
using Ideogram.Build.Datasets.Assets.Pictures;

namespace Ideogram.Build.Benchmarks.Health;

/// <summary>An eighth of a JPEG by its first coefficients, against libjpeg's, on photographs and on every coding process.</summary>
internal sealed class JpegEighth : IFigure
{
    public string Name => "eighth";

    public IReadOnlyList<Row> Measure(Photos photos)
    {
        using var folder = new TemporaryFolder();
        string[] files = [.. photos.Files, .. CodingProcesses.Make(folder.Path), .. Progressive(photos, folder)];
        var compared = files.Select(f => (File: f, Difference: Difference(f))).Where(f => f.Difference is not null).ToList();
        var worst = compared.MaxBy(f => f.Difference);
        return
        [
            new($"an eighth of {compared.Count} JPEGs : djpeg -scale 1/8 -grayscale, mean difference of 255, worst", Path.GetFileName(worst.File)!, "",
                FormattableString.Invariant($"{worst.Difference:N2}"), "<= 1"),
        ];
    }

    private static IEnumerable<string> Progressive(Photos photos, TemporaryFolder folder)
    {
        foreach (var file in photos.Files.Where(f => f.EndsWith(".jpg", StringComparison.Ordinal)).DistinctBy(f => new FileInfo(f).Length).Take(20))
        {
            var made = folder.PathOf($"progressive-{Path.GetFileName(file)}");
            Tool.Succeed("jpegtran", "-progressive", "-outfile", made, file);
            yield return made;
        }
    }

    // Null for another format, for what is not accepted, and for inks, of which libjpeg makes no grey.
    private static double? Difference(string file)
    {
        using var stream = File.OpenRead(file);
        var inspection = ImageInspector.Inspect(stream, ushort.MaxValue, out var picture, looks: null, CancellationToken.None);
        if (inspection.Image?.Format != ImageFormat.Jpeg || picture is null || picture.Colour is not (PictureColour.Grey or PictureColour.YCbCr))
            return null;

        using var folder = new TemporaryFolder();
        Tool.Succeed("djpeg", "-scale", "1/8", "-grayscale", "-pnm", "-outfile", folder.PathOf("eighth.pgm"), file);
        var (width, height, pixels) = ReadPgm(File.ReadAllBytes(folder.PathOf("eighth.pgm")));
        var plane = picture.Planes[0];
        if ((plane.Pixels.Width, plane.Pixels.Height) != (width, height))
            throw new InvalidOperationException($"{file}: {plane.Pixels.Width} x {plane.Pixels.Height} and not {width} x {height}");
        var sum = 0.0;
        for (var i = 0; i < pixels.Length; i++)
            sum += Math.Abs(plane.Value(i % width, i / width) - pixels[i]);
        return sum / pixels.Length;
    }

    private static (int Width, int Height, byte[] Pixels) ReadPgm(byte[] file)
    {
        var head = Encoding.ASCII.GetString(file, 0, Math.Min(file.Length, 20)).Split('\n', ' ');
        var (width, height) = (int.Parse(head[1], CultureInfo.InvariantCulture), int.Parse(head[2], CultureInfo.InvariantCulture));
        return (width, height, file[^(width * height)..]);
    }
}
