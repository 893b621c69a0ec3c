using System.Globalization;

namespace Ideogram.Build.Benchmarks.Actions;

/// <summary>Start to verdict of <c>validate</c> with one image, against the framework-dependent build.</summary>
internal sealed class ProgramStart(Programs programs) : IActionFigure
{
    private const int Rounds = 15;

    public string Name => "start";

    public Task<IReadOnlyList<Row>> MeasureAsync() => Task.FromResult(Measure());

    private IReadOnlyList<Row> Measure()
    {
        using var folder = new TemporaryFolder();
        var manifest = Path.Combine(folder.Path, "ideogram.yml");
        File.WriteAllText(manifest, "name: Start\nimages: ['*.png']\n");
        File.WriteAllBytes(Path.Combine(folder.Path, "one.png"), TestImages.Png("one", 512, 512));
        var (shipped, framework) = (programs.Published, programs.Framework);
        var times = Clock.Medians(Rounds, () => Tool.Succeed(shipped, "validate", manifest), () => Tool.Succeed("dotnet", framework, "validate", manifest));
        return [new("program start, validate of one image : framework-dependent", Milliseconds(times[0]), Milliseconds(times[1]),
            string.Create(CultureInfo.InvariantCulture, $"{times[0] / times[1]:N2}"), "<= 0.75")];
    }

    public static string Milliseconds(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds * 1000:N0} ms");
}
