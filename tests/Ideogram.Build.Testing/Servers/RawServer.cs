using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Ideogram.Build.Testing;

/// <summary>A socket on loopback that reads whole requests and answers any bytes, for what no HTTP server can be made to say. One request per
/// connection.</summary>
public sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Func<Stream, CancellationToken, Task> _answer;
    private readonly Task _loop;
    private readonly bool _isDeaf;

    /// <summary>Starts a server that answers each connection in the same way.</summary>
    /// <param name="answer">What is written to each connection.</param>
    /// <param name="isDeaf">Whether to answer without reading a request first.</param>
    public RawServer(Func<Stream, CancellationToken, Task> answer, bool isDeaf = false)
    {
        _answer = answer;
        _isDeaf = isDeaf;
        _listener.Start();
        Authority = _listener.LocalEndpoint.ToString()!;
        _loop = AcceptAsync();
    }

    /// <summary>Host and port.</summary>
    public string Authority { get; }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
#pragma warning disable VSTHRD003 // The loop was started by this very object, and waits for nobody.
        await _loop;
#pragma warning restore VSTHRD003
        // Not before: the loop may be about to accept once more.
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true) open.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task ServeAsync(TcpClient connection)
    {
        using var _ = connection;
        try
        {
            var stream = connection.GetStream();
            if (!_isDeaf) await ReadRequestAsync(stream);
            await _answer(stream, _end.Token);
            // An orderly end: what was written arrives before it.
            connection.Client.Shutdown(SocketShutdown.Send);
            while (await stream.ReadAsync(new byte[1024], _end.Token) > 0)
            {
                // Until the client hangs up too.
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or SocketException)
        {
            // The client had enough.
        }
    }

    private async Task ReadRequestAsync(Stream stream)
    {
        var (head, one) = (new StringBuilder(), new byte[1]);
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one, _end.Token) > 0) head.Append((char)one[0]);
        var length = head.ToString().Split("\r\n").FirstOrDefault(l => l.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        var left = length is null ? 0 : int.Parse(length.AsSpan(15), NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture);
        for (var buffer = new byte[64 * 1024]; left > 0;)
        {
            var read = await stream.ReadAsync(buffer, _end.Token);
            if (read == 0) return;
            left -= read;
        }
    }
}
