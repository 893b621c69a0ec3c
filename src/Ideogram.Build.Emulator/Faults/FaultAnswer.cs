using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Ideogram.Build.Emulator.Faults;

/// <summary>Writes the answer of a <see cref="StatusFault"/>.</summary>
internal static class FaultAnswer
{
    public static async Task WriteAsync(HttpContext context, StatusFault fault, ReadOnlyMemory<byte> real, DateTimeOffset now)
    {
        var response = context.Response;
        response.Clear();
        response.StatusCode = fault.Code;
        if (fault.Location is not null)
            response.Headers.Location = fault.Location;
        if (fault.RetryAfterSeconds is { } seconds)
        {
            response.Headers.RetryAfter = fault.RetryAfterAsDate
                ? now.AddSeconds(seconds).ToString("R", CultureInfo.InvariantCulture)
                : seconds.ToString(CultureInfo.InvariantCulture);
        }

        // HTTP gives these no body, and the server refuses to write one.
        if (fault.Code is StatusCodes.Status204NoContent or StatusCodes.Status304NotModified)
            return;

        if (fault.Body == FaultBody.Oversized)
        {
            await WriteOversizedAsync(context, fault.OversizedBytes);
            return;
        }

        var (type, body) = BodyOf(fault, real);
        response.ContentType = type;
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static (string? Type, ReadOnlyMemory<byte> Body) BodyOf(StatusFault fault, ReadOnlyMemory<byte> real) => fault.Body switch
    {
        FaultBody.Html => ("text/html", Encoding.UTF8.GetBytes(
            $"<html><head><title>{fault.Code}</title></head><body><center><h1>{fault.Code}</h1></center><hr><center>nginx</center></body></html>")),
        FaultBody.Text => ("text/plain", Encoding.UTF8.GetBytes("upstream connect error or disconnect/reset before headers")),
        FaultBody.Empty => (null, default),
        FaultBody.Truncated => ("application/json", real.IsEmpty ? Encoding.UTF8.GetBytes("{\"error\": \"Internal serv") : real[..(real.Length / 2)]),
        FaultBody.Wrong => ("application/json", Encoding.UTF8.GetBytes(
            """{"datasets":{"id":1},"dataset":[],"dataset_id":7,"files":"none","file_count":"many","total_count":"all","""
            + """ "successful_assets":{},"models":3,"model":[]}""")),
        FaultBody.Array => ("application/json", Encoding.UTF8.GetBytes("[1, 2, 3]")),
        FaultBody.Null => ("application/json", Encoding.UTF8.GetBytes("null")),
        _ => ("application/json", Encoding.UTF8.GetBytes(ErrorOf(fault).ToJsonString())),
    };

    private static JsonObject ErrorOf(StatusFault fault)
    {
        var error = new JsonObject { ["error"] = $"Emulated fault {fault.Code}" };
        if (fault.RejectReason is not null)
            error["reject_reason"] = fault.RejectReason;
        if (fault.MaxInFlight is not null)
            error["max_inflight_requests"] = fault.MaxInFlight;
        return error;
    }

    private static async Task WriteOversizedAsync(HttpContext context, long bytes)
    {
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync("{\"error\":\"", context.RequestAborted);
        var padding = new byte[64 * 1024];
        padding.AsSpan().Fill((byte)'x');
        for (; bytes > 0; bytes -= padding.Length)
            await context.Response.Body.WriteAsync(padding.AsMemory(0, (int)Math.Min(bytes, padding.Length)), context.RequestAborted);
        await context.Response.WriteAsync("\"}", context.RequestAborted);
    }
}
