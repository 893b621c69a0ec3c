using System.Globalization;
using System.Text.Json.Nodes;

namespace Ideogram.Build.Emulator.GitHub;

/// <summary>Errors as GitHub words them.</summary>
internal static class GitHubError
{
    private const string Docs = "https://docs.github.com/rest";

    public static Task RefuseGitHubAsync(this HttpContext context, int status, string message) => context.AnswerAsync(
        new JsonObject { ["message"] = message, ["documentation_url"] = Docs, ["status"] = status.ToString(CultureInfo.InvariantCulture) }, status);

    public static Task NotFoundAsync(this HttpContext context) => context.RefuseGitHubAsync(StatusCodes.Status404NotFound, "Not Found");

    public static Task InvalidAsync(this HttpContext context, string resource, string field, string code, string message) => context.AnswerAsync(
        new JsonObject
        {
            ["message"] = "Validation Failed",
            ["errors"] = new JsonArray(new JsonObject { ["resource"] = resource, ["code"] = code, ["field"] = field, ["message"] = message }),
            ["documentation_url"] = Docs,
            ["status"] = "422",
        },
        StatusCodes.Status422UnprocessableEntity);
}
