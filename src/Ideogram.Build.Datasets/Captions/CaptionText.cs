using System.Text;
using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Datasets.Captions;

/// <summary>Decodes a caption file: UTF-8 with or without its mark, or UTF-16 with its mark. Nothing is guessed; what the bytes look like is only
/// said.</summary>
internal static class CaptionText
{
    private const byte FirstOfWindows1252 = 0x80;

    // The five values that Windows-1252 leaves open.
    private static readonly byte[] NotInWindows1252 = [0x81, 0x8D, 0x8F, 0x90, 0x9D];

    private static readonly UnicodeEncoding LittleEndian = new(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding BigEndian = new(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);

    /// <summary>The text without its mark; null with a problem.</summary>
    public static string? Decode(byte[] bytes, out CaptionTextProblem? problem)
    {
        problem = null;
        if (StartsWith(bytes, 0xFF, 0xFE, 0, 0) || StartsWith(bytes, 0, 0, 0xFE, 0xFF))
            problem = new(Position.Start, "is UTF-32. Save it as UTF-8.");
        else if (StartsWith(bytes, 0xFF, 0xFE))
            return DecodeUtf16(LittleEndian, bytes, out problem);
        else if (StartsWith(bytes, 0xFE, 0xFF))
            return DecodeUtf16(BigEndian, bytes, out problem);
        else if (Utf16WithoutMark(bytes) is { } zero)
            problem = NotUtf8(bytes, Math.Min(zero, Utf8Bytes.FirstWrong(bytes)), " It looks like UTF-16 without a byte order mark.");
        else
            return DecodeUtf8(bytes, out problem);
        return null;
    }

    private static string? DecodeUtf8(byte[] bytes, out CaptionTextProblem? problem)
    {
        problem = null;
        try
        {
            return StrictUtf8.Decode(bytes);
        }
        catch (DecoderFallbackException)
        {
            var at = Utf8Bytes.FirstWrong(bytes);
            var rest = bytes.Skip(at).Where(b => b >= FirstOfWindows1252).ToList();
            var guess = rest.Exists(b => NotInWindows1252.Contains(b)) ? "" : " It looks like Windows-1252, or another encoding of Windows.";
            problem = NotUtf8(bytes, at, guess);
            return null;
        }
    }

    private static CaptionTextProblem NotUtf8(byte[] bytes, int at, string guess) => new(
        Utf8Bytes.PositionOf(bytes, at), FormattableString.Invariant($"is not UTF-8: byte {at:N0} is {bytes[at]:X2}.{guess} Save it as UTF-8."));

    private static string? DecodeUtf16(UnicodeEncoding encoding, byte[] bytes, out CaptionTextProblem? problem)
    {
        problem = null;
        try
        {
            return encoding.GetString(bytes, 2, bytes.Length - 2);
        }
        catch (ArgumentException)
        {
            problem = new(Position.Start, "has the byte order mark of UTF-16 but is not UTF-16: half of a character is missing. Save it as UTF-8.");
            return null;
        }
    }

    // Latin text in UTF-16 has a zero in every second byte; text in UTF-8 has none at all.
    private static int? Utf16WithoutMark(byte[] bytes)
    {
        var first = Array.IndexOf(bytes, (byte)0);
        if (first < 0 || bytes.Length % 2 != 0)
            return null;
        var (even, odd) = (Zeros(bytes, 0), Zeros(bytes, 1));
        return Math.Max(even, odd) * 4 >= bytes.Length / 2 && Math.Min(even, odd) * 4 < Math.Max(even, odd) ? first : null;
    }

    private static int Zeros(byte[] bytes, int start)
    {
        var count = 0;
        for (var i = start; i < bytes.Length; i += 2)
            count += bytes[i] == 0 ? 1 : 0;
        return count;
    }

    private static bool StartsWith(byte[] bytes, params byte[] mark) => bytes.AsSpan().StartsWith(mark);
}

/// <summary>Why a caption file is not a text.</summary>
/// <param name="Position">The first wrong byte's place; columns count characters.</param>
/// <param name="Text">Continues after the file's name.</param>
internal sealed record CaptionTextProblem(Position Position, string Text);
