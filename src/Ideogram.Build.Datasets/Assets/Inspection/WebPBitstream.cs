using System.Buffers.Binary;

namespace Ideogram.Build.Datasets.Assets.Inspection;

/// <summary>What the first bytes of a VP8 or VP8L bitstream say.</summary>
internal readonly record struct WebPBitstream(int Width, int Height, bool HasAlpha)
{
    public const int HeaderSize = 10;

    private const int LossyHeader = 10;
    private const int LosslessHeader = 5;
    private const byte LosslessSignature = 0x2F;

    /// <summary>Gives what is wrong, or null.</summary>
    public static string? Read(uint name, ReadOnlySpan<byte> bytes, long length, out WebPBitstream stream) =>
        name == WebPChunk.Lossless ? ReadLossless(bytes, out stream) : ReadLossy(bytes, length, out stream);

    // RFC 6386, 9.1: a key frame that is shown, a known profile, a first partition inside the chunk, a start code, 14 bits each for the size.
    private static string? ReadLossy(ReadOnlySpan<byte> bytes, long length, out WebPBitstream stream)
    {
        stream = default;
        if (bytes.Length < LossyHeader)
            return "the WebP's image has no header";
        var tag = bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
        var (isKeyFrame, profile, isShown, firstPartition) = ((tag & 1) == 0, (tag >> 1) & 7, (tag & 0x10) != 0, tag >> 5);
        stream = new WebPBitstream(BinaryPrimitives.ReadUInt16LittleEndian(bytes.Slice(6)) & 0x3FFF,
            BinaryPrimitives.ReadUInt16LittleEndian(bytes.Slice(8)) & 0x3FFF, false);
        var sound = isKeyFrame && isShown && profile <= 3 && LossyHeader + firstPartition <= length
            && bytes[3] == 0x9D && bytes[4] == 0x01 && bytes[5] == 0x2A && stream is { Width: > 0, Height: > 0 };
        return sound ? null : "the header of the WebP's image is impossible";
    }

    // RFC 9649, 3.4: signature, 14 bits each for width and height less one, a bit for alpha, three for the version.
    private static string? ReadLossless(ReadOnlySpan<byte> bytes, out WebPBitstream stream)
    {
        stream = default;
        if (bytes.Length < LosslessHeader || bytes[0] != LosslessSignature)
            return "the WebP's image has no header";
        var bits = BinaryPrimitives.ReadUInt32LittleEndian(bytes.Slice(1));
        stream = new WebPBitstream((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1, (bits & 0x10000000) != 0);
        return bits >> 29 == 0 ? null : "the header of the WebP's image is impossible";
    }
}
