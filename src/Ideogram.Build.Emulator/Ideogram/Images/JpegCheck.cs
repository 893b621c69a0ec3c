namespace Ideogram.Build.Emulator.Ideogram.Images;

/// <summary>Walks a JPEG's markers: a frame header with a size, at least one scan, and the end of image.</summary>
internal static class JpegCheck
{
    private const int StartOfImage = 0xD8;
    private const int EndOfImage = 0xD9;
    private const int StartOfScan = 0xDA;

    public static bool IsWhole(ImageBytes bytes)
    {
        bytes.Skip(2);
        var framed = false;
        var scanned = false;
        var marker = NextMarker(bytes);
        while (marker != EndOfImage)
        {
            if (marker is 0 or StartOfImage)
                return false;

            var length = bytes.UInt16() - 2;
            if (length < 0)
                return false;

            if (IsFrame(marker))
            {
                if (framed || length < 9)
                    return false;
                bytes.Skip(1);
                var height = bytes.UInt16();
                var width = bytes.UInt16();
                if (width == 0 || height == 0)
                    return false;
                framed = true;
                length -= 5;
            }

            bytes.Skip(length);
            if (marker == StartOfScan && !framed)
                return false;

            scanned |= marker == StartOfScan;
            marker = marker == StartOfScan ? MarkerAfterScan(bytes) : NextMarker(bytes);
        }

        return framed && scanned;
    }

    // C4, C8 and CC lie among the frame headers but are tables and a reserved code.
    private static bool IsFrame(int marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static int NextMarker(ImageBytes bytes)
    {
        if (bytes.Byte() != 0xFF)
            return 0;

        int marker;
        do
            marker = bytes.Byte();
        while (marker == 0xFF);
        return marker;
    }

    /// <summary>Inside a scan FF 00 is a data byte and D0 to D7 are restarts; anything else ends it.</summary>
    private static int MarkerAfterScan(ImageBytes bytes)
    {
        while (true)
        {
            bytes.SkipPast(0xFF);
            int marker;
            do
                marker = bytes.Byte();
            while (marker == 0xFF);
            if (marker is not (0 or (>= 0xD0 and <= 0xD7)))
                return marker;
        }
    }
}
