namespace Ideogram.Build.Emulator.Ideogram.Images;

/// <summary>Walks a WebP's chunks up to the size that RIFF states, and requires image data among them.</summary>
internal static class WebpCheck
{
    public static bool IsWhole(ImageBytes bytes, long fileLength)
    {
        bytes.Skip(4);
        long left = bytes.UInt32Little();
        if (left + 8 > fileLength)
            return false;

        bytes.Skip(4);
        left -= 4;
        var first = true;
        var pixels = false;
        while (left >= 8)
        {
            var type = bytes.Bytes(4);
            long length = bytes.UInt32Little();
            // A chunk of odd length is padded; some writers leave the last one unpadded.
            var padded = Math.Min(length + (length & 1), left - 8);
            if (length > left - 8 || (first && type.AsSpan(0, 3) is not [(byte)'V', (byte)'P', (byte)'8']))
                return false;

            var read = 0;
            switch (type)
            {
                case [(byte)'V', (byte)'P', (byte)'8', (byte)' ']:
                    if (length < 10 || bytes.Bytes(6).AsSpan(3) is not [0x9D, 0x01, 0x2A])
                        return false;
                    (read, pixels) = (6, true);
                    break;
                case [(byte)'V', (byte)'P', (byte)'8', (byte)'L']:
                    if (length < 5 || bytes.Byte() != 0x2F)
                        return false;
                    (read, pixels) = (1, true);
                    break;
                case [(byte)'A', (byte)'N', (byte)'M', (byte)'F']:
                    pixels = true;
                    break;
            }

            bytes.Skip(padded - read);
            left -= 8 + padded;
            first = false;
        }

        return pixels;
    }
}
