using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ideogram.Build.Emulator;

/// <summary>JSON in and out of HTTP.</summary>
internal static class EmulatorJson
{
    private const int MaxBodyBytes = 1_000_000;

    /// <summary>Both APIs write their names in snake case.</summary>
    public static JsonSerializerOptions Api { get; } = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static JsonSerializerOptions State { get; } = new(JsonSerializerDefaults.General) { WriteIndented = true };

    public static Task AnswerAsync<T>(this HttpContext context, T value, int status = StatusCodes.Status200OK)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(value, Api, context.RequestAborted);
    }

    /// <summary>The body as a JSON object; null when it is not an object, or over a megabyte.</summary>
    public static async Task<JsonObject?> ReadObjectAsync(this HttpContext context)
    {
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0)
        {
            await body.WriteAsync(buffer.AsMemory(0, read), context.RequestAborted);
            if (body.Length > MaxBodyBytes)
                return null;
        }

        try
        {
            return JsonNode.Parse(body.GetBuffer().AsSpan(0, (int)body.Length)) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A text of an object; null when it is missing or not a text.</summary>
    public static string? Text(this JsonObject body, string name) =>
        body.TryGetPropertyValue(name, out var node) && node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
