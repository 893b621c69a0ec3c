using System.Collections.Concurrent;

namespace Ideogram.Build.Emulator.Control;

/// <summary>Every request but control calls, for tests that count them.</summary>
internal sealed class RequestLog
{
    private const int Most = 10_000;
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();

    public IReadOnlyList<RecordedRequest> All => [.. _requests];

    public void Forget() => _requests.Clear();

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path.StartsWithSegments(ControlEndpoints.Root, StringComparison.Ordinal))
        {
            await next(context);
            return;
        }

        var cut = true;
        try
        {
            await next(context);
            cut = context.RequestAborted.IsCancellationRequested;
        }
        finally
        {
            var request = context.Request;
            _requests.Enqueue(new RecordedRequest(
                Route.Of(context)?.Name ?? "unknown", request.Method, $"{request.Path}{request.QueryString}", cut ? 0 : context.Response.StatusCode));
            while (_requests.Count > Most)
                _requests.TryDequeue(out _);
        }
    }
}
