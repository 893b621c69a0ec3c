using Ideogram.Build.Datasets.Assets.Inspection;

namespace Ideogram.Build.Datasets.Assets.Pictures;

/// <summary>The Huffman tables that decoders supply where a sequential JPEG has none in slots 0 and 1, as in frames of Motion JPEG (ITU-T T.81, annex K.3).
/// </summary>
internal static class JpegUsualTables
{
    private static readonly JpegHuffmanTable[] DcTables =
    [
        Parse("00010501010101010100000000000000" + "000102030405060708090A0B"),
        Parse("00030101010101010101010000000000" + "000102030405060708090A0B"),
    ];

    private static readonly JpegHuffmanTable[] AcTables =
    [
        Parse("0002010303020403050504040000017D"
            + "01020300041105122131410613516107227114328191A1082342B1C11552D1F02433627282090A161718191A25262728292A3435363738393A43"
            + "4445464748494A535455565758595A636465666768696A737475767778797A838485868788898A92939495969798999AA2A3A4A5A6A7A8A9AAB2B3B4B5B6B7B8B9BA"
            + "C2C3C4C5C6C7C8C9CAD2D3D4D5D6D7D8D9DAE1E2E3E4E5E6E7E8E9EAF1F2F3F4F5F6F7F8F9FA"),
        Parse("00020102040403040705040400010277"
            + "000102031104052131061241510761711322328108144291A1B1C109233352F0156272D10A162434E125F11718191A262728292A35363738393A"
            + "434445464748494A535455565758595A636465666768696A737475767778797A82838485868788898A92939495969798999AA2A3A4A5A6A7A8A9AAB2B3B4B5B6B7B8"
            + "B9BAC2C3C4C5C6C7C8C9CAD2D3D4D5D6D7D8D9DAE2E3E4E5E6E7E8E9EAF2F3F4F5F6F7F8F9FA"),
    ];

    public static JpegHuffmanTable? Dc(int slot) => slot < DcTables.Length ? DcTables[slot] : null;

    public static JpegHuffmanTable? Ac(int slot) => slot < AcTables.Length ? AcTables[slot] : null;

    private static JpegHuffmanTable Parse(string hex)
    {
        var bytes = new byte[hex.Length / 2];
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)((Digit(hex[2 * i]) << 4) | Digit(hex[(2 * i) + 1]));
        return JpegHuffmanTable.Read(bytes, out _)!;
    }

    private static int Digit(char digit) => digit <= '9' ? digit - '0' : digit - 'A' + 10;
}
