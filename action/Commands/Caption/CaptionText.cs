using Ideogram.Build.Cli.Output;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync.Captioning;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Cli.Commands.Caption;

/// <summary>What caption says before and after its calls.</summary>
/// <param name="links">Names files.</param>
internal sealed class CaptionText(FolderLinks links)
{
    /// <summary>How many calls, and that they cost money.</summary>
    public static string Calls(CaptionPlan plan) => ReportText.Count(plan.Jobs.Count, "paid call");

    /// <summary>What would be sent.</summary>
    public void Write(CaptionPlan plan, bool isDryRun, SafeWriter safe)
    {
        foreach (var problem in plan.Problems)
            safe.WriteLine(Line(problem));
        foreach (var job in isDryRun ? plan.Jobs : [])
        {
            foreach (var gap in job.Gaps)
                safe.WriteLine($"  describe {MessageText.OneLine(links.Display(gap.Asset.File))} ({ReportText.Size(job.Bytes)})");
        }

        var later = plan.Later == 0 ? "" : $"; {ReportText.Count(plan.Later, "more call")} without --max";
        var left = plan.Left == 0 ? "" : $"; {ReportText.Count(plan.Left, "image")} left without one";
        safe.WriteLine($"ideogram: {ReportText.Count(plan.Jobs.Sum(j => j.Gaps.Count), "image")} without a caption, {Calls(plan)}{later}{left}");
    }

    /// <summary>What was done.</summary>
    public void Write(CaptionResult result, SafeWriter safe)
    {
        foreach (var file in result.Written)
            safe.WriteLine($"  wrote    {MessageText.OneLine(links.Display(file))}");
        foreach (var problem in result.Problems)
            safe.WriteLine(Line(problem));
        var errors = ReportText.Count(result.Problems.Count(p => p.IsError), "error");
        var rest = (result.NotAsked == 0 ? "" : $", {ReportText.Count(result.NotAsked, "image")} not sent") + (result.IsCancelled ? " (cancelled)" : "");
        safe.WriteLine($"ideogram: {ReportText.Count(result.Written.Count, "caption")} written, {errors}{rest}");
        if (result.NotAsked > 0 || result.IsCancelled)
            safe.WriteLine("Run again for the rest: an image that has a caption is not sent again.");
        else if (result.Written.Count > 0)
            safe.WriteLine("Read the captions, change what is wrong, and commit them: the pull request shows each one.");
    }

    private string Line(Diagnostic problem) => TextReport.Line(ReportedProblem.From(problem, links.Display));
}
