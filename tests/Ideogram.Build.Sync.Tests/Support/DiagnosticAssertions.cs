using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Sync.Tests.Support;

internal static class DiagnosticAssertions
{
    public static Diagnostic ShouldHoldOnly(this IEnumerable<Diagnostic> diagnostics, Rule rule)
    {
        var all = diagnostics.ToList();
        all.Select(d => d.Code).ShouldBe([rule.Code], customMessage: string.Join('\n', all));
        return all[0];
    }
}
