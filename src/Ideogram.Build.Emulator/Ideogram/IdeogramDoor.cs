using System.Security.Cryptography;
using System.Text;

namespace Ideogram.Build.Emulator.Ideogram;

/// <summary>Ideogram's door: the key, then the limit of requests under way.</summary>
internal sealed class IdeogramDoor(EmulatorOptions options)
{
    private readonly byte[] _key = Encoding.UTF8.GetBytes(options.ApiKey);
    private int _inFlight;

    public async Task EnterAsync(HttpContext context, RequestDelegate next)
    {
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(context.Request.Headers["Api-Key"].ToString()), _key))
        {
            await context.RefuseAsync(StatusCodes.Status401Unauthorized, "Invalid or missing API key");
            return;
        }

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
}
