namespace Ideogram.Build.Testing;

/// <summary>Small images in every way that the three formats code pixels, made by ImageMagick and jpegtran: photographs alone are nearly all of one
/// kind.</summary>
public static class CodingProcesses
{
    private const string Base = "base.jpg";

    private static readonly (string Name, string[] Arguments)[] Converted =
    [
        ("jpeg-420.jpg", ["-sampling-factor", "2x2"]), ("jpeg-422.jpg", ["-sampling-factor", "2x1"]), ("jpeg-444.jpg", ["-sampling-factor", "1x1"]),
            ("jpeg-411.jpg", ["-sampling-factor", "4x1"]),
        ("jpeg-440.jpg", ["-sampling-factor", "1x2"]), ("jpeg-grey.jpg", ["-colorspace", "Gray"]), ("jpeg-cmyk.jpg", ["-colorspace", "CMYK"]),
            ("jpeg-progressive.jpg", ["-interlace", "JPEG"]),
        ("jpeg-q1.jpg", ["-quality", "1"]), ("jpeg-q100.jpg", ["-quality", "100"]), ("jpeg-one-pixel.jpg", ["-resize", "1x1!"]),
            ("jpeg-odd.jpg", ["-resize", "131x77!"]),
        ("png-1.png", ["-monochrome", "-depth", "1"]), ("png-palette.png", ["-colors", "200", "-define", "png:color-type=3"]),
            ("png-grey.png", ["-colorspace", "Gray", "-define", "png:color-type=0"]),
        ("png-grey-16.png", ["-colorspace", "Gray", "-depth", "16", "-define", "png:color-type=0"]),
            ("png-grey-alpha.png", ["-colorspace", "Gray", "-alpha", "on", "-define", "png:color-type=4"]),
        ("png-rgb.png", ["-define", "png:color-type=2"]), ("png-rgb-16.png", ["-depth", "16", "-define", "png:color-type=2"]),
            ("png-rgba.png", ["-alpha", "on", "-define", "png:color-type=6"]),
        ("png-interlaced.png", ["-interlace", "PNG"]), ("webp-lossy.webp", ["-quality", "80"]), ("webp-lossless.webp", ["-define", "webp:lossless=true"]),
        ("webp-alpha.webp", ["-alpha", "set", "-channel", "A", "-evaluate", "set", "50%"]),
    ];

    private static readonly (string Name, string[] Arguments)[] Transcoded =
    [
        ("jpegtran-progressive.jpg", ["-progressive"]), ("jpegtran-optimized.jpg", ["-optimize"]), ("jpegtran-restart.jpg", ["-restart", "4B"]),
            ("jpegtran-restart-rows.jpg", ["-progressive", "-restart", "1"]),
        ("jpegtran-arithmetic.jpg", ["-arithmetic"]), ("jpegtran-arithmetic-progressive.jpg", ["-arithmetic", "-progressive"]),
            ("jpegtran-grey.jpg", ["-grayscale"]),
        ("jpegtran-rotated.jpg", ["-rotate", "90"]), ("jpegtran-scans.jpg", ["-scans"]),
    ];

    /// <summary>Writes them all; full paths.</summary>
    public static string[] Make(string folder)
    {
        var source = Path.Combine(folder, Base);
        Tool.Succeed("convert", "-size", "160x112", "plasma:tomato-steelblue", "-seed", "7", "-quality", "85", source);
        // Each colour in a scan of its own.
        var scans = Path.Combine(folder, "scans.txt");
        File.WriteAllText(scans, "0: 0-63, 0, 0;\n1: 0-63, 0, 0;\n2: 0-63, 0, 0;\n");
        foreach (var (name, arguments) in Converted)
            Tool.Succeed("convert", [source, .. arguments, Path.Combine(folder, name)]);
        foreach (var (name, arguments) in Transcoded)
            Tool.Succeed("jpegtran", [.. arguments, .. arguments is ["-scans"] ? [scans] : Array.Empty<string>(), "-outfile", Path.Combine(folder, name),
                source]);
        return [source, .. Converted.Concat(Transcoded).Select(c => Path.Combine(folder, c.Name))];
    }
}
