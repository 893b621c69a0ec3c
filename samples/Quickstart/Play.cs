using System.Text.Json.Nodes;
using Ideogram.Build.Emulator.GitHub;

namespace Ideogram.Build.Quickstart;

/// <summary>The scenes: a build, a pull request, its merge, and if asked a second push without changes.</summary>
internal sealed class Play(Settings settings, StandIns stage, Repository repository, ActionRun action)
{
    private const int Number = 1;
    private const int ShownLines = 3;

    public async Task<int> RunAsync()
    {
        Scene("The build checks the dataset: dotnet build samples/BrandKit");
        if (await Shell.ShowAsync(Settings.BrandKit, "dotnet", ["build", "-nologo", "-v:minimal", "-nodeReuse:false"]) is not 0 and var failed) return failed;

        Scene("The pull request shows it: ideogram-build action, event pull_request");
        var pullRequest = new GitHubPullRequest(Number, "Add the brand kit", repository.Head, repository.Base) { HeadRef = "brand-kit" };
        stage.Host.PutPullRequest(StandIns.Repository, pullRequest);
        var (_, first) = await action.RunAsync("pull_request", repository.Head, $"refs/pull/{Number}/merge", PullRequestEvent());
        ShowComment("Its comment", first);

        Scene("The merge uploads it: ideogram-build action, event push");
        var merge = await repository.SquashAsync(Number);
        stage.Host.PutPullRequest(StandIns.Repository, pullRequest with { State = "closed", MergedAt = DateTimeOffset.UtcNow, MergeCommitSha = merge });
        var (_, outputs) = await action.RunAsync("push", merge, "refs/heads/main", PushEvent(repository.Base, merge));
        if (settings.Again)
        {
            Scene("The same commit again: nothing that is there is sent twice");
            (_, outputs) = await action.RunAsync("push", merge, "refs/heads/main", PushEvent(repository.Base, merge));
        }

        var comment = ShowComment("The same comment, after the merge", outputs);
        await CommentPage.WriteAsync(settings.Page, comment.Body, stage.Server);
        Console.WriteLine();
        Console.WriteLine($"The comment as a page: {settings.Page}");
        Console.WriteLine($"quickstart: {outputs["uploaded"]} uploaded, {outputs["failed"]} failed, {outputs["unchanged"]} unchanged, "
            + $"comment {outputs["comment-url"]}");
        return 0;
    }

    private static void Scene(string title)
    {
        Console.WriteLine();
        Console.WriteLine($"== {title}");
    }

    private GitHubComment ShowComment(string title, IReadOnlyDictionary<string, string> outputs)
    {
        var comment = stage.Host.Comments(StandIns.Repository, Number) is [var only]
            ? only
            : throw new InvalidOperationException("The action did not leave exactly one comment; what it said stands above.");
        Console.WriteLine();
        Console.WriteLine($"-- {title} ({outputs["comment-url"]}):");
        // The page shows all of it, with pictures.
        foreach (var line in comment.Body.Split('\n').Where(IsText).Take(ShownLines)) Console.WriteLine("  | " + line);
        return comment;
    }

    private static bool IsText(string line) => line.Length > 0 && !line.StartsWith('<') && !line.StartsWith('|');

    private JsonObject PullRequestEvent() => new()
    {
        ["action"] = "opened",
        ["number"] = Number,
        ["pull_request"] = new JsonObject
        {
            ["number"] = Number,
            ["title"] = "Add the brand kit",
            ["draft"] = false,
            ["merged"] = false,
            ["head"] = Side("brand-kit", repository.Head),
            ["base"] = Side("main", repository.Base),
        },
        ["repository"] = Described(),
    };

    private static JsonObject PushEvent(string before, string after) => new()
    {
        ["ref"] = "refs/heads/main",
        ["before"] = before,
        ["after"] = after,
        ["commits"] = new JsonArray(new JsonObject { ["id"] = after, ["message"] = $"Add the brand kit (#{Number})" }),
        ["head_commit"] = new JsonObject { ["id"] = after, ["message"] = $"Add the brand kit (#{Number})" },
        ["repository"] = Described(),
    };

    private static JsonObject Side(string branch, string commit) => new() { ["ref"] = branch, ["sha"] = commit, ["repo"] = Described() };

    private static JsonObject Described() => new()
    {
        ["name"] = "brand",
        ["full_name"] = StandIns.Repository,
        ["default_branch"] = "main",
        ["fork"] = false,
        ["owner"] = new JsonObject { ["login"] = "acme" },
    };
}
