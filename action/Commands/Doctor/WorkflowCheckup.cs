using System.Text.RegularExpressions;
using Ideogram.Build.Cli.Commands.Init;
using Ideogram.Build.Cli.Manifests;
using Ideogram.Build.Cli.Output;

namespace Ideogram.Build.Cli.Commands.Doctor;

/// <summary>Whether a workflow uses the action and says that it may comment.</summary>
internal static partial class WorkflowCheckup
{
    public static IEnumerable<Finding> Look(GitTop? git, FolderLinks links)
    {
        if (git is null)
        {
            yield return new Finding(FindingState.Unknown, "Workflow", "this folder is not in a git repository.");
            yield break;
        }

        var workflows = Workflows.UsingTheAction(git.Path);
        if (workflows.Count == 0)
            yield return new Finding(FindingState.Unknown, "Workflow", "no workflow uses the action, so nothing happens on pull requests and merges.")
            {
                Next = $"For pull requests and merges copy a workflow from https://github.com/ideogram-build/ideogram-build/blob/main/docs/action.md to "
                + $"{WorkflowDraft.File}."
            };
        foreach (var (file, text) in workflows)
        {
            yield return Grants().IsMatch(text)
                ? new Finding(FindingState.Good, "Workflow", $"{links.Display(file)} uses the action and may comment.")
                : new Finding(FindingState.Unknown, "Workflow", $"{links.Display(file)} uses the action and does not say \"pull-requests: write\": "
                    + "the repository's settings decide whether it may comment.");
        }
    }

    [GeneratedRegex(@"^\s*(pull-requests:\s*write|permissions:\s*write-all)\b",
        RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Grants();
}
