using System.Globalization;
using Ideogram.Build.Cli.GitHub;
using Ideogram.Build.Cli.PullRequests;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Cli.ActionRuns;

/// <summary>Says on the merged pull requests that started a training how it ended, once. A scheduled run does it: no upload waits for hours.</summary>
internal sealed class TrainingFollowUp(ActionContext context)
{
    // Each costs a request.
    private const int MaxLookedAt = 10;
    private static readonly TimeSpan MaxAge = TimeSpan.FromDays(30);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (context.Environment.EventName is "schedule" or "workflow_dispatch" && context.Inputs.Comment != CommentPolicy.Never
            && context is { Environment.Branch: { } branch, Inputs: { GitHubToken: not null, ApiKey: { } key } })
        {
            using var client = new IdeogramClient(context.ClientOptions(key), context.Host.Time);
            await context.TryAsync(() => TellAsync(client, branch, cancellationToken), 0);
        }
    }

    private async Task<int> TellAsync(IdeogramClient client, string branch, CancellationToken cancellationToken)
    {
        var since = context.Host.Time.GetUtcNow() - MaxAge;
        var merged = (await context.GitHub.LastClosedAsync(branch, cancellationToken)).Where(p => p.MergedAt > since).OrderByDescending(p => p.MergedAt);
        var told = 0;
        foreach (var pull in merged.Take(MaxLookedAt))
        {
            if (await context.Sticky.LookAsync(pull.Number, cancellationToken) is
                { Comment: { } comment, Marker: { State: CommentState.Training, Models.Count: > 0 } marker })
                told += await TellAsync(client, pull.Number, comment, marker, cancellationToken);
        }

        return told;
    }

    // A comment is somebody's text: only the ids of models are taken from it, and all that is said is what Ideogram answers.
    private async Task<int> TellAsync(IdeogramClient client, int number, Comment comment, CommentMarker marker, CancellationToken cancellationToken)
    {
        var ends = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in marker.Models)
        {
            if (await EndAsync(client, id, cancellationToken) is { } end)
                ends[id] = end;
        }

        if (ends.Count == 0)
            return 0;
        string[] rest = [.. marker.Models.Where(id => !ends.ContainsKey(id))];
        await context.Sticky.AddAsync(comment, marker with { State = rest.Length > 0 ? CommentState.Training : CommentState.Done, Models = rest },
            context.Redactor.Clean(string.Concat(ends.Values)), cancellationToken);
        context.Log.Say(string.Create(CultureInfo.InvariantCulture, $"The comment of #{number} says how {ReportText.Count(ends.Count, "training")} ended."));
        return ends.Count;
    }

    // Null: it still runs, or Ideogram does not say; the next run looks again. A key's rights can come back, a model that is not there cannot.
    private async Task<string?> EndAsync(IdeogramClient client, string id, CancellationToken cancellationToken)
    {
        try
        {
            var model = await client.GetModelAsync(id, cancellationToken);
            return model.IsOver ? MarkdownTraining.Render(model) : null;
        }
        catch (IdeogramException e) when (e.ApiFault.Kind is ApiFaultKind.NotFound)
        {
            return MarkdownTraining.Gone(id);
        }
        catch (IdeogramException e)
        {
            context.Log.Say($"How the training of model {MessageText.Quote(id)} went is not known yet: {e.ApiFault.Text}");
            return null;
        }
    }
}
