namespace Ideogram.Build.Emulator.Ideogram.Uploads;

/// <summary>A file of an upload, on disk in the upload's own folder.</summary>
/// <param name="Name">The file name it came with, without folders.</param>
/// <param name="Path">Where its bytes are; they may be cut off when <paramref name="Bytes"/> is over the limit.</param>
/// <param name="Bytes">How many bytes came, the cut off ones counted as far as they were read.</param>
/// <param name="Sha256">Their SHA-256, lower-case hex.</param>
internal sealed record ReceivedFile(string Name, string Path, long Bytes, string Sha256)
{
    public string Extension => System.IO.Path.GetExtension(Name).ToUpperInvariant();

    public string Stem => System.IO.Path.GetFileNameWithoutExtension(Name);

    /// <summary>Copies a stream to a new file; <paramref name="stopAfter"/> bounds what a hostile archive may unpack to.</summary>
    public static async Task<ReceivedFile> SaveAsync(string name, Stream from, string folder, long stopAfter, CancellationToken cancellationToken)
    {
        var path = System.IO.Path.Combine(folder, Guid.NewGuid().ToString("N"));
        using var hash = System.Security.Cryptography.IncrementalHash.CreateHash(System.Security.Cryptography.HashAlgorithmName.SHA256);
        var to = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, useAsync: true);
        long bytes = 0;
        await using (to)
        {
            var buffer = new byte[80 * 1024];
            int read;
            while (bytes <= stopAfter && (read = await from.ReadAsync(buffer, cancellationToken)) > 0)
            {
                await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                hash.AppendData(buffer, 0, read);
                bytes += read;
            }
        }

        return new ReceivedFile(BaseName(name), path, bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static string BaseName(string name) => name[(name.AsSpan().LastIndexOfAny('/', '\\') + 1)..];
}
