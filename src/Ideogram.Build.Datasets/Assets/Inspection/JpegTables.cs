using System.Buffers.Binary;

namespace Ideogram.Build.Datasets.Assets.Inspection;

/// <summary>The tables that a JPEG has defined so far.</summary>
internal sealed class JpegTables
{
    private const int Slots = 4;
    private const int MaxCodeLength = 16;

    private readonly JpegHuffmanTable?[] _dc = new JpegHuffmanTable?[Slots];
    private readonly JpegHuffmanTable?[] _ac = new JpegHuffmanTable?[Slots];
    private readonly int?[] _quanta = new int?[Slots];

    /// <summary>What the first coefficient is multiplied by; null while the table is not defined.</summary>
    public int? Quantum(int slot) => _quanta[slot];

    public JpegHuffmanTable? Dc(int slot) => slot < Slots ? _dc[slot] : null;

    public JpegHuffmanTable? Ac(int slot) => slot < Slots ? _ac[slot] : null;

    /// <summary>Gives what is wrong, or null.</summary>
    public string? ReadHuffman(ReadOnlySpan<byte> payload)
    {
        while (!payload.IsEmpty)
        {
            if (payload.Length <= MaxCodeLength || payload[0] >> 4 > 1 || (payload[0] & 15) >= Slots)
                return "a JPEG Huffman table has an impossible header";
            var table = JpegHuffmanTable.Read(payload.Slice(1), out var length);
            if (table is null)
                return "a JPEG Huffman table is impossible";
            (payload[0] >> 4 == 0 ? _dc : _ac)[payload[0] & 15] = table;
            payload = payload.Slice(1 + length);
        }

        return null;
    }

    /// <summary>Gives what is wrong, or null.</summary>
    public string? ReadQuantization(ReadOnlySpan<byte> payload)
    {
        while (!payload.IsEmpty)
        {
            var length = payload[0] >> 4 == 0 ? 65 : 129;
            if (payload[0] >> 4 > 1 || (payload[0] & 15) >= Slots || payload.Length < length)
                return "a JPEG quantization table is impossible";
            _quanta[payload[0] & 15] = length == 65 ? payload[1] : BinaryPrimitives.ReadUInt16BigEndian(payload.Slice(1));
            payload = payload.Slice(length);
        }

        return null;
    }

    /// <summary>Gives what is wrong, or null.</summary>
    public static string? CheckArithmetic(ReadOnlySpan<byte> payload)
    {
        var sound = payload.Length % 2 == 0;
        for (var i = 0; sound && i < payload.Length; i += 2)
            sound = payload[i] < 32 && (payload[i] >= 16 || (payload[i + 1] & 15) <= payload[i + 1] >> 4);
        return sound ? null : "a JPEG arithmetic conditioning is impossible";
    }
}
