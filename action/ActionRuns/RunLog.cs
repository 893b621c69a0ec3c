using System.Globalization;
using Ideogram.Build.Cli.Output;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Cli.ActionRuns;

/// <summary>The step's log: plain lines, and the annotations that GitHub shows beside the files.</summary>
internal sealed class RunLog(AppHost host, Redactor redactor)
{
    // The runner shows ten of a kind per step and silently drops the rest.
    private const int MaxOfAKind = 10;

    private readonly Dictionary<Severity, int> _said = [];

    public void Say(string line) => host.Out.WriteLine(LogText.Line(redactor.Clean(line)));

    public void Say(ReportDocument report)
    {
        using var safe = host.SafeOut(redactor);
        TextReport.Write(report, safe);
    }

    /// <summary>An annotation without a file.</summary>
    public void Note(Rule rule, string message)
    {
        if (Counts(rule.Severity))
            Command(WorkflowCommand.Issue(rule.Severity, $"{rule.Code}: {rule.Title}", redactor.Clean(message)));
        else
            Say($"{rule.Code}: {message}");
    }

    public void Notice(string message) => Command(WorkflowCommand.Notice("ideogram-build", redactor.Clean(message)));

    /// <summary>Annotations, the worst first; those over the runner's limit are in the log only, and counted.</summary>
    public void Annotate(IEnumerable<ReportedProblem> problems)
    {
        var left = 0;
        foreach (var problem in problems.OrderByDescending(p => p.Severity))
        {
            if (Counts(problem.Severity))
                Command(WorkflowCommand.Issue(problem));
            else
                left++;
        }

        if (left > 0)
            Notice(string.Create(CultureInfo.InvariantCulture, $"{left} more problems are in the log and the job summary: "
                + $"GitHub shows {MaxOfAKind} of a kind."));
    }

    private bool Counts(Severity severity)
    {
        var said = _said.GetValueOrDefault(severity);
        _said[severity] = said + 1;
        return said < MaxOfAKind;
    }

    private void Command(string command) => host.Out.WriteLine(redactor.Clean(command));
}
