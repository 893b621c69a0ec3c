using System.Security.Cryptography;
using System.Text;

namespace Ideogram.Build.Emulator.Ideogram;

/// <summary>Ideogram's door: the limit of requests under way, and the key.</summary>
internal sealed class AuthenticationMiddleware(EmulatorOptions options)
{
    private readonly byte[] _key = Encoding.UTF8.GetBytes(options.ApiKey);
    private int _inFlight;

    /// <summary>Counts a request from here on, with the waits that faults put into it.</summary>
    public async Task LimitAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            if (Interlocked.Increment(ref _inFlight) > options.MaxInFlight)
                await context.RefuseAsync(StatusCodes.Status429TooManyRequests, "Too many requests in flight", "inflight_limit", options.MaxInFlight);
            else
                await next(context);
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }

    public Task EnterAsync(HttpContext context, RequestDelegate next) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(context.Request.Headers["Api-Key"].ToString()), _key)
            ? next(context)
            : context.RefuseAsync(StatusCodes.Status401Unauthorized, "Invalid or missing API key");
}
