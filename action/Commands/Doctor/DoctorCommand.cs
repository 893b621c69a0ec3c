using System.Globalization;
using Ideogram.Build.Cli.Manifests;
using Ideogram.Build.Cli.Output;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Validation;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Planning;

namespace Ideogram.Build.Cli.Commands.Doctor;

/// <summary><c>ideogram-build doctor</c>: checks everything that an upload needs, writes nothing, and says what to do next.</summary>
/// <param name="host">Where the program runs.</param>
/// <param name="redactor">The secrets.</param>
/// <param name="comments">Whether the token may comment on pull requests.</param>
internal sealed class DoctorCommand(AppHost host, Redactor redactor, ICheckup comments)
{
    public async Task<int> RunAsync(CommandOptions options, CancellationToken cancellationToken)
    {
        var run = new CommandRun(host, redactor, options);
        var git = GitTop.Find(host.Folder);
        var key = await new KeyCheckup(host, redactor, ApiAddress.Parse(options.Api.Url)).LookAsync(cancellationToken);
        List<Finding> findings = [key, await comments.LookAsync(git?.Repository, cancellationToken), .. WorkflowCheckup.Look(git, run.Links)];
        if (Find(run, findings, cancellationToken) is { } datasets)
        {
            findings.Add(FilesCheckup.Look(datasets));
            using var engine = key.State == FindingState.Good ? run.Engine() : null;
            var plan = engine is null ? Planner.Unasked(datasets) : await engine.PlanAsync(datasets, cancellationToken);
            findings.AddRange(DatasetCheckup.Look(plan.Datasets, options.Manifests, run.Links));
        }

        Say(findings);
        return findings.Max(f => f.ExitCode);
    }

    private static IReadOnlyList<Dataset>? Find(CommandRun run, List<Finding> findings, CancellationToken cancellationToken)
    {
        try
        {
            return run.Validated(remember: true, cancellationToken);
        }
        catch (UsageException e)
        {
            findings.Add(new Finding(FindingState.Wrong, "Manifests", e.Message)
            {
                Next = "Start with a folder of images: ideogram-build init FOLDER",
                ExitCode = ExitCode.Usage
            });
            return null;
        }
    }

    private void Say(List<Finding> findings)
    {
        foreach (var finding in findings)
            Say(finding.ToString());
        Say("");
        // First what is wrong, then what could be done.
        var steps = findings.OrderByDescending(f => f.State == FindingState.Wrong).Select(f => f.Next).OfType<string>().Distinct().ToList();
        Say(steps.Count == 0 ? "Next: nothing. Everything is in order." : "Next:");
        for (var i = 0; i < steps.Count; i++)
            Say(string.Create(CultureInfo.InvariantCulture, $"  {i + 1}. {steps[i]}"));
    }

    // Names of datasets and files may hold line breaks.
    private void Say(string line) => host.Out.WriteLine(host.Look.Lay(LogText.Line(redactor.Clean(line))));
}
