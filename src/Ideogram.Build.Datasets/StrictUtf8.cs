using System.Text;

namespace Ideogram.Build.Datasets;

/// <summary>Decodes UTF-8 without guessing: a byte that is not UTF-8 is an error, a byte order mark is left out.</summary>
internal static class StrictUtf8
{
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text without its byte order mark.</summary>
    /// <exception cref="DecoderFallbackException">The bytes are not UTF-8; <see cref="DecoderFallbackException.Index"/> says where.</exception>
    public static string Decode(byte[] bytes)
    {
        var start = bytes.Length >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0;
        return Encoding.GetString(bytes, start, bytes.Length - start);
    }
}
