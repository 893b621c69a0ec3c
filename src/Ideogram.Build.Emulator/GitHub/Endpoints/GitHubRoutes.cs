using System.Globalization;
using System.Text.Json.Nodes;
using Ideogram.Build.Emulator.GitHub.Shapes;
using Microsoft.AspNetCore.Http.Extensions;

namespace Ideogram.Build.Emulator.GitHub.Endpoints;

/// <summary>Maps calls about repositories, and answers 404 for those that were not added.</summary>
internal sealed class GitHubRoutes(IEndpointRouteBuilder routes, GitHubState state)
{
    public const string Root = "/api/v3";

    public void Get(string path, string name, Func<GitHubCall, Task> answer) => Map("GET", path, name, answer);

    public void Write(string method, string path, string name, Func<GitHubCall, Task> answer) => Map(method, path, name, async call =>
    {
        if (await GitHubAuthenticationMiddleware.MayWriteAsync(call.Context))
            await answer(call);
    });

    private void Map(string method, string path, string name, Func<GitHubCall, Task> answer)
    {
        routes.MapMethods($"{Root}/repos/{{owner}}/{{repo}}{path}", [method], context => AnswerAsync(context, answer))
            .WithMetadata(new Route(Route.GitHubPrefix + name));
        routes.MapMethods($"{Root}/repositories/{{id:long}}{path}", [method], context =>
            state.Repository(long.Parse((string)context.Request.RouteValues["id"]!, CultureInfo.InvariantCulture)) is { } repository
                ? answer(new GitHubCall(context, repository))
                : context.NotFoundAsync()).WithMetadata(new Route(Route.GitHubPrefix + name));
    }

    private Task AnswerAsync(HttpContext context, Func<GitHubCall, Task> answer)
    {
        var name = $"{context.Request.RouteValues["owner"]}/{context.Request.RouteValues["repo"]}";
        if (state.Repository(name) is { } repository)
            return answer(new GitHubCall(context, repository));
        return state.RenamedFrom(name) is { } renamed ? MovedAsync(context, name, renamed) : context.NotFoundAsync();
    }

    // A renamed repository: its address by number, and the method stays as it is.
    private static Task MovedAsync(HttpContext context, string name, RepositoryState renamed)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"{Links.FromRequest(context.Request).Api}/repositories/{Links.IdOf(renamed.FullName)}")
            + context.Request.GetEncodedPathAndQuery()[$"{Root}/repos/{name}".Length..];
        var isRead = HttpMethods.IsGet(context.Request.Method);
        context.Response.Headers.Location = address;
        return context.AnswerAsync(
            new JsonObject
            {
                ["message"] = "Moved Permanently",
                ["url"] = address,
                ["documentation_url"] = "https://docs.github.com/rest/guides/best-practices-for-using-the-rest-api#follow-redirects"
            },
            isRead ? StatusCodes.Status301MovedPermanently : StatusCodes.Status307TemporaryRedirect);
    }
}
