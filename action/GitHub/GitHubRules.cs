using Ideogram.Build.Cli.Commits;
using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Cli.GitHub;

/// <summary>The IDEO6xxx codes: problems with GitHub. docs/diagnostics.md explains each.</summary>
internal static class GitHubRules
{
    public static Rule Unreachable { get; } = new("IDEO6001", Severity.Warning, "GitHub could not be reached or answered something unexpected");

    public static Rule TokenRefused { get; } = new("IDEO6002", Severity.Warning, "GitHub refused the token");

    public static Rule MayNot { get; } = new("IDEO6003", Severity.Warning, "The token may not do this");

    public static Rule RateLimited { get; } = new("IDEO6004", Severity.Warning, "GitHub's rate limit outlasts the run");

    public static Rule WrongEvent { get; } = new("IDEO6005", Severity.Error, "The event cannot be read");

    public static Rule UnsafeEvent { get; } = new("IDEO6006", Severity.Error, "pull_request_target would read the pull request's files beside a secret");

    public static Rule WrongInput { get; } = new("IDEO6007", Severity.Error, "An input of the action is wrong");

    public static Rule PartialTree { get; } = new("IDEO6008", Severity.Warning, "The repository has more files than GitHub lists at once");

    public static Rule Superseded { get; } = new("IDEO6009", Severity.Warning, "The commit is no longer the branch's tip");

    public static Rule WrongReport { get; } = new("IDEO6010", Severity.Error, "A report cannot be read");

    public static Rule NoKey { get; } = new("IDEO6011", Severity.Error, "An upload needs the api-key");

    public static Rule Drift { get; } = new("IDEO6013", Severity.Error, "The dataset is not what the manifest says");

    public static Rule NoReport { get; } = new("IDEO6014", Severity.Error, "A job of the matrix left no report");

    public static Rule ReportPlace { get; } = new("IDEO6020", Severity.Error, "A report is where a pull request could put it");

    public static Rule TooManyReports { get; } = new("IDEO6021", Severity.Error, "Too many or too large reports");

    public static Rule TwoReports { get; } = new("IDEO6022", Severity.Error, "Two reports for one manifest");

    public static Rule UnnamedReport { get; } = new("IDEO6023", Severity.Error, "A report of a manifest that the matrix does not name");

    public static Rule OtherRunsReport { get; } = new("IDEO6024", Severity.Error, "A report of another run");

    public static Rule LargeMatrix { get; } = new("IDEO6030", Severity.Error, "A matrix that no job can take");

    public static Rule NotReviewed { get; } = new("IDEO6031", Severity.Warning, "The upload is not the reviewed plan");

    public static Rule ReviewMissing { get; } = new("IDEO6032", Severity.Error, "Nothing was sent, because this plan was not reviewed");

    public static IReadOnlyList<Rule> All { get; } =
    [
        Unreachable, TokenRefused, MayNot, RateLimited, WrongEvent, UnsafeEvent, WrongInput,
        PartialTree, Superseded, WrongReport, NoKey, CommitRules.BaseEdited, Drift, NoReport,
        ReportPlace, TooManyReports, TwoReports, UnnamedReport, OtherRunsReport, LargeMatrix,
        NotReviewed, ReviewMissing,
    ];
}
