namespace Ideogram.Build.Sync.Api;

/// <summary>A file to send: an image or a caption sidecar.</summary>
/// <param name="Name">Its name at Ideogram: lower-case ASCII, safe in a header.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Length">Its size in bytes, which the stream must keep.</param>
/// <param name="Open">Opens its bytes.</param>
public sealed record UploadFile(string Name, string ContentType, long Length, Func<Stream> Open)
{
    /// <summary>The SHA-256 that the bytes must have, 64 lower-case hex digits; null for what is made in memory.</summary>
    public string? Sha256 { get; init; }

    /// <summary>The CRC-32 that the bytes must have. If it is known, it is used instead of the hash, which takes ten times as long.</summary>
    public uint? Crc32 { get; init; }
}
