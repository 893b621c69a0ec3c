namespace Ideogram.Build.Datasets.Assets.Inspection;

/// <summary>The second byte of JPEG's markers (ITU-T T.81, table B.1).</summary>
internal static class JpegMarker
{
    public const byte Temporary = 0x01;
    public const byte StartOfFrame = 0xC0;
    public const byte HuffmanTables = 0xC4;
    public const byte Reserved = 0xC8;
    public const byte ArithmeticConditioning = 0xCC;
    public const byte LastStartOfFrame = 0xCF;
    public const byte FirstRestart = 0xD0;
    public const byte LastRestart = 0xD7;
    public const byte StartOfImage = 0xD8;
    public const byte EndOfImage = 0xD9;
    public const byte StartOfScan = 0xDA;
    public const byte QuantizationTables = 0xDB;
    public const byte NumberOfLines = 0xDC;
    public const byte RestartInterval = 0xDD;
    public const byte HierarchicalProgression = 0xDE;
    public const byte Expand = 0xDF;
    public const byte FirstApplication = 0xE0;
    public const byte Exif = 0xE1;
    public const byte MultiPicture = 0xE2;
    public const byte Adobe = 0xEE;
    public const byte LosslessFrame = 0xF7;
    public const byte LastApplication = 0xEF;
    public const byte Comment = 0xFE;

    public static bool IsStartOfFrame(byte marker) =>
        marker is >= StartOfFrame and <= LastStartOfFrame and not (HuffmanTables or Reserved or ArithmeticConditioning);

    public static bool IsRestart(byte marker) => marker is >= FirstRestart and <= LastRestart;

    public static bool IsSkipped(byte marker) => marker is (>= FirstApplication and <= LastApplication) or Comment;
}
