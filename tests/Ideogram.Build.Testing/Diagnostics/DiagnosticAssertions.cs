using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Validation;

namespace Ideogram.Build.Testing;

public static class DiagnosticAssertions
{
    /// <summary>The dataset has this problem and no other.</summary>
    public static Diagnostic ShouldOnlyHave(this Dataset dataset, Rule rule)
    {
        var diagnostic = dataset.Diagnostics.ShouldHaveSingleItem();
        diagnostic.Rule.ShouldBe(rule, diagnostic.ToString());
        diagnostic.Message.ShouldNotContain('\n');
        return diagnostic;
    }

    /// <summary>They are one problem of this rule.</summary>
    public static Diagnostic ShouldHoldOnly(this IEnumerable<Diagnostic> diagnostics, Rule rule)
    {
        var all = diagnostics.ToList();
        all.Select(d => d.Code).ShouldBe([rule.Code], customMessage: string.Join('\n', all));
        return all[0];
    }

    public static Diagnostic ShouldBeAt(this Diagnostic diagnostic, int line, int column)
    {
        diagnostic.Position.ShouldBe(new Position(line, column), diagnostic.ToString());
        return diagnostic;
    }

    public static Diagnostic ShouldSay(this Diagnostic diagnostic, string text)
    {
        diagnostic.Message.ShouldContain(text, Case.Sensitive);
        return diagnostic;
    }

    public static void ShouldBeClean(this Dataset dataset) => dataset.Diagnostics.ShouldBeEmpty(string.Join('\n', dataset.Diagnostics));

    public static void ShouldHaveAssets(this Dataset dataset, params string[] paths) => dataset.Assets.Select(a => a.RelativePath).ShouldBe(paths);
}
