using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Assets.Inspection;

namespace Ideogram.Build.Datasets.Tests.Assets.Inspection;

public sealed class PngTests
{
    private const int HeaderEnd = 33;

    [Theory]
    [InlineData(0, 1, false)]
    [InlineData(0, 16, false)]
    [InlineData(2, 8, false)]
    [InlineData(2, 16, false)]
    [InlineData(3, 4, false)]
    [InlineData(3, 8, false)]
    [InlineData(4, 8, true)]
    [InlineData(6, 8, true)]
    [InlineData(6, 16, true)]
    public void Bits_and_alpha_come_from_the_header(int colourType, int depth, bool alpha)
    {
        var image = Inspect.Sound(TestImages.Png(300, 200, 1, new() { ColourType = colourType, BitDepth = depth }));
        (image.Format, image.Width, image.Height, image.BitsPerChannel, image.HasAlpha, image.IsAnimated)
            .ShouldBe((ImageFormat.Png, 300, 200, depth, alpha, false));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_transparency_chunk_is_alpha(int colourType) => Inspect.Sound(TestImages.Png(options: new() { ColourType = colourType, Transparency = true }))
        .HasAlpha.ShouldBeTrue();

    [Fact]
    public void An_interlaced_png_is_read() => Inspect.Sound(TestImages.Png(33, 21, 1, new() { Interlaced = true })).Width.ShouldBe(33);

    [Fact]
    public void Several_frames_are_an_animation() => Inspect.Sound(TestImages.Png(options: new() { Frames = 2 })).IsAnimated.ShouldBeTrue();

    [Theory]
    [InlineData("acTL", new byte[] { 0, 0, 0, 1, 0, 0, 0, 0 }, false, false)]
    [InlineData("acTL", new byte[] { 0, 0, 0, 1, 0, 0, 0, 0 }, true, true)]
    [InlineData("acTL", new byte[] { 0, 0, 0, 0, 0, 0, 0, 0 }, false, true)]
    [InlineData("acTL", new byte[] { 0, 0, 0, 1 }, false, true)]
    [InlineData("acTL", new byte[] { 0, 0, 0, 2, 0, 0, 0, 0 }, true, true)]
    [InlineData("fdAT", new byte[] { 0, 0, 0, 1, 9, 9 }, true, true)]
    [InlineData("gAMA", new byte[] { 0, 0, 7, 208 }, false, true)]
    [InlineData("gAMA", new byte[] { 0, 0, 177, 143 }, false, false)]
    [InlineData("gAMA", new byte[] { 0, 1, 134, 160 }, false, false)]
    public void A_png_that_can_show_two_pictures_is_animated(string chunk, byte[] data, bool isLate, bool isAnimated)
    {
        var png = TestImages.Png();
        var made = new List<byte>();
        made.AddRange(PngBuilder.Chunk(chunk, data));
        var at = isLate ? png.Length - 12 : 33;

        Inspect.Bytes([.. png[..at], .. made, .. png[at..]]).Image.ShouldNotBeNull().IsAnimated.ShouldBe(isAnimated);
    }

    [Fact]
    public void The_size_is_after_the_exif_orientation()
    {
        var image = Inspect.Sound(TestImages.Png(300, 200, 1, new() { Orientation = 6 }));
        (image.Width, image.Height).ShouldBe((200, 300));
    }

    [Fact]
    public void Every_damaged_byte_is_found()
    {
        var png = TestImages.Png(options: new() { ColourType = 3, DataChunkSize = 100, Orientation = 3 });
        for (var i = 0; i < png.Length; i++)
            Inspect.Bytes(Inspect.With(png, i, (byte)(png[i] ^ 0x20))).Fault.ShouldNotBeNull($"byte {i}");
    }

    [Fact]
    public void A_wrong_checksum_of_a_chunk_that_the_picture_does_not_need_is_a_complaint()
    {
        var png = TestImages.Png(options: new() { Orientation = 3 });
        var at = Inspect.Find(png, (byte)'e', (byte)'X', (byte)'I', (byte)'f');
        var inspection = Inspect.Bytes(Inspect.With(png, at + 4, (byte)(png[at + 4] ^ 1)));
        inspection.Image.ShouldNotBeNull();
        inspection.Fault.ShouldNotBeNull().Kind.ShouldBe(ImageFaultKind.Irregular);
    }

    [Fact]
    public void A_missing_end_chunk_after_whole_chunks_is_said_to_be_that()
    {
        var png = TestImages.Png();
        Inspect.Fault(png[..^12], ImageFaultKind.Truncated).Text.ShouldContain("without the end chunk");
        Inspect.Fault(png[..^13], ImageFaultKind.Truncated).Text.ShouldContain("chunk IDAT");
    }

    [Fact]
    public void A_wrong_checksum_names_the_chunk_and_its_byte()
    {
        var png = TestImages.Png();
        var fault = Inspect.Fault(Inspect.With(png, HeaderEnd + 10, (byte)(png[HeaderEnd + 10] + 1)), ImageFaultKind.Damaged);
        fault.Offset.ShouldBe(HeaderEnd);
        fault.Text.ShouldContain("IDAT");
    }

    [Theory]
    [InlineData(0, 0, 8, 2, 0, 0, 0)]
    [InlineData(9, 9, 16, 3, 0, 0, 0)]
    [InlineData(9, 9, 4, 2, 0, 0, 0)]
    [InlineData(9, 9, 8, 5, 0, 0, 0)]
    [InlineData(9, 9, 8, 2, 1, 0, 0)]
    [InlineData(9, 9, 8, 2, 0, 1, 0)]
    [InlineData(9, 9, 8, 2, 0, 0, 2)]
    public void An_impossible_header_is_damage(byte width, byte height, byte depth, byte colourType, byte compression, byte filter, byte interlace) =>
        Inspect.Fault(Made(("IHDR", [0, 0, 0, width, 0, 0, 0, height, depth, colourType, compression, filter, interlace])), ImageFaultKind.Damaged)
            .Text.ShouldContain("header");

    [Theory]
    [InlineData("IDAT IEND")]
    [InlineData("IHDR IHDR IDAT IEND")]
    [InlineData("IHDR IEND")]
    [InlineData("IHDR IDAT tEXt IDAT IEND")]
    [InlineData("IHDR PLTE PLTE IDAT IEND")]
    [InlineData("IHDR NEWS IDAT IEND")]
    public void A_chunk_out_of_place_is_damage(string chunks) => Inspect.Fault(Made([.. chunks.Split(' ').Select(Chunk)]), ImageFaultKind.Damaged);

    [Theory]
    [InlineData("IHDR IDAT IEND")]
    [InlineData("IHDR tEXt PLTE tRNS acTL IDAT IDAT tEXt IEND")]
    [InlineData("IHDR IDAT PLTE IEND")]
    [InlineData("IHDR IDAT tRNS IEND")]
    [InlineData("IHDR IDAT acTL IEND")]
    [InlineData("IHDR tRNS tRNS IDAT IEND")]
    [InlineData("IHDR acTL acTL tEXt tEXt IDAT IEND")]
    [InlineData("IHDR IDAT tEXt eXIf eXIf gAMA IEND")]
    public void Chunks_that_decoders_use_or_pass_over_are_sound(string chunks) => Inspect.Sound(Made([.. chunks.Split(' ').Select(Chunk)]));

    [Fact]
    public void A_palette_image_without_palette_is_damage() =>
        Inspect.Fault(Made(("IHDR", [0, 0, 0, 9, 0, 0, 0, 9, 8, 3, 0, 0, 0]), Chunk("IDAT"), Chunk("IEND")), ImageFaultKind.Damaged)
            .Text.ShouldContain("palette");

    [Fact]
    public void Apples_form_is_unsupported() =>
        Inspect.Fault(Made(("CgBI", [0, 0, 0, 0]), Chunk("IHDR"), Chunk("IDAT"), Chunk("IEND")), ImageFaultKind.Unsupported).Text.ShouldContain("Xcode");

    [Fact]
    public void A_chunk_length_of_two_gigabytes_and_more_is_damage() => Inspect.Fault(Inspect.With(TestImages.Png(), HeaderEnd, 0x80), ImageFaultKind.Damaged)
        .Offset.ShouldBe(HeaderEnd);

    private static (string Type, byte[] Data) Chunk(string type) => (type, type switch
    {
        "IHDR" => [0, 0, 0, 9, 0, 0, 0, 9, 8, 2, 0, 0, 0],
        "PLTE" => new byte[3],
        "tRNS" => new byte[6],
        "acTL" => new byte[8],
        "IEND" => [],
        _ => [1, 2, 3],
    });

    private static byte[] Made(params (string Type, byte[] Data)[] chunks)
    {
        List<byte> png = [0x89, .. "PNG\r\n\x1A\n"u8];
        foreach (var (type, data) in chunks)
            png.AddRange(PngBuilder.Chunk(type, data));
        return [.. png];
    }
}
