using Ideogram.Build.Datasets.Assets.Pictures;

namespace Ideogram.Build.Datasets.Assets.Inspection;

/// <summary>Passes over a scan's compressed pixels to the marker after them. Restart markers are numbered and can be counted: lost bytes show there.</summary>
internal sealed class JpegScanReader(ImageReader reader, int restartInterval)
{
    private long _restarts;

    public ImageFault? Read(JpegScan scan)
    {
        using var pixels = scan.Blocks.Length > 0 ? new JpegDcReader(scan, restartInterval) : null;
        var start = reader.Offset;
        while (true)
        {
            if (Pass(CompressedLength(reader.Window()), pixels) is { } broken)
                return broken;
            if (!reader.TryPeek(2, out var bytes))
                return ImageStructure.Truncated(reader, "the compressed pixels of the JPEG");
            if (bytes[0] != 0xFF)
                continue;
            var code = bytes[1];
            if (JpegMarker.IsRestart(code) && LeadsToPixels())
            {
                if (restartInterval == 0 || (code & 7) != (_restarts & 7))
                    return ImageStructure.Damaged(reader.Offset, $"a restart of the JPEG's scan is out of turn");
                _restarts++;
                pixels?.EndInterval();
            }
            else if (code is not (0x00 or 0xFF) && !JpegMarker.IsRestart(code))
            {
                pixels?.EndInterval();
                return End(scan, start) ?? Undecodable(pixels);
            }

            // FF 00 is the value FF; FF FF fills before a marker.
            if (code == 0)
                pixels?.Take(bytes);
            reader.Advance(code == 0xFF ? 1 : 2);
        }
    }

    private ImageFault? Pass(int length, JpegDcReader? pixels)
    {
        pixels?.Take(reader.Window().Slice(0, length));
        reader.Advance(length);
        return Undecodable(pixels);
    }

    private ImageFault? Undecodable(JpegDcReader? pixels) =>
        pixels?.Problem is { } problem ? ImageStructure.Damaged(reader.Offset - pixels.BytesAfterProblem, $"{problem}") : null;

    // Decoders that have all pixels pass over a restart before the next marker.
    private bool LeadsToPixels() => !reader.TryPeek(4, out var bytes) || bytes[2] != 0xFF || bytes[3] is 0x00 or 0xFF;

    /// <summary>How many bytes come before anything but pixels, or before an FF whose second byte is not at hand.</summary>
    private static int CompressedLength(ReadOnlySpan<byte> window)
    {
        var length = 0;
        while (true)
        {
            var next = window.Slice(length).IndexOf((byte)0xFF);
            if (next < 0)
                return window.Length;
            length += next;
            if (length + 1 >= window.Length || window[length + 1] != 0)
                return length;
            length += 2;
        }
    }

    private ImageFault? End(JpegScan scan, long start)
    {
        var least = restartInterval == 0 ? 0 : ((scan.Units + restartInterval - 1) / restartInterval) - 1;
        if (_restarts < least || (reader.Offset - start) * 8 < scan.MinBits)
            return ImageStructure.Damaged(reader.Offset, $"the JPEG's scan ends before all of its pixels came");
        // Some writers restart once more after the last unit.
        return scan.Units > 0 && _restarts > least + 1 ? ImageStructure.Damaged(reader.Offset, $"the JPEG's scan has more restarts than pixels to fill them")
            : null;
    }
}
