using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Assets.Inspection;

namespace Ideogram.Build.Datasets.Tests.Assets.Inspection;

/// <summary>What decoders refuse in a JPEG, and where it is found.</summary>
public sealed class JpegDamageTests
{
    [Fact]
    public void Restarts_are_counted_so_that_a_lost_stretch_of_pixels_shows()
    {
        var jpeg = TestImages.Jpeg(300, 200, 1, new() { RestartInterval = 50 });
        Inspect.Sound(jpeg);
        var (third, fourth) = (Inspect.Find(jpeg, 0xFF, 0xD2), Inspect.Find(jpeg, 0xFF, 0xD3));
        Inspect.Fault([.. jpeg.AsSpan(0, third), .. jpeg.AsSpan(fourth)], ImageFaultKind.Damaged).Text.ShouldContain("restart");
    }

    [Fact]
    public void A_scan_without_its_last_restarts_is_damage()
    {
        var jpeg = TestImages.Jpeg(300, 200, 1, new() { RestartInterval = 50 });
        Inspect.Fault([.. jpeg.AsSpan(0, Inspect.Find(jpeg, 0xFF, 0xD5)), 0xFF, 0xD9], ImageFaultKind.Damaged).Text.ShouldContain("before all of its pixels");
    }

    [Fact]
    public void A_scan_shorter_than_its_shortest_codes_allow_is_damage()
    {
        var jpeg = TestImages.Jpeg(300, 200);
        var pixels = Inspect.Find(jpeg, 0xFF, 0xDA) + 14;
        Inspect.Fault([.. jpeg.AsSpan(0, pixels + 100), 0xFF, 0xD9], ImageFaultKind.Damaged).Text.ShouldContain("before all of its pixels");
    }

    [Fact]
    public void A_progressive_jpeg_without_a_colours_scans_is_damage()
    {
        var jpeg = TestImages.Jpeg(options: new() { Components = 1, Progressive = true });
        byte[] frameOfThree = [0xFF, 0xC2, 0, 17, 8, 0, 48, 0, 64, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0];
        var frame = Inspect.Find(jpeg, 0xFF, 0xC2);
        Inspect.Fault([.. jpeg.AsSpan(0, frame), .. frameOfThree, .. jpeg.AsSpan(frame + 13)], ImageFaultKind.Damaged).Text.ShouldContain("colours");
    }

    [Theory]
    [InlineData(0xC0, 3, 16, "length")]
    [InlineData(0xC0, 4, 9, "bits per colour")]
    [InlineData(0xC0, 7, 0, "no width")]
    [InlineData(0xC0, 9, 200, "length")]
    [InlineData(0xC0, 11, 0x00, "sampling")]
    [InlineData(0xC0, 11, 0x31, "sampling", 0x21)]
    [InlineData(0xC0, 12, 1, "quantization")]
    [InlineData(0xC4, 4, 0x24, "Huffman")]
    [InlineData(0xC4, 5, 3, "Huffman")]
    [InlineData(0xC4, 8, 200, "Huffman")]
    [InlineData(0xC4, 22, 0, "Huffman")]
    [InlineData(0xDB, 4, 0x20, "quantization")]
    [InlineData(0xDA, 4, 9, "length")]
    [InlineData(0xDA, 5, 9, "colour")]
    [InlineData(0xDA, 6, 0x44, "Huffman")]
    public void An_impossible_header_is_damage(int marker, int offset, int value, string words, int second = -1)
    {
        var jpeg = TestImages.Jpeg();
        var at = Inspect.Find(jpeg, 0xFF, (byte)marker);
        var damaged = Inspect.With(jpeg, at + offset, (byte)value);
        if (second >= 0)
            damaged[at + offset + 3] = (byte)second;
        if (marker == 0xC0 && offset == 7)
            damaged[at + 8] = 0;
        var fault = Inspect.Bytes(damaged).Fault.ShouldNotBeNull();
        fault.Kind.ShouldBe(ImageFaultKind.Damaged, fault.Text);
        fault.Text.ShouldContain(words);
    }

    [Theory]
    [InlineData(0x00)]
    [InlineData(0x02)]
    [InlineData(0xC8)]
    [InlineData(0xD8)]
    [InlineData(0xF0)]
    public void A_marker_that_has_no_place_is_damage(int marker)
    {
        var jpeg = TestImages.Jpeg();
        Inspect.Fault(Inspect.With(jpeg, Inspect.Find(jpeg, 0xFF, 0xDB), 0xFF, (byte)marker), ImageFaultKind.Damaged);
    }

    [Fact]
    public void Two_frames_are_damage()
    {
        var jpeg = TestImages.Jpeg();
        var frame = Inspect.Find(jpeg, 0xFF, 0xC0);
        Inspect.Fault([.. jpeg.AsSpan(0, frame), .. jpeg.AsSpan(frame, 19), .. jpeg.AsSpan(frame)], ImageFaultKind.Damaged).Text.ShouldContain("second");
    }

    [Fact]
    public void A_jpeg_without_a_scan_is_damage() => Inspect.Fault([0xFF, 0xD8, 0xFF, 0xD9], ImageFaultKind.Damaged);

    [Fact]
    public void A_fault_names_the_byte()
    {
        var jpeg = TestImages.Jpeg();
        var at = Inspect.Find(jpeg, 0xFF, 0xDB);
        Inspect.Fault(Inspect.With(jpeg, at + 1, 0xF0), ImageFaultKind.Damaged).Offset.ShouldBe(at);
    }
}
