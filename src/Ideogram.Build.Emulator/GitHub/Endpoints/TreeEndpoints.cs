using System.Text;
using System.Text.Json.Nodes;
using Ideogram.Build.Emulator.GitHub.Git;
using Ideogram.Build.Emulator.GitHub.Shapes;

namespace Ideogram.Build.Emulator.GitHub.Endpoints;

/// <summary>Trees, blobs, and a file or folder by its path.</summary>
internal sealed class TreeEndpoints(int maxEntries)
{
    private const int MaxBlobBytes = 100_000_000;
    private const int MaxContentBytes = 1_000_000;

    public void Map(GitHubRoutes routes)
    {
        routes.Get("/git/trees/{**sha}", "tree", TreeAsync);
        routes.Get("/git/blobs/{sha}", "blob", BlobAsync);
        routes.Get("/contents/{**path}", "contents", ContentsAsync);
    }

    private async Task TreeAsync(GitHubCall call)
    {
        var revision = call.Value("sha");
        var sha = await call.CommitAsync(revision) ?? await call.Git.ResolveAsync(revision, "tree", call.Cancelled);
        if (sha is null)
        {
            await call.Context.NotFoundAsync();
            return;
        }

        // Any value means yes, even "false".
        var entries = await call.Git.TreeAsync(sha, call.Context.Request.Query.ContainsKey("recursive"), call.Cancelled);
        var api = call.Links.Repository(call.FullName);
        await call.Context.AnswerAsync(new JsonObject
        {
            ["sha"] = sha,
            ["url"] = $"{api}/git/trees/{sha}",
            ["tree"] = new JsonArray([.. entries.Take(maxEntries).Select(entry => Entry(entry, api))]),
            ["truncated"] = entries.Count > maxEntries,
        });
    }

    private static async Task BlobAsync(GitHubCall call)
    {
        if (await call.Git.ResolveAsync(call.Value("sha"), "blob", call.Cancelled) is not { } sha
            || await call.Git.BlobAsync(sha, call.Cancelled) is not { } bytes)
        {
            await call.Context.NotFoundAsync();
            return;
        }

        if (bytes.Length > MaxBlobBytes)
        {
            await call.Context.RefuseGitHubAsync(StatusCodes.Status403Forbidden, "This API returns blobs up to 100 MB in size.");
            return;
        }

        if (call.Context.Request.Headers.Accept.ToString().Contains("vnd.github.raw", StringComparison.Ordinal))
        {
            call.Context.Response.ContentType = "application/vnd.github.raw+json; charset=utf-8";
            await call.Context.Response.Body.WriteAsync(bytes, call.Cancelled);
            return;
        }

        await call.Context.AnswerAsync(new JsonObject
        {
            ["sha"] = sha,
            ["node_id"] = Links.NodeId("B", sha),
            ["size"] = bytes.Length,
            ["url"] = $"{call.Links.Repository(call.FullName)}/git/blobs/{sha}",
            ["content"] = Base64Lines(bytes),
            ["encoding"] = "base64",
        });
    }

    private static async Task ContentsAsync(GitHubCall call)
    {
        var path = call.Value("path").Trim('/');
        var reference = call.Context.Request.Query["ref"].ToString() is { Length: > 0 } named ? named : await call.DefaultBranchAsync();
        if (await call.CommitAsync(reference) is not { } commit)
        {
            await call.Context.RefuseGitHubAsync(StatusCodes.Status404NotFound, $"No commit found for the ref {reference}");
            return;
        }

        if (await call.Git.FindAsync(commit, path, "tree", call.Cancelled) is { } tree)
        {
            var entries = await call.Git.TreeAsync(tree, recursive: false, call.Cancelled);
            await call.Context.AnswerAsync(entries.Select(entry => Content(call, entry, path.Length == 0 ? entry.Path : $"{path}/{entry.Path}", reference)));
            return;
        }

        if (await call.Git.FindAsync(commit, path, "blob", call.Cancelled) is not { } sha || await call.Git.BlobAsync(sha, call.Cancelled) is not { } bytes)
        {
            await call.Context.NotFoundAsync();
            return;
        }

        var shape = Content(call, new GitTreeEntry("100644", "blob", sha, bytes.Length, path), path, reference);
        // Above a megabyte GitHub shows a file without its content.
        var shown = bytes.Length <= MaxContentBytes;
        shape["content"] = shown ? Base64Lines(bytes) : "";
        shape["encoding"] = shown ? "base64" : "none";
        await call.Context.AnswerAsync(shape);
    }

    private static JsonObject Entry(GitTreeEntry entry, string api)
    {
        var shape = new JsonObject { ["path"] = entry.Path, ["mode"] = entry.Mode, ["type"] = entry.Type, ["sha"] = entry.Sha };
        if (entry.Size is { } size)
            shape["size"] = size;
        if (entry.Type != "commit")
            shape["url"] = $"{api}/git/{(entry.Type == "tree" ? "trees" : "blobs")}/{entry.Sha}";
        return shape;
    }

    private static JsonObject Content(GitHubCall call, GitTreeEntry entry, string path, string reference)
    {
        var api = call.Links.Repository(call.FullName);
        var folder = entry.Type == "tree";
        var escaped = string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
        var self = $"{api}/contents/{escaped}?ref={Uri.EscapeDataString(reference)}";
        var git = $"{api}/git/{(folder ? "trees" : "blobs")}/{entry.Sha}";
        var html = $"{call.Links.Page(call.FullName)}/{(folder ? "tree" : "blob")}/{Uri.EscapeDataString(reference)}/{escaped}";
        return new JsonObject
        {
            ["type"] = folder ? "dir" : entry.Type == "commit" ? "submodule" : entry.Mode == "120000" ? "symlink" : "file",
            ["size"] = entry.Size ?? 0,
            ["name"] = path[(path.LastIndexOf('/') + 1)..],
            ["path"] = path,
            ["sha"] = entry.Sha,
            ["url"] = self,
            ["git_url"] = git,
            ["html_url"] = html,
            ["download_url"] = folder ? null : $"{html}?raw=true",
            ["_links"] = new JsonObject { ["self"] = self, ["git"] = git, ["html"] = html },
        };
    }

    /// <summary>Base64 in lines of 60 characters, as GitHub breaks it.</summary>
    private static string Base64Lines(byte[] bytes)
    {
        var lines = new StringBuilder();
        foreach (var line in Convert.ToBase64String(bytes).Chunk(60))
            lines.Append(line).Append('\n');
        return lines.ToString();
    }
}
