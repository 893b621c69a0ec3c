using System.Text;
using Ideogram.Build.Sync.Api;

namespace Ideogram.Build.Sync.Tests.Api;

/// <summary>Everything that can befall a request, each from a real socket.</summary>
internal static class FaultCases
{
    public static IReadOnlyList<FaultCase> All { get; } =
    [
        Raw(ApiFaultKind.Unreachable, "no TLS where https was expected", "HTTP/1.1 400 Bad Request\r\n\r\n") with { IsTls = true },
        new(ApiFaultKind.Unreachable, "connection refused"),
        new(ApiFaultKind.CertificateRefused, "a certificate that is not trusted here") { Raw = UntrustedProxy.AnswerAsync, IsTls = true },
        Emulated(ApiFaultKind.ConnectionLost, "reset before the request was read", "reset:at=before"),
        Emulated(ApiFaultKind.ConnectionLost, "reset in the middle of the request", "reset:at=body"),
        Emulated(ApiFaultKind.ConnectionLost, "reset after the request was read", "reset:at=read"),
        Emulated(ApiFaultKind.ConnectionLost, "reset after the request was carried out", "reset:at=commit"),
        Emulated(ApiFaultKind.ConnectionLost, "reset in the middle of the answer", "reset:at=answer"),
        Raw(ApiFaultKind.ConnectionLost, "closed without an answer", ""),
        Raw(ApiFaultKind.ConnectionLost, "closed before the announced length", "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{}"),
        Emulated(ApiFaultKind.Timeout, "no answer in time", "delay:seconds=30"),
        Emulated(ApiFaultKind.Timeout, "408", "status:code=408"),
        new(ApiFaultKind.Timeout, "an answer that trickles") { Raw = (stream, token) => RepeatAsync(stream, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n",
            " ", TimeSpan.FromMilliseconds(20), token) },
        new(ApiFaultKind.NotUnderstood, "100 Continue without end") { Raw = (stream, token) =>
            RepeatAsync(stream, "", "HTTP/1.1 100 Continue\r\n\r\n", TimeSpan.Zero, token) },
        Emulated(ApiFaultKind.Rejected, "400", "status:code=400"),
        Emulated(ApiFaultKind.Rejected, "422", "status:code=422"),
        Emulated(ApiFaultKind.KeyRefused, "401", "status:code=401"),
        Emulated(ApiFaultKind.PaymentRequired, "402, whatever its reject_reason", "status:code=402,reject-reason=daily_limit"),
        Emulated(ApiFaultKind.PaymentRequired, "429 with the reject_reason of an account's limit", "status:code=429,reject-reason=daily_limit"),
        Emulated(ApiFaultKind.Forbidden, "403", "status:code=403"),
        Emulated(ApiFaultKind.NotFound, "404", "status:code=404"),
        Emulated(ApiFaultKind.TooLarge, "413", "status:code=413"),
        Emulated(ApiFaultKind.TooLarge, "413 before the body was read", "status:code=413,early=yes"),
        Emulated(ApiFaultKind.Throttled, "429 without Retry-After", "throttle:as=none"),
        Emulated(ApiFaultKind.Throttled, "429 with Retry-After in seconds", "throttle:seconds=5"),
        Emulated(ApiFaultKind.Throttled, "429 with Retry-After as a date", "throttle:seconds=5,as=date"),
        Emulated(ApiFaultKind.Throttled, "429 with inflight_limit", "throttle:inflight=10"),
        Emulated(ApiFaultKind.ServerError, "500", "status:code=500"),
        Emulated(ApiFaultKind.ServerError, "502 with HTML", "status:code=502,body=html"),
        Emulated(ApiFaultKind.ServerError, "503 with nothing", "status:code=503,body=empty"),
        Emulated(ApiFaultKind.ServerError, "504 with text", "status:code=504,body=text"),
        Emulated(ApiFaultKind.ServerError, "500 with 20 MB", "status:code=500,body=oversized,bytes=20000000"),
        Emulated(ApiFaultKind.Redirected, "301 to 308", "status:code=302,location=http://127.0.0.1:1/"),
        Raw(ApiFaultKind.Redirected, "304", "HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n"),
        Emulated(ApiFaultKind.UnexpectedStatus, "any other status", "status:code=418"),
        Emulated(ApiFaultKind.NotUnderstood, "200 with HTML", "status:code=200,body=html"),
        Emulated(ApiFaultKind.NotUnderstood, "200 with text", "status:code=200,body=text"),
        Emulated(ApiFaultKind.NotUnderstood, "200 with nothing", "status:code=200,body=empty"),
        Emulated(ApiFaultKind.NotUnderstood, "200 with half a JSON", "status:code=200,body=truncated"),
        Emulated(ApiFaultKind.NotUnderstood, "200 with 20 MB", "status:code=200,body=oversized,bytes=20000000"),
        Emulated(ApiFaultKind.NotUnderstood, "200 with members of another type", "status:code=200,body=wrong"),
        Emulated(ApiFaultKind.NotUnderstood, "200 with a list", "status:code=200,body=array"),
        Emulated(ApiFaultKind.NotUnderstood, "200 with null", "status:code=200,body=null"),
        Emulated(ApiFaultKind.NotUnderstood, "200 with other members", "status:code=200,body=json"),
        Raw(ApiFaultKind.NotUnderstood, "204", "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"),
        Raw(ApiFaultKind.NotUnderstood, "another protocol than HTTP", "SSH-2.0-OpenSSH_9.6\r\n\r\n"),
        Raw(ApiFaultKind.NotUnderstood, "headers without end", "HTTP/1.1 200 OK\r\nX: " + new string('x', 1_000_000) + "\r\n\r\n{}"),
        Changed("a file got other bytes", file => WriteAt(file, 100, [0])),
        Changed("a file got longer", file => System.IO.File.AppendAllText(file, "x")),
        Changed("a file got shorter", file => System.IO.File.WriteAllText(file, "x")),
        Changed("a file is gone", System.IO.File.Delete),
    ];

    private static FaultCase Emulated(ApiFaultKind kind, string words, string spec) => new(kind, words) { Spec = spec };

    private static FaultCase Raw(ApiFaultKind kind, string words, string answer) =>
        new(kind, words) { Raw = (stream, token) => stream.WriteAsync(Encoding.ASCII.GetBytes(answer), token).AsTask() };

    private static FaultCase Changed(string words, Action<string> change) => new(ApiFaultKind.FileChanged, words) { File = change };

    private static async Task RepeatAsync(Stream stream, string start, string again, TimeSpan pause, CancellationToken token)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(start), token);
        while (true)
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(again), token);
            await Task.Delay(pause, token);
        }
    }

    private static void WriteAt(string file, int position, byte[] bytes)
    {
        using var stream = System.IO.File.OpenWrite(file);
        stream.Position = position;
        stream.Write(bytes);
    }
}
