using System.Buffers;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Sync.Api;

/// <summary>Reads answers, bounded, and turns what is not the documented JSON into a <see cref="ApiFault"/>.</summary>
/// <param name="redactor">Removes the key from every text, in whatever spelling Ideogram repeats it.</param>
internal sealed class AnswerReader(Redactor redactor)
{
    /// <summary>100 captions of 64 KB fit; a longer answer is not Ideogram's.</summary>
    private const int MaxBytes = 8 * 1024 * 1024;
    private const int MaxTextLength = 300;

    /// <summary>Later text is cut off anyway, so no secret is searched there.</summary>
    private const int MaxReadLength = 16 * 1024;

    public async Task<T> ReadAsync<T>(HttpResponseMessage response, JsonTypeInfo<T> type, TimeProvider time, CancellationToken cancellationToken)
        where T : class
    {
        var status = (int)response.StatusCode;
        var body = await ReadBodyAsync(response, cancellationToken).ConfigureAwait(false);
        if (status is < 200 or > 299) throw new IdeogramException(FaultOf(status, response.Headers, body.Bytes, time));
        if (body.IsTooLong) throw NotUnderstood($"the answer is longer than {MaxBytes} bytes", status);
        try
        {
            return JsonSerializer.Deserialize(body.Bytes, type) ?? throw NotUnderstood("the answer is null", status);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw NotUnderstood($"the answer is not the documented JSON but {Describe(body.Bytes)}", status);
        }
    }

    public static IdeogramException NotUnderstood(string text, int? status = null) => new(new ApiFault(ApiFaultKind.NotUnderstood, text) { Status = status });

    private static async Task<(byte[] Bytes, bool IsTooLong)> ReadBodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = stream.ConfigureAwait(false);
        using var body = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(32 * 1024);
        try
        {
            int read;
            while (body.Length <= MaxBytes && (read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
                await body.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return (body.ToArray(), body.Length > MaxBytes);
    }

    private ApiFault FaultOf(int status, HttpResponseHeaders headers, byte[] body, TimeProvider time)
    {
        var reason = RejectReason.Find(Member(body, "reject_reason"));
        var kind = status switch
        {
            400 or 422 => ApiFaultKind.Rejected,
            401 => ApiFaultKind.KeyRefused,
            402 => ApiFaultKind.PaymentRequired,
            403 => ApiFaultKind.Forbidden,
            404 => ApiFaultKind.NotFound,
            408 => ApiFaultKind.Timeout,
            413 => ApiFaultKind.TooLarge,
            // A limit of the account, such as that of a day, outlasts any run: it is no rate limit, whatever the status.
            429 => reason is { CanPass: false } ? ApiFaultKind.PaymentRequired : ApiFaultKind.Throttled,
            >= 500 => ApiFaultKind.ServerError,
            >= 300 and < 400 => ApiFaultKind.Redirected,
            _ => ApiFaultKind.UnexpectedStatus,
        };
        var wait = headers.RetryAfter is { } after ? after.Delta ?? after.Date - time.GetUtcNow() : null;
        return new ApiFault(kind, $"Ideogram answered {status}: {Describe(body)}")
        {
            Status = status,
            RetryAfter = wait is { } asked ? TimeSpan.FromTicks(Math.Clamp(asked.Ticks, 0, IdeogramClientOptions.MaxPatience.Ticks)) : null,
            RejectReason = reason,
        };
    }

    /// <summary>What an answer says, for people: the text of a JSON error, or the kind of the answer.</summary>
    private string Describe(byte[] body)
    {
        if (body.Length == 0) return "an empty answer";
        string?[] parts =
        [
            Member(body, "error"), Member(body, "message"), Member(body, "detail"), Member(body, "reject_reason"),
            Member(body, "max_inflight_requests") is { } most ? $"at most {most} at the same time" : null,
            Member(body, "task_completion_speed") is { } queue ? $"queue {queue}" : null,
        ];
        var words = parts.OfType<string>().ToArray();
        if (words.Length > 0) return Clean(string.Join(", ", words));
        var text = Encoding.UTF8.GetString(body).Trim();
        if (text.StartsWith('<')) return "an HTML page, perhaps from a gateway on the way";
        return text.Length == 0 ? "blanks" : $"'{Clean(text)}'";
    }

    private static string? Member(byte[] body, string name)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            using var document = JsonDocument.ParseValue(ref reader);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty(name, out var value)
                ? value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText()
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A text of Ideogram's on one line, cut short, without the key.</summary>
    public string Clean(string text) => MessageText.OneLine(redactor.Clean(MessageText.OneLine(text, MaxReadLength)), MaxTextLength);
}
