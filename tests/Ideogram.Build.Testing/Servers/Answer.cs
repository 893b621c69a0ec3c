using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Ideogram.Build.Testing;

/// <summary>Answers of a scripted server.</summary>
public static class Answer
{
    /// <summary>No answer: the connection is lost.</summary>
    public static RequestDelegate Lost { get; } = context =>
    {
        context.Abort();
        return Task.CompletedTask;
    };

    public static RequestDelegate Json(object value, int status = StatusCodes.Status200OK) => Text(JsonSerializer.Serialize(value), status);

    public static RequestDelegate Text(string text, int status = StatusCodes.Status200OK) => context =>
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(text, context.RequestAborted);
    };

    public static RequestDelegate Status(int status, string? retryAfter = null) => context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.RetryAfter = retryAfter;
        return Task.CompletedTask;
    };

    /// <summary>No answer: the program is told to stop, and waits until it hangs up.</summary>
    public static RequestDelegate Stop(CancellationTokenSource stop) => async context =>
    {
        await stop.CancelAsync();
        await Task.Delay(Timeout.Infinite, context.RequestAborted);
    };

    /// <summary>Ideogram's dataset <c>d</c>, called Acme.</summary>
    public static RequestDelegate Dataset(params object[] files) => Json(new { dataset = new { dataset_id = "d", name = "Acme" }, files });

    /// <summary>Ideogram's answer to an upload.</summary>
    public static RequestDelegate Took(params IEnumerable<string> names) => Took(names, []);

    /// <summary>Ideogram's answer to an upload of which it refused a part.</summary>
    public static RequestDelegate Took(IEnumerable<string> names, params (string Name, string Reason)[] refused) => Json(new
    {
        successful_assets = names.Select(n => new { file_name = n }),
        failed_assets = refused.Select(r => new { file_name = r.Name, failure_reason = r.Reason }),
    });
}
