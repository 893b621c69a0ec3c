using Ideogram.Build.Emulator.GitHub;

namespace Ideogram.Build.Emulator.Control;

/// <summary>The control calls: what <see cref="EmulatorHost"/> offers as methods, over HTTP.</summary>
internal sealed class ControlEndpoints(EmulatorHost host)
{
    public const string Root = "/_emulator";

    private const string Repository = "/repos/{owner}/{repo}";

    public void Map(IEndpointRouteBuilder routes)
    {
        var control = routes.MapGroup(Root);
        control.MapPost("/repositories", (string name, string path) => Done(() => host.AddRepository(name, path)));
        control.MapPost("/renames", (string from, string to) => Done(() => host.RenameRepository(from, to)));
        control.MapPost("/tokens", (GitHubToken body) => Done(() => host.AddToken(body)));
        control.MapPut($"{Repository}/pulls", (string owner, string repo, GitHubPullRequest body) => Done(() => host.PutPullRequest($"{owner}/{repo}", body)));
        control.MapGet($"{Repository}/pulls/{{number:int}}/comments", (string owner, string repo, int number) => host.Comments($"{owner}/{repo}", number));
        control.MapPost($"{Repository}/pulls/{{number:int}}/comments", async (string owner, string repo, int number, string author, HttpRequest request) =>
            host.AddComment($"{owner}/{repo}", number, author, await TextAsync(request)));
        control.MapDelete($"{Repository}/comments/{{id:long}}", (string owner, string repo, long id) => Found(host.DeleteComment($"{owner}/{repo}", id)));
        control.MapPost("/index-lag", (int requests) => Done(() => host.LagCommitIndex(requests)));
        control.MapPost("/rate-limit", (GitHubRateLimit body) => Done(() => host.LimitGitHub(body)));
        control.MapGet("/requests", () => new
        {
            counts = host.Requests.GroupBy(request => request.Route).ToDictionary(group => group.Key, group => group.Count()),
            requests = host.Requests,
        });
        control.MapDelete("/requests", () => Done(host.ForgetRequests));
        control.MapPut("/faults", async (HttpRequest request) =>
        {
            var spec = await TextAsync(request);
            return Done(() => host.SetFaults(spec));
        });
        control.MapPost("/clock", (double seconds) => Done(() => host.AdvanceClock(TimeSpan.FromSeconds(seconds))));
        control.MapGet("/datasets", host.Datasets);
        control.MapGet("/models", host.Models);
        control.MapPut("/models/{id}", (string id, string status) => Answer(() => Found(host.SetModelStatus(id, status))));
        control.MapPut("/models/{id}/run", (string id, string status) => Answer(() => Found(host.SetRunStatus(id, status))));
    }

    private static IResult Done(Action action) => Answer(() =>
    {
        action();
        return Results.NoContent();
    });

    private static IResult Answer(Func<IResult> call)
    {
        try
        {
            return call();
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException)
        {
            return Results.BadRequest(new { error = wrong.Message });
        }
    }

    private static IResult Found(bool found) => found ? Results.NoContent() : Results.NotFound();

    private static async Task<string> TextAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        return await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
    }
}
