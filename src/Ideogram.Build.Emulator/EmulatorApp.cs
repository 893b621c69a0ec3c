using Ideogram.Build.Emulator.Control;
using Ideogram.Build.Emulator.Faults;
using Ideogram.Build.Emulator.GitHub.Endpoints;
using Ideogram.Build.Emulator.Ideogram;
using Ideogram.Build.Emulator.Ideogram.Uploads;

namespace Ideogram.Build.Emulator;

/// <summary>The web application: requests are recorded, then the faults apply, then each side checks key or token.</summary>
internal static class EmulatorApp
{
    public static WebApplication Build(EmulatorOptions options, EmulatorParts parts, ControlEndpoints control)
    {
        // Empty: no appsettings and no environment variable decides what a test sees.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        // Kestrel warns, with a stack, of each connection that a fault cuts; its log is not needed.
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Error)
            .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.WebHost.UseUrls(options.Urls);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.MaxRequestBytes;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Limits.MinResponseDataRate = null;
        });

        var app = builder.Build();
        var ideogram = new AuthenticationMiddleware(options);
        var faults = new FaultMiddleware(parts.Faults, parts.Clock);
        app.UseRouting();
        app.Use(next => context => parts.Requests.InvokeAsync(context, next));
        app.Use(next => context => AnswerRefusedBodyAsync(context, next));
        app.Use(next => context => Route.FromContext(context) is { IsIdeogram: true } ? ideogram.LimitAsync(context, next) : next(context));
        app.Use(next => context => faults.InvokeAsync(context, next));
        app.Use(next => context => Route.FromContext(context) switch
        {
            { IsGitHub: true } => parts.Door.EnterAsync(context, next),
            { IsIdeogram: true } => ideogram.EnterAsync(context, next),
            _ => next(context),
        });

        MapIdeogram(app, options, parts);
        MapGitHub(app, options, parts);
        control.Map(app);
        app.MapFallback(context => context.RefuseAsync(StatusCodes.Status404NotFound, "Not found"));
        return app;
    }

    private static void MapIdeogram(WebApplication app, EmulatorOptions options, EmulatorParts parts)
    {
        new DatasetEndpoints(parts.Datasets, parts.Models, new DatasetUpload(parts.Datasets, parts.Clock), options, parts.Clock, parts.Incoming).Map(app);
        new DescribeEndpoints(parts.Clock, parts.Incoming).Map(app);
        new ModelEndpoints(parts.Datasets, parts.Models, new TrainingProgress(options.TrainingTime, parts.Clock), parts.Clock).Map(app);
    }

    private static void MapGitHub(WebApplication app, EmulatorOptions options, EmulatorParts parts)
    {
        var routes = new GitHubRoutes(app, parts.GitHub);
        var pulls = new PullRequestEndpoints(parts.GitHub);
        pulls.Map(routes);
        new CommitEndpoints(pulls).Map(routes);
        new TreeEndpoints(options.MaxTreeEntries).Map(routes);
        CommentEndpoints.Map(routes);
        new AccountEndpoints(parts.Door).Map(app, routes);
        new FilePage(parts.GitHub).Map(app);
    }

    /// <summary>Kestrel throws where a body is too large or ends early; a client that hung up needs no answer and no log line.</summary>
    private static async Task AnswerRefusedBodyAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException refused) when (!context.Response.HasStarted)
        {
            await context.RefuseAsync(refused.StatusCode, refused.Message);
        }
        catch (Exception gone) when (context.RequestAborted.IsCancellationRequested && gone is OperationCanceledException or IOException)
        {
            context.Abort();
        }
    }
}
