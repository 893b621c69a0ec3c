namespace Ideogram.Build.Emulator.GitHub.Endpoints;

/// <summary>Maps calls about repositories, and answers 404 for those that were not added.</summary>
internal sealed class GitHubRoutes(IEndpointRouteBuilder routes, GitHubState state)
{
    public const string Root = "/api/v3";

    public void Get(string path, string name, Func<GitHubCall, Task> answer) => Map("GET", path, name, answer);

    public void Write(string method, string path, string name, Func<GitHubCall, Task> answer) => Map(method, path, name, async call =>
    {
        if (await GitHubDoor.MayWriteAsync(call.Context))
            await answer(call);
    });

    private void Map(string method, string path, string name, Func<GitHubCall, Task> answer) =>
        routes.MapMethods($"{Root}/repos/{{owner}}/{{repo}}{path}", [method], context =>
            state.Repository($"{context.Request.RouteValues["owner"]}/{context.Request.RouteValues["repo"]}") is { } repository
                ? answer(new GitHubCall(context, repository))
                : context.NotFoundAsync()).WithMetadata(new Route(Route.GitHubPrefix + name));
}
