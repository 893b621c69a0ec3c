using Ideogram.Build.Datasets.Assets.Inspection;

namespace Ideogram.Build.Datasets.Tests.Assets.Inspection;

public sealed class Crc32Tests
{
    [Fact]
    public void The_check_value_of_the_standard_is_right() => Crc32.Append(0, "123456789"u8).ShouldBe(0xCBF43926);

    [Fact]
    public void Every_length_and_every_cut_gives_what_bits_give()
    {
        var bytes = new byte[700];
        new Random(1).NextBytes(bytes);
        for (var length = 0; length <= bytes.Length; length++)
        {
            var cut = length / 3;
            Crc32.Append(Crc32.Append(0, bytes.AsSpan(0, cut)), bytes.AsSpan(cut, length - cut)).ShouldBe(BitByBit(bytes.AsSpan(0, length)), $"{length} bytes");
            (~Crc32.AppendByTable(uint.MaxValue, bytes.AsSpan(0, length))).ShouldBe(BitByBit(bytes.AsSpan(0, length)), $"{length} bytes by table");
        }
    }

    private static uint BitByBit(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
        }

        return ~crc;
    }
}
