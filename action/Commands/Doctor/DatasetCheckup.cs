using Ideogram.Build.Cli.Output;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync.Planning;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Cli.Commands.Doctor;

/// <summary>The state of a manifest's dataset.</summary>
internal static class DatasetCheckup
{
    // More of one kind than these are one line and one step: nobody reads five thousand.
    private const int MaxAlike = 5;

    /// <summary>A finding for each dataset; datasets that stand alike are one finding if there are many.</summary>
    /// <param name="plans">The datasets.</param>
    /// <param name="named">What the caller named on the command line; nothing for all manifests here.</param>
    /// <param name="links">How files are called.</param>
    public static IEnumerable<Finding> Look(IReadOnlyList<DatasetPlan> plans, IReadOnlyList<string> named, FolderLinks links)
    {
        var manifests = string.Concat(named.Select(n => $" {ShellWord.Of(n)}"));
        return plans.Select(p => (State: StateOf(p), Finding: Look(p, links))).GroupBy(f => f.State)
            .SelectMany(g => g.Count() <= MaxAlike ? g.Select(f => f.Finding) : Together(g.Key, [.. g.Select(f => f.Finding)], manifests));
    }

    private static IEnumerable<Finding> Together(State state, List<Finding> findings, string manifests)
    {
        var more = findings.Count - MaxAlike;
        var (text, next) = state switch
        {
            State.Wrong => ("have errors", (string?)$"Fix the errors: ideogram-build validate{manifests}"),
            State.Unknown => ("are valid. Ideogram was not queried", null),
            State.Absent => ("are not at Ideogram yet. An upload creates them", $"Merge, or upload from here: ideogram-build upload{manifests}"),
            State.Same => ("are as their manifests say", null),
            _ => ("differ from their manifests", $"Merge, or upload from here: ideogram-build upload{manifests}"),
        };
        return [.. findings.Take(MaxAlike).Select(f => f with { Next = null }),
            findings[0] with
            {
                Topic = $"and {ReportText.Count(more, "more manifest")}",
                Text = $"{ReportText.Count(findings.Count, "dataset")} {text}.",
                Next = next,
            }];
    }

    private static State StateOf(DatasetPlan plan) => plan switch
    {
        _ when plan.Diagnostics.Any(d => d.IsError) => State.Wrong,
        { Source: not PlanSource.Dataset } => State.Unknown,
        { IsReplacement: true } => State.Different,
        { Target.Id: null } or { Target: null } => State.Absent,
        _ => plan.IsDifferent ? State.Different : State.Same,
    };

    private static Finding Look(DatasetPlan plan, FolderLinks links)
    {
        var manifest = links.Display(plan.Dataset.ManifestPath);
        var name = $"dataset \"{plan.Target?.Name ?? "(no name)"}\"";
        var errors = plan.Diagnostics.Count(d => d.IsError);
        return plan switch
        {
            _ when errors > 0 => new Finding(FindingState.Wrong, manifest, $"{name} has {ReportText.Count(errors, "error")}, the first: "
                + $"{TextReport.Line(ReportedProblem.From(plan.Diagnostics.First(d => d.IsError), links.Display))}")
            {
                Next = $"Fix {manifest}: ideogram-build {(plan.Dataset.IsValid ? "plan" : "validate")} {ShellWord.Of(manifest)}",
            },
            { Source: not PlanSource.Dataset } => new Finding(FindingState.Unknown, manifest, $"{name} is valid, "
                + $"with {ReportText.Count(plan.Images.Count, "image")}. Ideogram was not queried."),
            { Baseline: { Source: PlanSource.Dataset } old } => new Finding(FindingState.Good, manifest, $"dataset \"{old.Name}\" ({old.Id}) differs from "
                + $"the manifest: {Differences(plan, links)}. {ReportText.Replacement(RunKind.Plan, Reported(plan, links))}")
            { Next = Upload(manifest) },
            not { Target.Id: not null } => new Finding(FindingState.Good, manifest, $"{name} is not at Ideogram yet. "
                + $"An upload creates it with {ReportText.Count(plan.Images.Count, "image")}.")
            { Next = Upload(manifest) },
            { Target.Id: { } id } when !plan.IsDifferent => new Finding(FindingState.Good, manifest, $"{name} ({id}) is as the manifest says: "
                + $"{ReportText.Count(plan.Images.Count, "image")}, {ReportText.Count(plan.ModelIds.Count, "trained model")}."),
            { Target.Id: { } id } => new Finding(FindingState.Good, manifest, $"{name} ({id}) differs from the manifest: {Differences(plan, links)}.")
            {
                Next = Upload(manifest),
            },
        };
    }

    private static string Differences(DatasetPlan plan, FolderLinks links) =>
        ReportText.Plan([Reported(plan, links)]);

    private static ReportedDataset Reported(DatasetPlan plan, FolderLinks links) =>
        ReportDocument.From(Report.FromPlan(new Sync.Planning.Plan([plan]), RunKind.Plan, default, default), links.Display).Datasets[0];

    private static string Upload(string manifest) => $"Merge, or upload from here: ideogram-build upload {ShellWord.Of(manifest)}";

    private enum State
    {
        Wrong,
        Unknown,
        Absent,
        Different,
        Same,
    }
}
