using System.Text.Json.Nodes;

namespace Ideogram.Build.Emulator.GitHub.Shapes;

/// <summary>A user, as every answer nests it.</summary>
internal static class UserShape
{
    private const string Bot = "[bot]";

    private static readonly string[] Below = ["followers", "subscriptions", "repos", "received_events", "organizations"];

    public static JsonObject Create(string login, Links links)
    {
        var bot = login.EndsWith(Bot, StringComparison.Ordinal);
        var id = login == "github-actions[bot]" ? 41898282 : Links.IdOf(login);
        var url = $"{links.Api}/users/{Uri.EscapeDataString(login)}";
        var user = new JsonObject
        {
            ["login"] = login,
            ["id"] = id,
            ["node_id"] = Links.NodeId("U", login),
            ["avatar_url"] = $"{links.Server}/avatars/u/{id}?v=4",
            ["gravatar_id"] = "",
            ["url"] = url,
            ["html_url"] = bot ? $"{links.Server}/apps/{Uri.EscapeDataString(login[..^Bot.Length])}" : $"{links.Server}/{Uri.EscapeDataString(login)}",
            ["type"] = bot ? "Bot" : "User",
            ["site_admin"] = false,
            ["following_url"] = $"{url}/following{{/other_user}}",
            ["gists_url"] = $"{url}/gists{{/gist_id}}",
            ["starred_url"] = $"{url}/starred{{/owner}}{{/repo}}",
            ["events_url"] = $"{url}/events{{/privacy}}",
        };
        foreach (var name in Below)
            user[$"{name}_url"] = $"{url}/{(name == "organizations" ? "orgs" : name)}";
        return user;
    }

    /// <summary>The caller's own account, for a person's token.</summary>
    public static JsonObject Own(string login, Links links)
    {
        var user = Create(login, links);
        foreach (var name in (string[])["name", "company", "blog", "location", "email", "hireable", "bio"])
            user[name] = null;
        foreach (var name in (string[])["public_repos", "public_gists", "followers", "following"])
            user[name] = 0;
        user["user_view_type"] = "public";
        user["created_at"] = "2020-01-01T00:00:00Z";
        user["updated_at"] = "2020-01-01T00:00:00Z";
        return user;
    }
}
