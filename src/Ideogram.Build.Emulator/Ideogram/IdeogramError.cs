using System.Text.Json.Nodes;

namespace Ideogram.Build.Emulator.Ideogram;

/// <summary>Errors as Ideogram's side words them: JSON with <c>error</c>, sometimes <c>reject_reason</c>.</summary>
internal static class IdeogramError
{
    public static Task RefuseAsync(this HttpContext context, int status, string error, string? rejectReason = null, int? maxInFlight = null)
    {
        var body = new JsonObject { ["error"] = error };
        if (rejectReason is not null)
            body["reject_reason"] = rejectReason;
        if (maxInFlight is not null)
            body["max_inflight_requests"] = maxInFlight;

        return context.AnswerAsync(body, status);
    }

    public static Task NoDatasetAsync(this HttpContext context) => context.RefuseAsync(StatusCodes.Status404NotFound, "Dataset not found");
}
