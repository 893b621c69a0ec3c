using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Validation;

/// <summary>Gives diagnostics the severities that the manifest's <c>rules</c> set, and the order of file, line and column.</summary>
internal static class Severities
{
    /// <summary>A hostile manifest of a megabyte can hold a mistake in every line; this is more than a person fixes at once.</summary>
    private const int MaxShown = 1_000;

    public static IReadOnlyList<Diagnostic> Apply(string manifestPath, IEnumerable<Diagnostic> diagnostics, Manifest? manifest)
    {
        var all = diagnostics.Select(d => Apply(d, manifest)).OfType<Diagnostic>().Distinct().ToList();
        if (all.Count <= MaxShown)
            return Sort(all);

        var rest = FormattableString.Invariant($"There are {all.Count:N0} problems, of which {MaxShown:N0} are shown. Fix these first.");
        return Sort(all.OrderByDescending(d => d.Severity).Take(MaxShown).Append(DatasetRules.TooManyProblems.At(manifestPath, Position.Start, rest)));
    }

    private static IReadOnlyList<Diagnostic> Sort(IEnumerable<Diagnostic> diagnostics)
    {
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        return [.. InOrder(diagnostics).Select(d => SayOnce(d, said))];
    }

    // What to do is said of the first file: of a hundred it would hide what is wrong with each.
    private static Diagnostic SayOnce(Diagnostic diagnostic, Dictionary<string, string> said)
    {
        if (diagnostic.Advice is not { } advice)
            return diagnostic;
        if (!said.TryGetValue(advice, out var first))
        {
            said.Add(advice, MessageText.Quote(Path.GetFileName(diagnostic.File)));
            return diagnostic;
        }

        var problem = diagnostic.Message.Substring(0, diagnostic.Message.Length - advice.Length);
        return diagnostic with { Message = $"{problem}For what to do see {first}." };
    }

    private static IEnumerable<Diagnostic> InOrder(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics
            .OrderBy(d => d.File, StringComparer.Ordinal)
            .ThenBy(d => d.Position.Line)
            .ThenBy(d => d.Position.Column)
            .ThenBy(d => d.Code, StringComparer.Ordinal)
            .ThenBy(d => d.Message, StringComparer.Ordinal);

    private static Diagnostic? Apply(Diagnostic diagnostic, Manifest? manifest)
    {
        if (manifest is null || !manifest.Rules.TryGetValue(diagnostic.Code, out var severity))
            return diagnostic;
        return severity is null ? null : diagnostic with { Severity = severity.Value };
    }
}
