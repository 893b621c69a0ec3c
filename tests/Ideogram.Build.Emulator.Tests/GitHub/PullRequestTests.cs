using System.Net;
using System.Text.Json.Nodes;
using Ideogram.Build.Emulator.GitHub;
using Ideogram.Build.Emulator.Tests.Support;

namespace Ideogram.Build.Emulator.Tests.GitHub;

public sealed class PullRequestTests
{
    [Fact]
    public async Task An_open_pull_request_is_found_from_its_head_and_not_from_the_default_branch()
    {
        await using var gitHub = await GitHubStage.OpenAsync();

        Numbers(await gitHub.GetAsync($"/commits/{gitHub.Repository.HeadSha}/pulls")).ShouldBe([7]);
        Numbers(await gitHub.GetAsync("/commits/feature/more/pulls")).ShouldBe([7]);
        Numbers(await gitHub.GetAsync($"/commits/{gitHub.Repository.MergeSha}/pulls")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_merged_pull_request_is_found_from_its_merge_commit()
    {
        await using var gitHub = await GitHubStage.OpenAsync();
        Merge(gitHub);

        var pulls = await gitHub.GetAsync($"/commits/{gitHub.Repository.MergeSha}/pulls");

        Numbers(pulls).ShouldBe([7]);
        ((string?)pulls[0]!["merge_commit_sha"]).ShouldBe(gitHub.Repository.MergeSha);
        ((string?)pulls[0]!["merged_at"]).ShouldBe("2026-11-22T10:00:00Z");
        ((string?)pulls[0]!["state"]).ShouldBe("closed");
    }

    [Fact]
    public async Task The_index_lags_as_many_requests_as_told()
    {
        await using var gitHub = await GitHubStage.OpenAsync();
        Merge(gitHub);
        gitHub.Host.LagCommitIndex(2);
        var path = $"/commits/{gitHub.Repository.MergeSha}/pulls";

        Numbers(await gitHub.GetAsync(path)).ShouldBeEmpty();
        Numbers(await gitHub.GetAsync(path)).ShouldBeEmpty();
        Numbers(await gitHub.GetAsync(path)).ShouldBe([7]);
    }

    [Fact]
    public async Task An_unknown_commit_answers_422()
    {
        await using var gitHub = await GitHubStage.OpenAsync();

        (await gitHub.StatusAsync("/commits/0000000000000000000000000000000000000000/pulls")).ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_fork_is_the_heads_repository()
    {
        await using var gitHub = await GitHubStage.OpenAsync();
        gitHub.Host.PutPullRequest(GitHubStage.Name, gitHub.PullRequest with { HeadRepository = "bob/brand", Author = "bob" });

        var pull = await gitHub.GetAsync("/pulls/7");

        ((string?)pull["head"]!["repo"]!["full_name"]).ShouldBe("bob/brand");
        ((bool)pull["head"]!["repo"]!["fork"]!).ShouldBeTrue();
        ((string?)pull["head"]!["label"]).ShouldBe("bob:feature/more");
        ((string?)pull["base"]!["repo"]!["full_name"]).ShouldBe(GitHubStage.Name);
        ((string?)pull["user"]!["login"]).ShouldBe("bob");
        ((int)pull["changed_files"]!).ShouldBe(4);
    }

    [Fact]
    public async Task The_files_say_what_was_added_changed_renamed_and_removed()
    {
        await using var gitHub = await GitHubStage.OpenAsync();

        var files = await gitHub.GetAsync("/pulls/7/files");

        files.AsArray().Select(file => ((string?)file!["filename"], (string?)file["status"], (string?)file["previous_filename"])).ShouldBe(
        [
            ("ideogram.yml", "modified", null),
            ("photos/new one.png", "added", null),
            ("photos/old.png", "removed", null),
            ("photos/renamed.png", "renamed", "photos/moved.png"),
        ], ignoreOrder: true);
        ((int)files.AsArray().Single(file => (string?)file!["filename"] == "ideogram.yml")!["changes"]!).ShouldBe(2);
    }

    [Fact]
    public async Task Files_come_in_pages_with_links()
    {
        await using var gitHub = await GitHubStage.OpenAsync();

        using var answer = await gitHub.SendAsync(HttpMethod.Get, "/pulls/7/files?per_page=3&page=2");

        var address = $"{gitHub.Host.GitHubApi}/repos/{GitHubStage.Name}/pulls/7/files?per_page=3&page=1";
        answer.Headers.GetValues("Link").Single().ShouldBe($"<{address}>; rel=\"prev\", <{address}>; rel=\"first\"");
    }

    [Theory]
    [InlineData("", "8")]
    [InlineData("?state=all", "8,7")]
    [InlineData("?state=closed", "7")]
    [InlineData("?state=all&direction=asc", "7,8")]
    [InlineData("?state=all&head=acme:feature/more", "7")]
    [InlineData("?state=all&base=other", "")]
    public async Task The_list_is_filtered_and_newest_first(string query, string expected)
    {
        await using var gitHub = await GitHubStage.OpenAsync();
        Merge(gitHub);
        gitHub.Host.PutPullRequest(GitHubStage.Name, new GitHubPullRequest(8, "Next", gitHub.Repository.HeadSha, gitHub.Repository.MergeSha));

        string.Join(',', Numbers(await gitHub.GetAsync($"/pulls{query}"))).ShouldBe(expected);
    }

    private static void Merge(GitHubStage gitHub) => gitHub.Host.PutPullRequest(GitHubStage.Name, gitHub.PullRequest with
    {
        State = "closed",
        MergedAt = new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero),
        MergeCommitSha = gitHub.Repository.MergeSha,
    });

    private static int[] Numbers(JsonNode pulls) => [.. pulls.AsArray().Select(pull => (int)pull!["number"]!)];
}
