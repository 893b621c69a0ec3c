using System.Diagnostics;
using Ideogram.Build.Cli.GitHub;
using Ideogram.Build.Cli.Tests.World;

namespace Ideogram.Build.Cli.Tests.GitHub;

/// <summary>What GitHub answers, expected or not, loses nothing and breaks nothing.</summary>
public sealed class GitHubAnswerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_of_3_GB_is_a_file_of_the_tree()
    {
        await using var stage = await GitHubStage.OpenAsync();
        stage.ActionScene.Emulator.SetFaults("member:name=size,value=3221225472,beside=brand/photos/p2.png,route=github-tree");

        var tree = await stage.GitHub.TreeAsync(stage.Commit, Token);

        tree.Files.Count.ShouldBe(4);
        tree.Files["brand/photos/p2.png"].Bytes.ShouldBe(3221225472);
        tree.Files["brand/photos/p1.png"].Bytes.ShouldBeLessThan(10_000);
    }

    [Theory]
    [InlineData("member:name=visibility,value=limited")]
    [InlineData("member:name=type,value=Robot")]
    [InlineData("member:name=author_association,value=NEIGHBOUR")]
    [InlineData("member:name=active_lock_reason,value=bored")]
    [InlineData("member:name=size,value=99999999999")]
    [InlineData("member:name=id,value=9999999999999")]
    [InlineData("member:name=new_member,value=new,add=yes")]
    public async Task Values_and_members_that_nobody_knows_yet_lose_nothing(string fault)
    {
        await using var stage = await GitHubStage.OpenAsync();
        var pull = stage.ActionScene.Open(1, git => git.Write("a.txt", "a"), "mallory/brand");
        stage.ActionScene.Emulator.AddComment(ActionScene.Repository, 1, "ann", "Hello");
        stage.ActionScene.Emulator.SetFaults($"{fault},route=github-pulls|github-pull|github-commit-pulls|github-comments-list|github-repository");

        (await stage.GitHub.PullRequestAsync(1, Token))
            .ShouldBe(new PullRequest(1, pull.Head, pull.Base, "main") { HeadRepository = "mallory/brand", MergeCommit = pull.Merge, IsOpen = true });
        (await stage.GitHub.OpenPullRequestsAsync("mallory", "feature-1", Token)).ShouldHaveSingleItem().Number.ShouldBe(1);
        (await stage.GitHub.PullRequestsOfAsync(pull.Head, Token)).ShouldHaveSingleItem().HeadSha.ShouldBe(pull.Head);
        (await stage.GitHub.CommentsAsync(1, Token)).ShouldHaveSingleItem().Author.ShouldBe("ann");
        (await stage.GitHub.AccessAsync(Token)).IsArchived.ShouldBeFalse();
    }

    [Fact]
    public async Task A_state_that_nobody_knows_yet_is_not_open()
    {
        await using var stage = await GitHubStage.OpenAsync();
        stage.ActionScene.Open(1, git => git.Write("a.txt", "a"));
        stage.ActionScene.Emulator.SetFaults("member:name=state,value=paused,route=github-pull");

        (await stage.GitHub.PullRequestAsync(1, Token))!.IsOpen.ShouldBeFalse();
    }

    [Theory]
    [InlineData("html")]
    [InlineData("text")]
    [InlineData("empty")]
    [InlineData("truncated")]
    [InlineData("json")]
    [InlineData("array")]
    [InlineData("null")]
    public async Task An_answer_that_is_not_the_documented_one_is_an_error_and_never_an_empty_list(string body)
    {
        await using var stage = await GitHubStage.OpenAsync();
        stage.ActionScene.Open(1, git => git.Write("a.txt", "a"));
        stage.ActionScene.Emulator.SetFaults($"status:code=200,body={body},route=github");

        var comments = await Should.ThrowAsync<GitHubException>(() => stage.GitHub.CommentsAsync(1, Token));
        var pulls = await Should.ThrowAsync<GitHubException>(() => stage.GitHub.PullRequestsOfAsync(stage.Commit, Token));

        (comments.Rule, pulls.Rule).ShouldBe((GitHubRules.Unreachable, GitHubRules.Unreachable));
    }

    [Fact]
    public async Task An_endless_answer_is_cut_off_and_not_asked_for_again()
    {
        await using var stage = await GitHubStage.OpenAsync();
        stage.ActionScene.Emulator.SetFaults("status:code=200,body=oversized,bytes=70000000,route=github");

        var error = await Should.ThrowAsync<GitHubException>(() => stage.GitHub.TreeAsync(stage.Commit, Token));

        error.Message.ShouldContain("more than 64 MB");
        stage.ActionScene.Emulator.CountRequests().ShouldBe(1);
    }

    [Fact]
    public async Task A_cut_connection_and_a_server_error_are_tried_again_but_never_a_comment()
    {
        await using var stage = await GitHubStage.OpenAsync();
        stage.ActionScene.Open(1, git => git.Write("a.txt", "a"));
        stage.ActionScene.Emulator.SetFaults(
            "reset:at=answer,route=github-tree,nth=1;status:code=502,body=html,route=github-tree,nth=2;reset:at=commit,route=github-comments-create,nth=1");

        (await stage.GitHub.TreeAsync(stage.Commit, Token)).Files.Count.ShouldBe(4);
        (await Should.ThrowAsync<GitHubException>(() => stage.GitHub.CreateCommentAsync(1, "Hello", Token))).MayHaveLanded.ShouldBeTrue();

        stage.ActionScene.Comments(1).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_while_GitHub_hangs_ends_within_a_second()
    {
        await using var stage = await GitHubStage.OpenAsync();
        stage.ActionScene.Emulator.SetFaults("delay:seconds=600,route=github-tree");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var ending = Should.ThrowAsync<OperationCanceledException>(() => stage.GitHub.TreeAsync(stage.Commit, stop.Token));
        // Another call of the same client has its own token.
        (await stage.GitHub.TipAsync("main", Token)).ShouldBe(stage.Commit);

        var clock = Stopwatch.GetTimestamp();
        await stop.CancelAsync();

        await ending;
        Stopwatch.GetElapsedTime(clock).ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData("ghs_first\nsecond")]
    [InlineData("ghs_ümlaut")]
    [InlineData("ghs\u0001")]
    public async Task A_token_that_is_none_is_a_coded_error_that_does_not_show_it(string token)
    {
        await using var stage = await GitHubStage.OpenAsync(token: token);

        var error = await Should.ThrowAsync<GitHubException>(() => stage.GitHub.TipAsync("main", Token));

        error.Message.ShouldNotContain("ghs");
    }
}
