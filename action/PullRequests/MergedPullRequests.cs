using System.Globalization;
using System.Text.RegularExpressions;
using Ideogram.Build.Cli.GitHub;
using Ideogram.Build.Cli.GitHub.Events;

namespace Ideogram.Build.Cli.PullRequests;

/// <summary>Finds the pull requests that a push merged.</summary>
/// <param name="github">The repository.</param>
/// <param name="branch">The branch that was pushed to.</param>
/// <param name="head">The pushed commit.</param>
/// <param name="payload">The push.</param>
/// <param name="time">The clock.</param>
internal sealed partial class MergedPullRequests(IGitHub github, string branch, string head, EventPayload payload, TimeProvider time)
{
    // The commits of a large push are queried one by one, newest first, up to this many.
    private const int MaxCommits = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    private readonly long _started = time.GetTimestamp();
    private readonly HashSet<string> _pushed = [head, .. (payload.Commits ?? []).Select(c => c.Id).OfType<string>()];

    /// <summary>Queries once.</summary>
    public async Task<IReadOnlyList<PullRequest>> LookAsync(CancellationToken cancellationToken)
    {
        var found = new SortedDictionary<int, PullRequest>();
        foreach (var commit in Commits())
        {
            foreach (var pull in await github.PullRequestsOfAsync(commit.Id!, cancellationToken))
                Take(pull);

            // GitHub's index of commits lags behind a squash by tens of seconds; the message names the number at once.
            if (!found.Values.Any(p => p.MergeCommit == commit.Id) && NumberIn(commit.Message) is { } number && !found.ContainsKey(number))
                Take(await github.PullRequestAsync(number, cancellationToken));
        }

        return [.. found.Values];

        void Take(PullRequest? pull)
        {
            if (pull is { MergedAt: not null, MergeCommit: { } merge } && pull.BaseBranch == branch && _pushed.Contains(merge))
                found[pull.Number] = pull;
        }
    }

    /// <summary>Queries until there is one, or half a minute has passed.</summary>
    public async Task<IReadOnlyList<PullRequest>> WaitAsync(CancellationToken cancellationToken)
    {
        while (time.GetElapsedTime(_started) < Patience)
        {
            await Task.Delay(Pause, time, cancellationToken);
            if (await LookAsync(cancellationToken) is { Count: > 0 } found)
                return found;
        }

        return [];
    }

    private List<EventCommit> Commits()
    {
        var commits = (payload.Commits ?? []).Where(c => c.Id is not null && c.Id != head).Reverse().Take(MaxCommits - 1).ToList();
        commits.Insert(0, payload.HeadCommit is { Id: { } id } && id == head ? payload.HeadCommit : new EventCommit(head, payload.HeadCommit?.Message));
        return commits;
    }

    private static int? NumberIn(string? message)
    {
        if (message is null)
            return null;
        var title = message.Split('\n', 2)[0];
        var match = Squash().Match(title) is { Success: true } squash ? squash : Merge().Match(title);
        return match.Success && int.TryParse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    [GeneratedRegex(@"\(#(?<number>[0-9]{1,9})\)\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Squash();

    [GeneratedRegex("^Merge pull request #(?<number>[0-9]{1,9}) ", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Merge();
}
