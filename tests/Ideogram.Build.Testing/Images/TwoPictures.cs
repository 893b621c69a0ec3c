namespace Ideogram.Build.Testing;

/// <summary>A JPEG of two pictures: 32 pixels wide as it is committed, 64 pixels wide once git has turned its line ends into CRLF. Both are correct.</summary>
public static class TwoPictures
{
    private const int LineFeeds = 4;

    /// <summary>The bytes to commit.</summary>
    public static byte[] Jpeg()
    {
        var (shown, sent) = (Flat(32)[2..], Flat(64)[2..]);
        // With its line feeds doubled the first comment ends before these four bytes: then they begin one that hides the picture of 32 pixels.
        byte[] hides = [0xFF, 0xFE, .. Number(shown.Length + 2)];
        byte[] comment = [.. Enumerable.Repeat((byte)'\n', LineFeeds), .. "filler.."u8, .. hides];
        return [0xFF, 0xD8, 0xFF, 0xFE, .. Number(comment.Length + 2), .. comment, .. shown, .. sent];
    }

    // A grey square, without any line feed in its bytes.
    private static byte[] Flat(byte side) =>
    [
        0xFF, 0xD8,
        0xFF, 0xDB, 0, 67, 0, .. Enumerable.Repeat((byte)1, 64),
        0xFF, 0xC0, 0, 11, 8, 0, side, 0, side, 1, 1, 0x11, 0,
        0xFF, 0xC4, 0, 20, 0x00, 1, .. new byte[15], 0,
        0xFF, 0xC4, 0, 20, 0x10, 1, .. new byte[15], 0,
        0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0,
        // Two bits of zero for each block of 8 by 8 pixels.
        .. new byte[side / 8 * (side / 8) / 4],
        0xFF, 0xD9,
    ];

    private static byte[] Number(int value) => [(byte)(value >> 8), (byte)value];
}
