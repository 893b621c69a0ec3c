using System.Reflection;
using System.Text.RegularExpressions;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Uploading;

namespace Ideogram.Build.Repository.Tests;

/// <summary>Code and docs say the same.</summary>
public sealed partial class DocsTests
{
    private static readonly string[] Rooms = ["Ideogram.Build.Datasets", "Ideogram.Build.Sync", "ideogram-build"];

    [Fact]
    public void Docs_diagnostics_has_every_code_and_no_other()
    {
        var rules = Rooms.SelectMany(name => Assembly.Load(name).GetTypes())
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(f => f.FieldType == typeof(Rule))
            .Select(f => (Rule)f.GetValue(null)!)
            .ToList();
        var page = Checkout.Read("docs/diagnostics.md");

        rules.Select(r => r.Code).ShouldBeUnique();
        Heading().Matches(page).Select(m => (m.Groups["anchor"].Value, m.Groups["code"].Value, m.Groups["title"].Value)).Where(h => !TasksOnly(h.Item2))
            .ShouldBe(rules.OrderBy(r => r.Code, StringComparer.Ordinal).Select(r => (r.Code.ToLowerInvariant(), r.Code, r.Title))
                .Where(h => !TasksOnly(h.Code)), ignoreOrder: true);
    }

    [Fact]
    public void Docs_faults_has_the_table_of_the_code()
    {
        var page = Checkout.Read("docs/faults.md");
        foreach (var row in FaultTable.Rows)
            page.ShouldContain($"| {row.Kind} | {row.Rule.Code} | {(row.IsTransient ? "yes" : "no")} | {(row.MayHaveLanded ? "yes" : "no")} | "
                + $"{Stops(row)} |");
        foreach (var reason in RejectReason.All) page.ShouldContain($"| `{reason.Name}` | {(reason.CanPass ? "yes" : "no")} | {reason.Advice} |");
        foreach (var failure in FailureReasons.All) page.ShouldContain($"| {failure.Reason} | {failure.Rule.Code} | {failure.Advice} |");
    }

    private static string Stops(FaultTreatment row) => row switch
    {
        { Kind: ApiFaultKind.TooLarge or ApiFaultKind.FileChanged } => "the image",
        { StopsRun: true, IsTransient: true } => "the run, after patience",
        { StopsRun: true } => "the run",
        { IsTransient: true } => "the request, after patience",
        _ => "the dataset",
    };

    // The tasks' own codes live in an assembly of MSBuild's world; their test holds them to the page.
    private static bool TasksOnly(string code) => string.CompareOrdinal(code, "IDEO4090") >= 0 && string.CompareOrdinal(code, "IDEO4099") <= 0;

    [GeneratedRegex("<a id=\"(?<anchor>ideo[0-9]{4})\"></a>\\s*### (?<code>IDEO[0-9]{4}): (?<title>[^\\n]+)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Heading();
}
