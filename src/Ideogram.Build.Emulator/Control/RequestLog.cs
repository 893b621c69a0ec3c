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

        // Noted before its answer leaves: who has the answer finds the request here.
        RecordedRequest? noted = null;
        context.Response.OnStarting(() =>
        {
            noted ??= Note(context, context.Response.StatusCode);
            return Task.CompletedTask;
        });
        var isCut = true;
        try
        {
            await next(context);
            isCut = context.RequestAborted.IsCancellationRequested;
        }
        finally
        {
            noted ??= Note(context, context.Response.StatusCode);
            if (isCut)
                noted.Status = 0;
        }
    }

    private RecordedRequest Note(HttpContext context, int status)
    {
        var request = context.Request;
        var noted = new RecordedRequest(Route.FromContext(context)?.Name ?? "unknown", request.Method, $"{request.Path}{request.QueryString}")
        {
            Status = status
        };
        _requests.Enqueue(noted);
        while (_requests.Count > Most)
            _requests.TryDequeue(out _);
        return noted;
    }
}
