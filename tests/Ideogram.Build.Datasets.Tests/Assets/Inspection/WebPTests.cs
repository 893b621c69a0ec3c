using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Assets.Inspection;

namespace Ideogram.Build.Datasets.Tests.Assets.Inspection;

public sealed class WebPTests
{
    // The frame header of a key frame of 300 x 200 pixels, with a first partition of two bytes; nothing here decodes what follows.
    private static readonly byte[] Lossy = [0x50, 0, 0, 0x9D, 0x01, 0x2A, 0x2C, 0x01, 0xC8, 0x00, 1, 2, 3, 4];

    [Fact]
    public void A_lossless_webp_is_read()
    {
        var image = Inspect.Sound(TestImages.WebP(300, 200));
        (image.Format, image.Width, image.Height, image.BitsPerChannel, image.HasAlpha, image.IsAnimated)
            .ShouldBe((ImageFormat.WebP, 300, 200, 8, false, false));
    }

    [Fact]
    public void A_lossy_webp_is_read()
    {
        var image = Inspect.Sound(Made(("VP8 ", Lossy)));
        (image.Width, image.Height, image.HasAlpha).ShouldBe((300, 200, false));
    }

    [Fact]
    public void A_lossy_webp_with_an_alpha_chunk_has_alpha() => Inspect.Sound(Made(Extended(0x10), ("ALPH", [0, 1, 2, 3]), ("VP8 ", Lossy)))
        .HasAlpha.ShouldBeTrue();

    [Fact]
    public void Alpha_of_a_lossless_webp_is_reported() => Inspect.Sound(TestImages.WebP(options: new() { Alpha = true })).HasAlpha.ShouldBeTrue();

    [Fact]
    public void A_webp_that_can_show_two_pictures_is_animated()
    {
        var (still, moving) = (TestImages.WebP(), TestImages.WebP(options: new() { Frames = 2 }));
        Inspect.Sound(TestImages.WebP(options: new() { Extended = true })).IsAnimated.ShouldBeFalse();

        // The flag that says so is taken away, and a still picture comes first.
        var image = still[12..];
        var frame = moving[moving.AsSpan().IndexOf("ANMF"u8)..];
        byte[] extended = [.. "VP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, .. moving[24..30]];
        Inspect.Sound(WebPBuilder.Riff([.. "WEBP"u8, .. extended, .. image, .. frame])).IsAnimated.ShouldBeTrue();
        Inspect.Sound(WebPBuilder.Riff([.. "WEBP"u8, .. extended, .. image, .. image])).IsAnimated.ShouldBeTrue();
    }

    [Fact]
    public void Several_frames_are_an_animation() => Inspect.Sound(TestImages.WebP(options: new() { Frames = 2 })).IsAnimated.ShouldBeTrue();

    [Fact]
    public void The_size_is_after_the_exif_orientation()
    {
        var image = Inspect.Sound(TestImages.WebP(300, 200, 1, new() { Orientation = 6 }));
        (image.Width, image.Height).ShouldBe((200, 300));
    }

    [Fact]
    public void Unknown_chunks_after_the_image_are_passed_over() => Inspect.Sound(Made(Extended(0), ("VP8 ", Lossy), ("XMP ", [1, 2, 3]), ("what", [])));

    [Fact]
    public void A_last_chunk_of_odd_length_needs_no_padding_if_the_size_says_so()
    {
        var padded = Made(("VP8 ", [.. Lossy, 5]));
        var unpadded = Inspect.With(padded[..^1], 4, (byte)(padded[4] - 1));
        Inspect.Sound(unpadded);
        Inspect.Sound([.. unpadded, 0]);
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(-8)]
    public void A_riff_size_that_cuts_into_a_chunk_is_damage(int change)
    {
        var webp = TestImages.WebP();
        Inspect.Fault(Inspect.With(webp, 4, (byte)(webp[4] + change)), ImageFaultKind.Damaged);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(100)]
    public void A_riff_size_beyond_the_file_is_a_truncation(int change)
    {
        var webp = TestImages.WebP();
        Inspect.Fault(Inspect.With(webp, 4, (byte)(webp[4] + change)), ImageFaultKind.Truncated);
    }

    [Theory]
    [InlineData(0x51)] // not a key frame
    [InlineData(0x40)] // not shown
    [InlineData(0x5E)] // profile 7
    public void An_impossible_lossy_header_is_damage(byte tag) => Inspect.Fault(Made(("VP8 ", Inspect.With(Lossy, 0, tag))), ImageFaultKind.Damaged);

    [Theory]
    [InlineData(1, 1)] // a first partition beyond the chunk
    [InlineData(3, 0)]
    [InlineData(5, 0)]
    [InlineData(6, 0, 0)]
    public void A_damaged_lossy_header_is_damage(int offset, params int[] values) =>
        Inspect.Fault(Made(("VP8 ", Inspect.With(Lossy, offset, [.. values.Select(v => (byte)v)]))), ImageFaultKind.Damaged);

    [Theory]
    [InlineData(20, 0x2E)] // signature
    [InlineData(24, 0xF0)] // version
    [InlineData(15, (byte)'M')] // name of the first chunk
    [InlineData(19, 0x7F)] // length of the first chunk
    public void A_damaged_lossless_header_is_damage(int offset, byte value) =>
        Inspect.Fault(Inspect.With(TestImages.WebP(), offset, value), ImageFaultKind.Damaged);

    [Fact]
    public void A_canvas_of_another_size_than_the_image_is_damage() =>
        Inspect.Fault(Made(("VP8X", [0, 0, 0, 0, 1, 0, 0, 1, 0, 0]), ("VP8 ", Lossy)), ImageFaultKind.Damaged).Text.ShouldContain("canvas");

    [Fact]
    public void An_extended_webp_without_an_image_is_damage() => Inspect.Fault(Made(Extended(0), ("EXIF", TestImages.Exif(1))), ImageFaultKind.Damaged)
        .Text.ShouldContain("before its image");

    [Fact]
    public void A_frame_beyond_the_canvas_is_damage()
    {
        var webp = TestImages.WebP(options: new() { Frames = 2 });
        Inspect.Fault(Inspect.With(webp, Inspect.Find(webp, "ANMF"u8.ToArray()) + 8, 9), ImageFaultKind.Damaged).Text.ShouldContain("canvas");
    }

    [Fact]
    public void A_frame_of_another_size_than_its_image_is_damage()
    {
        var webp = TestImages.WebP(options: new() { Frames = 2 });
        Inspect.Fault(Inspect.With(webp, Inspect.Find(webp, "ANMF"u8.ToArray()) + 14, 9), ImageFaultKind.Damaged).Text.ShouldContain("different sizes");
    }

    [Fact]
    public void A_frame_without_an_image_is_damage() =>
        Inspect.Fault(Made(Extended(0x02), ("ANIM", new byte[6]), ("ANMF", new byte[16])), ImageFaultKind.Damaged).Text.ShouldContain("no image");

    private static (string Name, byte[] Data) Extended(byte flags) => ("VP8X", [flags, 0, 0, 0, 0x2B, 0x01, 0, 0xC7, 0, 0]);

    private static byte[] Made(params (string Name, byte[] Data)[] chunks)
    {
        List<byte> body = [.. "WEBP"u8];
        foreach (var (name, data) in chunks)
            body.AddRange(WebPBuilder.Chunk(name, data));
        return WebPBuilder.Riff([.. body]);
    }
}
