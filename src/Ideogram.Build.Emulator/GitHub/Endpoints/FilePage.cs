namespace Ideogram.Build.Emulator.GitHub.Endpoints;

/// <summary>
/// A file on GitHub's pages, as thumbnails address it: <c>/owner/name/blob/sha/path?raw=true</c>. It needs no token: a browser looks at it.
/// </summary>
internal sealed class FilePage(GitHubState state)
{
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/{owner}/{repo}/blob/{sha}/{**path}", ShowAsync).WithMetadata(new Route("page-blob"));

    private async Task ShowAsync(HttpContext context)
    {
        var values = context.Request.RouteValues;
        if (context.Request.Query["raw"] != "true" || state.Repository($"{values["owner"]}/{values["repo"]}") is not { } repository)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var call = new GitHubCall(context, repository);
        if (await call.CommitAsync(call.Value("sha")) is not { } commit
            || await call.Git.FindAsync(commit, call.Value("path"), "blob", call.Cancelled) is not { } sha
            || await call.Git.BlobAsync(sha, call.Cancelled) is not { } bytes)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = TypeOf(call.Value("path"));
        context.Response.ContentLength = bytes.Length;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        await context.Response.Body.WriteAsync(bytes, call.Cancelled);
    }

    // Anything else is text there, so that a file of the repository never runs as a page.
    private static string TypeOf(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".JPG" or ".JPEG" => "image/jpeg",
        ".PNG" => "image/png",
        ".WEBP" => "image/webp",
        ".GIF" => "image/gif",
        _ => "text/plain; charset=utf-8",
    };
}
