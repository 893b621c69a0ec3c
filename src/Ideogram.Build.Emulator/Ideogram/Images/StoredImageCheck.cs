namespace Ideogram.Build.Emulator.Ideogram.Images;

/// <summary>Whether a file is a whole JPEG, PNG or WebP. Its bytes decide, not its name. Pixels are not decoded.</summary>
internal static class StoredImageCheck
{
    public static bool IsImage(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
        Span<byte> head = stackalloc byte[12];
        if (stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length)
            return false;

        stream.Position = 0;
        var bytes = new ImageBytes(stream);
        try
        {
            return head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? JpegCheck.IsWhole(bytes)
                : head.StartsWith(PngCheck.Signature) ? PngCheck.IsWhole(bytes)
                : head[..4].SequenceEqual("RIFF"u8) && head[8..].SequenceEqual("WEBP"u8) && WebpCheck.IsWhole(bytes, stream.Length);
        }
        catch (EndOfStreamException)
        {
            return false;
        }
    }
}
