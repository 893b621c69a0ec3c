using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Validation;

/// <summary>Gives diagnostics the severities that the manifest's <c>rules</c> ask for, and the order of file, line and column.</summary>
internal static class Severities
{
    public static IReadOnlyList<Diagnostic> Apply(IEnumerable<Diagnostic> diagnostics, Manifest? manifest) =>
    [
        .. diagnostics
            .Select(d => Apply(d, manifest))
            .OfType<Diagnostic>()
            .Distinct()
            .OrderBy(d => d.File, StringComparer.Ordinal)
            .ThenBy(d => d.Position.Line)
            .ThenBy(d => d.Position.Column)
            .ThenBy(d => d.Code, StringComparer.Ordinal)
            .ThenBy(d => d.Message, StringComparer.Ordinal),
    ];

    private static Diagnostic? Apply(Diagnostic diagnostic, Manifest? manifest)
    {
        if (manifest is null || !manifest.Rules.TryGetValue(diagnostic.Code, out var severity))
            return diagnostic;
        return severity is null ? null : diagnostic with { Severity = severity.Value };
    }
}
