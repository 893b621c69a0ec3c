using Ideogram.Build.Cli.GitHub;
using Ideogram.Build.Cli.Tests.World;
using Ideogram.Build.Emulator;

namespace Ideogram.Build.Cli.Tests.GitHub;

/// <summary>The token goes to the configured server, and to no other.</summary>
public sealed class GitHubServerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http://{elsewhere}/api/v3/repos/acme/brand")]
    [InlineData("//{elsewhere}/api/v3/repos/acme/brand")]
    [InlineData("http://{github}@{elsewhere}/api/v3")]
    [InlineData("http://octocat:x@{github}/api/v3/repos/acme/brand")]
    [InlineData("https://{github}/api/v3/repos/acme/brand")]
    [InlineData("ftp://{github}/api/v3")]
    [InlineData("file:///etc/passwd")]
    public async Task No_redirect_leads_to_another_server(string location)
    {
        await using var stage = await GitHubStage.OpenAsync();
        using var state = new GitRepository();
        await using var elsewhere = await EmulatorHost.StartAsync(new EmulatorOptions { StateFolder = state.Path, ApiKey = "other" }, Token);
        var github = stage.ActionScene.Emulator;
        var to = location.Replace("{elsewhere}", elsewhere.BaseAddress.Authority, StringComparison.Ordinal)
            .Replace("{github}", github.BaseAddress.Authority, StringComparison.Ordinal);
        github.SetFaults($"status:code=302,location={to},route=github");

        var read = await Should.ThrowAsync<GitHubException>(() => stage.GitHub.TreeAsync(stage.Commit, Token));
        var written = await Should.ThrowAsync<GitHubException>(() => stage.GitHub.CreateCommentAsync(1, "Hello", Token));

        (read.Rule, written.Rule).ShouldBe((GitHubRules.Unreachable, GitHubRules.Unreachable));
        read.Message.ShouldContain("Nothing was sent there.");
        elsewhere.Requests.ShouldBeEmpty();
        github.Requests.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("http://{elsewhere}/next")]
    [InlineData("not an address")]
    [InlineData("/api/v3/repos/acme/brand/issues/1/comments?page=1")]
    public async Task No_Link_leads_anywhere_and_all_pages_are_read(string link)
    {
        await using var stage = await GitHubStage.OpenAsync();
        using var state = new GitRepository();
        await using var elsewhere = await EmulatorHost.StartAsync(new EmulatorOptions { StateFolder = state.Path, ApiKey = "other" }, Token);
        stage.ActionScene.Open(1, git => git.Write("a.txt", "a"));
        for (var i = 0; i < 230; i++)
            stage.ActionScene.Emulator.AddComment(ActionScene.Repository, 1, "ann", "Hello");
        stage.ActionScene.Emulator.SetFaults($"link:to={link.Replace("{elsewhere}", elsewhere.BaseAddress.Authority, StringComparison.Ordinal)},route=github");

        var comments = await stage.GitHub.CommentsAsync(1, Token);

        comments.Select(c => c.Id).Distinct().Count().ShouldBe(230);
        stage.ActionScene.Emulator.CountRequests().ShouldBe(3);
        elsewhere.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_renamed_repository_is_read_and_written()
    {
        await using var stage = await GitHubStage.OpenAsync("acme/former");
        stage.ActionScene.Open(1, git => git.Write("a.txt", "a"));
        stage.ActionScene.Emulator.RenameRepository("acme/former", ActionScene.Repository);

        var comment = await stage.GitHub.CreateCommentAsync(1, "One", Token);
        await stage.GitHub.UpdateCommentAsync(comment.Id, "Two", Token);

        (await stage.GitHub.CommentsAsync(1, Token)).ShouldHaveSingleItem().Body.ShouldBe("Two");
        (await stage.GitHub.TipAsync("main", Token)).ShouldBe(stage.Commit);
        (await stage.GitHub.TreeAsync(stage.Commit, Token)).Files.Count.ShouldBe(4);
        await stage.GitHub.DeleteCommentAsync(comment.Id, Token);
        stage.ActionScene.Comments(1).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/api/v3/repos/acme/brand")]
    [InlineData("brand")]
    public async Task A_redirect_on_the_same_server_may_be_a_path_alone(string location)
    {
        await using var stage = await GitHubStage.OpenAsync("acme/former");
        stage.ActionScene.Emulator.SetFaults($"status:code=307,location={location},route=github,nth=1");

        (await stage.GitHub.AccessAsync(Token)).IsPrivate.ShouldBeFalse();
    }

    [Fact]
    public async Task Redirects_come_to_an_end()
    {
        await using var stage = await GitHubStage.OpenAsync();
        stage.ActionScene.Emulator.SetFaults("status:code=301,location=/api/v3/repos/acme/brand,route=github");

        var error = await Should.ThrowAsync<GitHubException>(() => stage.GitHub.AccessAsync(Token));

        error.Message.ShouldContain("redirects more than 3 times");
        stage.ActionScene.Emulator.CountRequests().ShouldBe(4);
    }

    [Fact]
    public async Task A_server_whose_certificate_is_not_trusted_is_told_with_its_issuer_and_not_tried_again()
    {
        var connections = 0;
        await using var server = new RawServer(
            (stream, token) =>
            {
                connections++;
                return UntrustedProxy.AnswerAsync(stream, token);
            },
            isDeaf: true);
        using var connection = new GitHubConnection(new Uri($"https://{server.Authority}"), "token",
            new GitHubRetryPolicy(TimeProvider.System, GitHubRetryPolicy.DefaultBudget));

        var error = await Should.ThrowAsync<GitHubException>(() => new GitHubRepository(connection, "acme/brand").AccessAsync(
            TestContext.Current.CancellationToken));

        error.Message.ShouldContain($"issuer {UntrustedProxy.Issuer}");
        error.Message.ShouldContain("SSL_CERT_FILE");
        connections.ShouldBe(1);
    }
}
