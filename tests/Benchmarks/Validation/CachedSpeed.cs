using System.Globalization;

namespace Ideogram.Build.Benchmarks.Validation;

/// <summary>10,000 images of 100 KB in 100 manifests of which nothing changed, against the same without a cache.</summary>
internal sealed class CachedSpeed : IFigure
{
    private const int Rounds = 7;

    public string Name => "cached";

    public IReadOnlyList<Row> Measure(Photos photos)
    {
        using var manifests = new Manifests(100, 100);
        manifests.Validate(cached: true);
        var times = Clock.Medians(Rounds, () => manifests.Validate(cached: true), () => manifests.Validate(cached: false));
        var (cached, uncached) = (Allocated(() => manifests.Validate(cached: true)), Allocated(() => manifests.Validate(cached: false)));
        var changed = Clock.Medians(Rounds, () => manifests.Touch(), () => manifests.Validate(cached: true))[1];
        var read = Read(() => manifests.Validate(cached: true));
        manifests.Touch();
        var more = Read(() => manifests.Validate(cached: true)) - read;
        return
        [
            new("10,000 images in 100 manifests, nothing changed : without cache", Milliseconds(times[0]), Milliseconds(times[1]),
                FormattableString.Invariant($"{times[0] / times[1]:N2}"), "<= 0.15"),
            new("  allocated", Megabytes(cached), Megabytes(uncached), FormattableString.Invariant($"{cached / uncached:N2}"), string.Empty),
            new("  one image changed : without cache", Milliseconds(changed), Milliseconds(times[1]), FormattableString.Invariant($"{changed / times[1]:N2}"),
                string.Empty),
            new("  one image changed: bytes read beyond those for none : one image", Megabytes(more), Megabytes(Manifests.ImageBytes),
                FormattableString.Invariant($"{more / Manifests.ImageBytes:N2}"), "<= 1.1"),
        ];
    }

    // What this process asked the kernel for, whether from the disk or from memory.
    private static double Read(Action action)
    {
        var before = Now();
        action();
        return Now() - before;

        static double Now() => double.Parse(File.ReadLines("/proc/self/io").First().Split(' ')[1], CultureInfo.InvariantCulture);
    }

    private static double Allocated(Action action)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        action();
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    private static string Milliseconds(double seconds) => FormattableString.Invariant($"{seconds * 1000:N0} ms");

    private static string Megabytes(double bytes) => FormattableString.Invariant($"{bytes / 1e6:N1} MB");
}
