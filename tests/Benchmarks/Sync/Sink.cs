using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ideogram.Build.Benchmarks.Sync;

/// <summary>
/// Ideogram's datasets API that throws every byte away: it answers as fast as it can, keeps the clock, and counts. It knows which names will
/// come, for it does not look into what does.
/// </summary>
internal sealed partial class Sink : IDisposable
{
    /// <summary>A file of this tool's that no manifest has: with it there, no canary goes ahead.</summary>
    private const string Stale = "stale-00000000000000000000000000000000.jpg";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, (IReadOnlyList<string> Names, bool IsFilled)> _datasets = new(StringComparer.Ordinal);
    private int _requests;
    private long _asked;
    private long _planned;
    private long _first;
    private long _last;
    private long _read;
    private long _bytes;

    private Sink(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    /// <summary>Requests since the last reset.</summary>
    public int Requests => _requests;

    /// <summary>Bytes of uploads since the last reset.</summary>
    public long Bytes => _bytes;

    /// <summary>When the first upload began, as <see cref="Stopwatch.GetTimestamp"/> counts.</summary>
    public long UploadBegan => _first;

    /// <summary>From the start of a process to its first request, in seconds.</summary>
    public double StartPhase(Timed process) => Stopwatch.GetElapsedTime(process.Began, _asked).TotalSeconds;

    /// <summary>From the first request to the answer of the last before an upload, in seconds.</summary>
    public double PlanPhase => Stopwatch.GetElapsedTime(_asked, _planned).TotalSeconds;

    /// <summary>From the first byte of the first upload to the answer of the last, in seconds.</summary>
    public double UploadPhase => Stopwatch.GetElapsedTime(_first, _last).TotalSeconds;

    /// <summary>From the answer of the last upload to the answer of the last request, in seconds.</summary>
    public double ReadBackPhase => Stopwatch.GetElapsedTime(_last, _read).TotalSeconds;

    /// <summary>From the answer of the last request to the end of a process, in seconds.</summary>
    public double EndPhase(Timed process) => Stopwatch.GetElapsedTime(_read, process.Ended).TotalSeconds;

    public static Sink Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var sink = new Sink(app);
        app.Run(sink.AnswerAsync);
        ((IHost)app).Start();
        return sink;
    }

    /// <summary>Forgets what came.</summary>
    public void Reset() => (_requests, _asked, _planned, _first, _last, _read, _bytes) = (0, 0, 0, 0, 0, 0, 0);

    /// <summary>Makes a dataset that shows these names from the start, or once something was uploaded.</summary>
    public void Put(string id, IReadOnlyList<string> names, bool isFilled = false) => _datasets[id] = (names, isFilled);

    public void Dispose() => ((IDisposable)_app).Dispose();

    private async Task AnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref _requests);
        Interlocked.CompareExchange(ref _asked, Stopwatch.GetTimestamp(), 0);
        if (IdOf().Match(context.Request.Path) is not { Success: true } match)
        {
            await AnswerAsync(context,
                new { datasets = _datasets.Keys.Select(id => new { dataset_id = id, name = $"Set {id}", creation_time = "2026-01-01T00:00:00Z" }) });
            return;
        }

        var (names, isFilled) = _datasets[match.Groups["id"].Value];
        if (HttpMethods.IsGet(context.Request.Method))
        {
            var files = (isFilled || _bytes > 0 ? names : [Stale]).Select(n => new { file_name = n, file_size_bytes = 1 });
            await AnswerAsync(context, new
            {
                dataset = new { dataset_id = match.Groups["id"].Value, name = "Set" },
                file_count = 0,
                files,
                custom_model_ids = Array.Empty<string>()
            });
            Interlocked.Exchange(ref _read, Stopwatch.GetTimestamp());
            if (_bytes == 0) Interlocked.Exchange(ref _planned, _read);
            return;
        }

        Interlocked.CompareExchange(ref _first, Stopwatch.GetTimestamp(), 0);
        while (true)
        {
            var read = await context.Request.BodyReader.ReadAsync(context.RequestAborted);
            Interlocked.Add(ref _bytes, read.Buffer.Length);
            context.Request.BodyReader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted) break;
        }

        await AnswerAsync(context, new { successful_assets = names.Select(n => new { file_name = n }), failed_assets = Array.Empty<string>() });
        Interlocked.Exchange(ref _last, Stopwatch.GetTimestamp());
    }

    private static async Task AnswerAsync(HttpContext context, object answer)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(answer);
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    [GeneratedRegex("^/datasets/(?<id>[^/]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IdOf();
}
