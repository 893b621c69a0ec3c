using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace Ideogram.Build.Sync.Api;

/// <summary>
/// One file of a multipart body, streamed from disk. Its hash is taken while it is sent, and the last piece is held back until the hash is
/// right: a file that changed since it was inspected breaks the request off before Ideogram can take it under a wrong name.
/// </summary>
internal sealed class FileContent : HttpContent
{
    private const int BufferSize = 128 * 1024;
    private readonly UploadFile _file;

    public FileContent(UploadFile file)
    {
        _file = file;
        Headers.ContentType = new MediaTypeHeaderValue(file.ContentType);
        Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = $"\"{IdeogramClient.FilesField}\"", FileName = $"\"{file.Name}\"" };
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
            using var hash = _file.Sha256 is null ? null : IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var source = Open();
            await using var _ = source.ConfigureAwait(false);
            for (long left = _file.Length; left > 0;)
            {
                var read = await source.ReadAtLeastAsync(buffer.AsMemory(0, (int)Math.Min(BufferSize, left)), 1, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
                if (read == 0) throw new FileChangedException(_file.Name);
                hash?.AppendData(buffer, 0, read);
                left -= read;
                if (left == 0) await Verify(source, hash, cancellationToken).ConfigureAwait(false);
                await stream.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private Stream Open()
    {
        try
        {
            return _file.Open();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new FileChangedException(_file.Name, e);
        }
    }

    private async Task Verify(Stream source, IncrementalHash? hash, CancellationToken cancellationToken)
    {
        if (hash is null) return;
        var isLonger = await source.ReadAsync(new byte[1], cancellationToken).ConfigureAwait(false) > 0;
        if (isLonger || !string.Equals(Convert.ToHexStringLower(hash.GetHashAndReset()), _file.Sha256, StringComparison.Ordinal)) throw new FileChangedException(_file.Name);
    }
}
