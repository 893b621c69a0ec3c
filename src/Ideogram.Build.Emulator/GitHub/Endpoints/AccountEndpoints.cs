using System.Text.Json.Nodes;
using Ideogram.Build.Emulator.GitHub.Shapes;

namespace Ideogram.Build.Emulator.GitHub.Endpoints;

/// <summary>The caller, its limits, and a repository itself.</summary>
internal sealed class AccountEndpoints(GitHubAuthenticationMiddleware door)
{
    public void Map(IEndpointRouteBuilder routes, GitHubRoutes repositories)
    {
        routes.MapGet($"{GitHubRoutes.Root}/user", UserAsync).WithMetadata(new Route("github-user"));
        routes.MapGet($"{GitHubRoutes.Root}/rate_limit", RateLimitAsync).WithMetadata(new Route("github-rate-limit"));
        routes.MapFallback($"{GitHubRoutes.Root}/{{**rest}}", context => context.NotFoundAsync()).WithMetadata(new Route("github-unknown"));
        repositories.Get("", "repository", RepositoryAsync);
    }

    private static Task UserAsync(HttpContext context) => GitHubAuthenticationMiddleware.Caller(context) is { IsUser: true } user
        ? context.AnswerAsync(UserShape.Own(user.Login, Links.FromRequest(context.Request)))
        : context.RefuseGitHubAsync(StatusCodes.Status403Forbidden, "Resource not accessible by integration");

    private Task RateLimitAsync(HttpContext context) => context.AnswerAsync(new JsonObject
    {
        ["resources"] = new JsonObject { ["core"] = Limit(), ["search"] = Limit() },
        ["rate"] = Limit(),
    });

    private JsonObject Limit()
    {
        var (limit, used, remaining, reset) = door.Limits();
        return new JsonObject { ["limit"] = limit, ["used"] = used, ["remaining"] = remaining, ["reset"] = reset };
    }

    private static async Task RepositoryAsync(GitHubCall call)
    {
        var shape = RepositoryShape.Create(call.FullName, await call.DefaultBranchAsync(), fork: false, call.Links);
        var write = GitHubAuthenticationMiddleware.Caller(call.Context).CanWrite;
        shape["permissions"] = new JsonObject { ["admin"] = false, ["maintain"] = false, ["push"] = write, ["triage"] = write, ["pull"] = true };
        await call.Context.AnswerAsync(shape);
    }
}
