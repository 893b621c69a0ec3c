using System.Buffers.Text;

namespace Ideogram.Build.Emulator.Ideogram;

/// <summary>Identifiers as Ideogram gives them: a UUID in URL-safe base64, 22 characters.</summary>
internal static class ApiId
{
    public static string New() => Base64Url.EncodeToString(Guid.NewGuid().ToByteArray());

    /// <summary>Also what keeps an identifier of a request from being a path.</summary>
    public static bool IsWellFormed(string id) => id.Length == 22 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
