using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ideogram.Build.Testing;

/// <summary>A server on loopback that answers what a test says, for answers that the emulator is too honest to give. A story of steps
/// (<see cref="Story"/>) is played in its order; a request that has no place in it gets status 500, and <see cref="ShouldBePlayed"/> names it.</summary>
public sealed class ScriptedServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Lock _lock = new();
    private readonly List<(DateTimeOffset Time, string Request)> _requests = [];
    private readonly List<string> _unexpected = [];
    private readonly IReadOnlyList<Step> _steps;
    private int _current;

    private ScriptedServer(WebApplication app, IReadOnlyList<Step> steps) => (_app, _steps) = (app, steps);

    public Uri Address => new(_app.Urls.First());

    /// <summary>Method and path of each request, oldest first.</summary>
    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (_lock)
                return [.. _requests.Select(r => r.Request)];
        }
    }

    /// <summary>The time between the first request and the second.</summary>
    public TimeSpan FirstPause
    {
        get
        {
            lock (_lock)
                return _requests[1].Time - _requests[0].Time;
        }
    }

    /// <summary>Starts a server that answers every request in the same way.</summary>
    public static Task<ScriptedServer> StartAsync(string text, int status = StatusCodes.Status200OK) => StartAsync(Answer.Text(text, status));

    public static Task<ScriptedServer> StartAsync(RequestDelegate answer) => StartAsync(Story.Whenever("", answer));

    /// <summary>Starts a server that plays a story.</summary>
    public static async Task<ScriptedServer> StartAsync(params Step[] story)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var server = new ScriptedServer(app, story);
        app.Run(server.AnswerAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>Every step was played to its end, and no request came that has no place in the story.</summary>
    public void ShouldBePlayed()
    {
        lock (_lock)
        {
            _unexpected.ShouldBeEmpty();
            _steps.Where(s => !s.IsPlayed).Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Request}: {s.Played} of {s.Times}")).ShouldBeEmpty();
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var request = $"{context.Request.Method} {context.Request.Path}";
        Step? step;
        lock (_lock)
        {
            _requests.Add((DateTimeOffset.UtcNow, request));
            step = Next(request);
            if (step is null)
                _unexpected.Add(request);
            else
                step.Begin();
        }

        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        await (step?.Answer ?? Answer.Status(StatusCodes.Status500InternalServerError))(context);
        lock (_lock)
            step?.End();
    }

    // The story goes on where its step has been played, or need not be; what may come at any time stands beside it.
    private Step? Next(string request)
    {
        for (var at = _current; at < _steps.Count; at++)
        {
            if (_steps[at].IsInOrder && _steps[at].Takes(request))
            {
                _current = at;
                return _steps[at];
            }

            if (!_steps[at].IsPlayed)
                break;
        }

        return _steps.FirstOrDefault(s => !s.IsInOrder && s.Takes(request));
    }
}
