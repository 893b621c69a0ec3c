using System.Text.Json.Nodes;
using Ideogram.Build.Emulator.GitHub.Git;

namespace Ideogram.Build.Emulator.GitHub.Shapes;

/// <summary>A changed file of a pull request or a comparison.</summary>
internal static class ChangeShape
{
    public static JsonObject Create(GitChange change, string headSha, string fullName, Links links)
    {
        var path = Links.Escape(change.Path);
        var shape = new JsonObject
        {
            ["sha"] = change.Sha,
            ["filename"] = change.Path,
            ["status"] = change.Status,
            ["additions"] = change.Additions,
            ["deletions"] = change.Deletions,
            ["changes"] = change.Additions + change.Deletions,
            ["blob_url"] = $"{links.Page(fullName)}/blob/{headSha}/{path}",
            ["raw_url"] = $"{links.Page(fullName)}/raw/{headSha}/{path}",
            ["contents_url"] = $"{links.Repository(fullName)}/contents/{path}?ref={headSha}",
        };
        if (change.PreviousPath is not null)
            shape["previous_filename"] = change.PreviousPath;
        return shape;
    }
}
