using System.Net;
using Ideogram.Build.Emulator.Tests.Support;

namespace Ideogram.Build.Emulator.Tests.GitHub;

public sealed class CommentTests
{
    [Fact]
    public async Task A_comment_is_by_the_tokens_login_and_linked_on_the_pull_request()
    {
        await using var gitHub = await GitHubStage.OpenAsync();

        var comment = await gitHub.CommentAsync("Hello");

        var id = (long)comment["id"]!;
        id.ShouldBeGreaterThan(int.MaxValue);
        ((string?)comment["user"]!["login"]).ShouldBe("github-actions[bot]");
        ((string?)comment["html_url"]).ShouldBe($"{gitHub.Host.BaseAddress}{GitHubStage.Name}/pull/7#issuecomment-{id}");
        ((string?)(await gitHub.GetAsync($"/issues/comments/{id}"))["body"]).ShouldBe("Hello");
    }

    [Fact]
    public async Task An_update_keeps_the_comment_and_changes_its_text()
    {
        await using var gitHub = await GitHubStage.OpenAsync();
        var id = (long)(await gitHub.CommentAsync("first"))["id"]!;

        using var answer = await gitHub.SendAsync(HttpMethod.Patch, $"/issues/comments/{id}", new { body = "second" });

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        gitHub.Host.Comments(GitHubStage.Name, 7).Select(comment => (comment.Id, comment.Body)).ShouldBe([(id, "second")]);
    }

    [Fact]
    public async Task A_deleted_comment_is_gone_and_its_number_is_not_given_again()
    {
        await using var gitHub = await GitHubStage.OpenAsync();
        var id = (long)(await gitHub.CommentAsync("first"))["id"]!;

        using var deleted = await gitHub.SendAsync(HttpMethod.Delete, $"/issues/comments/{id}");
        using var updated = await gitHub.SendAsync(HttpMethod.Patch, $"/issues/comments/{id}", new { body = "second" });
        await gitHub.EmulatorFixture.RestartAsync();

        deleted.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        updated.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        ((long)(await gitHub.CommentAsync("next"))["id"]!).ShouldBeGreaterThan(id);
    }

    [Fact]
    public async Task A_person_can_delete_a_comment_in_between()
    {
        await using var gitHub = await GitHubStage.OpenAsync();
        var id = (long)(await gitHub.CommentAsync("first"))["id"]!;

        gitHub.Host.DeleteComment(GitHubStage.Name, id).ShouldBeTrue();

        (await gitHub.GetAsync("/issues/7/comments")).AsArray().ShouldBeEmpty();
        gitHub.Host.DeleteComment(GitHubStage.Name, id).ShouldBeFalse();
    }

    [Theory]
    [InlineData("", 30)]
    [InlineData("?per_page=100", 100)]
    [InlineData("?per_page=500", 100)]
    [InlineData("?per_page=100&page=2", 5)]
    [InlineData("?page=9", 0)]
    [InlineData("?per_page=x&page=-1", 30)]
    public async Task Comments_come_in_pages_of_at_most_100(string query, int expected)
    {
        await using var gitHub = await GitHubStage.OpenAsync();
        for (var i = 0; i < 105; i++)
            gitHub.Host.AddComment(GitHubStage.Name, 7, "ann", $"{i}");

        (await gitHub.GetAsync($"/issues/7/comments{query}")).AsArray().Count.ShouldBe(expected);
    }

    [Fact]
    public async Task A_middle_page_links_in_all_four_directions()
    {
        await using var gitHub = await GitHubStage.OpenAsync();
        for (var i = 0; i < 5; i++)
            gitHub.Host.AddComment(GitHubStage.Name, 7, "ann", $"{i}");

        using var answer = await gitHub.SendAsync(HttpMethod.Get, "/issues/7/comments?per_page=2&page=2");

        var address = $"{gitHub.Host.GitHubApi}/repos/{GitHubStage.Name}/issues/7/comments?per_page=2&page=";
        answer.Headers.GetValues("Link").Single().ShouldBe(
            $"<{address}1>; rel=\"prev\", <{address}3>; rel=\"next\", <{address}3>; rel=\"last\", <{address}1>; rel=\"first\"");
    }

    [Fact]
    public async Task A_single_page_has_no_links()
    {
        await using var gitHub = await GitHubStage.OpenAsync();
        await gitHub.CommentAsync("one");

        using var answer = await gitHub.SendAsync(HttpMethod.Get, "/issues/7/comments");

        answer.Headers.Contains("Link").ShouldBeFalse();
    }

    [Theory]
    [InlineData(65_536, HttpStatusCode.Created)]
    [InlineData(65_537, HttpStatusCode.UnprocessableEntity)]
    [InlineData(0, HttpStatusCode.UnprocessableEntity)]
    public async Task A_comment_has_1_to_65536_characters(int length, HttpStatusCode expected)
    {
        await using var gitHub = await GitHubStage.OpenAsync();

        using var answer = await gitHub.SendAsync(HttpMethod.Post, "/issues/7/comments", new { body = new string('x', length) });

        answer.StatusCode.ShouldBe(expected);
    }

    [Theory]
    [InlineData("POST", "/issues/7/comments")]
    [InlineData("PATCH", "/issues/comments/1")]
    [InlineData("DELETE", "/issues/comments/1")]
    public async Task A_token_that_may_not_write_gets_403(string method, string path)
    {
        await using var gitHub = await GitHubStage.OpenAsync();

        using var answer = await gitHub.SendAsync(new HttpMethod(method), path, new { body = "x" }, token: "reads");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        ((string?)(await EmulatorFixture.BodyAsync(answer))["message"]).ShouldBe("Resource not accessible by integration");
        gitHub.Host.Comments(GitHubStage.Name, 7).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_pull_request_that_is_not_there_answers_404()
    {
        await using var gitHub = await GitHubStage.OpenAsync();

        using var answer = await gitHub.SendAsync(HttpMethod.Post, "/issues/99/comments", new { body = "x" });

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
