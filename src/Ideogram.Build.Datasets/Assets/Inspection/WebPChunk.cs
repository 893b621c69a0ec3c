namespace Ideogram.Build.Datasets.Assets.Inspection;

/// <summary>The names of WebP's chunks that matter here, as the four letters in the file (big-endian).</summary>
internal static class WebPChunk
{
    public const uint Lossy = 0x56503820; // "VP8 "
    public const uint Lossless = 0x5650384C; // VP8L
    public const uint Extended = 0x56503858; // VP8X
    public const uint Alpha = 0x414C5048; // ALPH
    public const uint Animation = 0x414E494D; // ANIM
    public const uint Frame = 0x414E4D46; // ANMF
    public const uint Profile = 0x49434350; // ICCP
    public const uint Exif = 0x45584946; // EXIF
}
