using System.Globalization;
using System.Text.Json.Nodes;
using Ideogram.Build.Emulator.GitHub.Shapes;

namespace Ideogram.Build.Emulator.GitHub.Endpoints;

/// <summary>Comments on pull requests.</summary>
internal static class CommentEndpoints
{
    private const int MaxCharacters = 65_536;

    public static void Map(GitHubRoutes routes)
    {
        routes.Get("/issues/{number}/comments", "comments-list", ListAsync);
        routes.Write("POST", "/issues/{number}/comments", "comments-create", CreateAsync);
        routes.Get("/issues/comments/{comment}", "comments-get", call => AnswerAsync(call, call.Repository.Comment(call.Number("comment"))));
        routes.Write("PATCH", "/issues/comments/{comment}", "comments-update", UpdateAsync);
        routes.Write("DELETE", "/issues/comments/{comment}", "comments-delete", DeleteAsync);
    }

    private static Task ListAsync(GitHubCall call)
    {
        if (call.PullRequest("number") is not { } pull)
            return call.Context.NotFoundAsync();

        var since = DateTimeOffset.TryParse(call.Context.Request.Query["since"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : DateTimeOffset.MinValue;
        var comments = call.Repository.Comments(pull.Request.Number).Where(comment => comment.UpdatedAt >= since).ToList();
        var page = GitHubPage.FromRequest(call.Context.Request).Cut(comments, call.Context);
        return call.Context.AnswerAsync(page.Select(comment => CommentShape.Create(comment, call.FullName, call.Links)));
    }

    private static async Task CreateAsync(GitHubCall call)
    {
        if (call.PullRequest("number") is not { } pull)
        {
            await call.Context.NotFoundAsync();
            return;
        }

        if (await BodyAsync(call) is not { } body)
            return;

        var comment = call.Repository.Add(pull.Request.Number, GitHubAuthenticationMiddleware.Caller(call.Context).Login, body);
        var shape = CommentShape.Create(comment, call.FullName, call.Links);
        call.Context.Response.Headers.Location = (string?)shape["url"];
        await call.Context.AnswerAsync(shape, StatusCodes.Status201Created);
    }

    private static async Task UpdateAsync(GitHubCall call)
    {
        var id = call.Number("comment");
        if (call.Repository.Comment(id) is null)
        {
            await call.Context.NotFoundAsync();
            return;
        }

        if (await BodyAsync(call) is { } body)
            await AnswerAsync(call, call.Repository.Edit(id, body));
    }

    private static Task DeleteAsync(GitHubCall call)
    {
        if (!call.Repository.Delete(call.Number("comment")))
            return call.Context.NotFoundAsync();

        call.Context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static Task AnswerAsync(GitHubCall call, GitHubComment? comment) =>
        comment is null ? call.Context.NotFoundAsync() : call.Context.AnswerAsync(CommentShape.Create(comment, call.FullName, call.Links));

    /// <summary>The comment's text; null when the refusal was already answered.</summary>
    private static async Task<string?> BodyAsync(GitHubCall call)
    {
        var json = await call.Context.ReadObjectAsync();
        var body = json?.Text("body");
        if (json is null)
            await call.Context.RefuseGitHubAsync(StatusCodes.Status400BadRequest, "Problems parsing JSON");
        else if (string.IsNullOrWhiteSpace(body))
            await call.Context.InvalidAsync("IssueComment", "data", "unprocessable", "Body cannot be blank");
        else if (body.Length > MaxCharacters)
            await call.Context.InvalidAsync("IssueComment", "data", "unprocessable", $"Body is too long (maximum is {MaxCharacters} characters)");
        else
            return body;

        return null;
    }
}
