using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Datasets;

/// <summary>Finds where bytes stop being UTF-8 (RFC 3629): the exceptions of two frameworks count differently.</summary>
internal static class Utf8Bytes
{
    /// <summary>The first byte of the first sequence that is not UTF-8; the length where there is none.</summary>
    public static int FirstWrong(byte[] bytes)
    {
        var at = 0;
        while (at < bytes.Length)
        {
            var length = Length(bytes.AsSpan(at));
            if (length == 0)
                return at;
            at += length;
        }

        return at;
    }

    // 0 for what is none. The second byte is bound more narrowly after some first ones: no overlong forms, no surrogates, nothing above U+10FFFF.
    private static int Length(ReadOnlySpan<byte> bytes)
    {
        var (length, from, to) = bytes[0] switch
        {
            < 0x80 => (1, 0, 0),
            >= 0xC2 and <= 0xDF => (2, 0x80, 0xBF),
            0xE0 => (3, 0xA0, 0xBF),
            0xED => (3, 0x80, 0x9F),
            >= 0xE1 and <= 0xEF => (3, 0x80, 0xBF),
            0xF0 => (4, 0x90, 0xBF),
            0xF4 => (4, 0x80, 0x8F),
            >= 0xF1 and <= 0xF3 => (4, 0x80, 0xBF),
            _ => (0, 0, 0),
        };
        if (length > bytes.Length || (length > 1 && (bytes[1] < from || bytes[1] > to)))
            return 0;
        for (var i = 2; i < length; i++)
        {
            if (bytes[i] is < 0x80 or > 0xBF)
                return 0;
        }

        return length;
    }

    /// <summary>The place of a byte; all bytes before it must be valid. Columns count characters.</summary>
    public static Position PositionOf(byte[] bytes, int at)
    {
        var before = StrictUtf8.Decode([.. bytes.Take(at)]);
        var line = before.LastIndexOf('\n');
        return new Position(before.Count(c => c == '\n') + 1, before.Length - line);
    }
}
