namespace Ideogram.Build.Emulator.Faults;

/// <summary>Makes the faults of a request happen that lie in its transport; the others are left to the call by <see cref="RequestFaults"/>.</summary>
internal sealed class FaultMiddleware(FaultSchedule schedule, EmulatorClock clock)
{
    public const string Header = "X-Emulator-Fault";

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (Route.FromContext(context) is not { } route)
        {
            await next(context);
            return;
        }

        IReadOnlyList<Fault> faults;
        try
        {
            faults = [.. schedule.Next(route), .. OfHeader(context, route)];
        }
        catch (FormatException unreadable)
        {
            await context.AnswerAsync(new { error = $"{Header}: {unreadable.Message}" }, StatusCodes.Status400BadRequest);
            return;
        }

        context.Features.Set(new RequestFaults(faults));
        foreach (var delay in faults.OfType<DelayFault>().Where(delay => !delay.BeforeAnswer))
            await Task.Delay(delay.By, clock.Real, context.RequestAborted);

        if (await EndsBeforeTheCallAsync(context, faults))
            return;

        if (faults.Any(ChangesTheAnswer))
            await AnswerOtherwiseAsync(context, next, faults);
        else
            await next(context);
    }

    private static IEnumerable<Fault> OfHeader(HttpContext context, Route route) =>
        FaultSpec.Parse(context.Request.Headers[Header]).Where(rule => rule.Covers(route)).Select(rule => rule.FaultOf(1)).OfType<Fault>();

    private static bool ChangesTheAnswer(Fault fault) =>
        fault is StatusFault or MemberFault or LinkFault or ResetFault { At: ResetPoint.Commit or ResetPoint.Answer } or PartialFault or LateFault
            or DelayFault { BeforeAnswer: true };

    private async Task<bool> EndsBeforeTheCallAsync(HttpContext context, IReadOnlyList<Fault> faults)
    {
        foreach (var fault in faults)
        {
            switch (fault)
            {
                case ResetFault { At: ResetPoint.Before }:
                    context.Abort();
                    return true;
                case ResetFault { At: ResetPoint.Body } reset:
                    await ReadAsync(context, reset.AfterBytes);
                    context.Abort();
                    return true;
                case ResetFault { At: ResetPoint.Read }:
                    await ReadAsync(context, long.MaxValue);
                    context.Abort();
                    return true;
                case StatusFault { Commit: false } status:
                    if (!status.Early)
                        await ReadAsync(context, long.MaxValue);
                    await FaultAnswer.WriteAsync(context, status, real: default, clock.GetUtcNow());
                    return true;
            }
        }

        return false;
    }

    /// <summary>Carries the call out with its answer held back, then answers something else or nothing.</summary>
    private async Task AnswerOtherwiseAsync(HttpContext context, RequestDelegate next, IReadOnlyList<Fault> faults)
    {
        var wire = context.Response.Body;
        var held = new MemoryStream();
        context.Response.Body = held;
        await next(context);
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        context.Response.Body = wire;

        foreach (var fault in faults)
        {
            switch (fault)
            {
                case DelayFault { BeforeAnswer: true } delay:
                    await Task.Delay(delay.By, clock.Real, context.RequestAborted);
                    break;
                case LateFault or ResetFault { At: ResetPoint.Commit } or PartialFault { Code: null }:
                    context.Abort();
                    return;
                case ResetFault { At: ResetPoint.Answer }:
                    context.Response.ContentLength = held.Length;
                    await wire.WriteAsync(held.GetBuffer().AsMemory(0, (int)held.Length / 2), context.RequestAborted);
                    await wire.FlushAsync(context.RequestAborted);
                    context.Abort();
                    return;
                case PartialFault { Code: { } code }:
                    await FaultAnswer.WriteAsync(context, new StatusFault(code, FaultBody.Json, Commit: true, Early: false), default, clock.GetUtcNow());
                    return;
                case LinkFault link:
                    context.Response.Headers.Link = $"<{link.To}>; rel=\"next\"";
                    break;
                case MemberFault member:
                    held = MemberRewriter.Rewrite(held, member);
                    break;
                case StatusFault status:
                    await FaultAnswer.WriteAsync(context, status, held.GetBuffer().AsMemory(0, (int)held.Length), clock.GetUtcNow());
                    return;
            }
        }

        context.Response.ContentLength = held.Length;
        await wire.WriteAsync(held.GetBuffer().AsMemory(0, (int)held.Length), context.RequestAborted);
    }

    private static async Task ReadAsync(HttpContext context, long atMost)
    {
        var buffer = new byte[16 * 1024];
        int read;
        while (atMost > 0 && (read = await context.Request.Body.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, atMost)),
            context.RequestAborted)) > 0)
            atMost -= read;
    }
}
