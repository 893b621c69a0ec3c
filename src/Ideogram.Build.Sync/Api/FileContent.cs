using System.Buffers;
using System.Net;
using System.Net.Http.Headers;

namespace Ideogram.Build.Sync.Api;

/// <summary>
/// One file of a multipart body, streamed from disk. Its checksum is taken while it is sent, and the last piece is held back until that is
/// right. So a file that changed after its inspection stops the request before Ideogram can store it under a wrong name.
/// </summary>
internal sealed class FileContent : HttpContent
{
    private const int BufferSize = 128 * 1024;
    private readonly UploadFile _file;

    /// <summary>Prepares one file of a form.</summary>
    /// <param name="field">The field of the form; it needs no escape.</param>
    /// <param name="file">The file.</param>
    public FileContent(string field, UploadFile file)
    {
        _file = file;
        Headers.ContentType = new MediaTypeHeaderValue(file.ContentType);
        // The typed header would turn a name with other letters into RFC 2047, which forms do not know: a caption beside it would lose its image.
        Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{field}\"; filename=\"{Escape(file.Name)}\"");
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _file.Length;
        return true;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            using var check = ByteCheck.For(_file);
            var source = FromDisk(_file.Open);
            await using var _ = source.ConfigureAwait(false);
            for (long left = _file.Length; left > 0;)
            {
                var read = Read(source, buffer.AsSpan(0, (int)Math.Min(BufferSize, left)));
                if (read == 0) throw new SentFileChangedException(_file.Name);
                check?.Append(buffer.AsSpan(0, read));
                left -= read;
                if (left == 0 && check is not null && !(check.IsRight() && IsAtEnd(source))) throw new SentFileChangedException(_file.Name);
                await stream.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // Quotes and line breaks as the HTML standard escapes them in forms; no name can end its header.
    private static string Escape(string name) =>
        name.Replace("\"", "%22", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private bool IsAtEnd(Stream source) => Read(source, stackalloc byte[1]) == 0;

    // Not asynchronous: files are opened without it, and a change of threads costs more than a piece that the disk has at hand.
    private int Read(Stream source, Span<byte> buffer)
    {
        try
        {
            return source.Read(buffer);
        }
        catch (Exception e) when (IsOfDisk(e))
        {
            throw new SentFileChangedException(_file.Name, e);
        }
    }

    private Stream FromDisk(Func<Stream> open)
    {
        try
        {
            return open();
        }
        catch (Exception e) when (IsOfDisk(e))
        {
            throw new SentFileChangedException(_file.Name, e);
        }
    }

    // Caught here: otherwise a damaged archive would look like a broken connection.
    private static bool IsOfDisk(Exception e) => e is IOException or UnauthorizedAccessException or InvalidDataException;
}
