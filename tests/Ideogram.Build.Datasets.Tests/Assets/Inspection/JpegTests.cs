using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Assets.Inspection;

namespace Ideogram.Build.Datasets.Tests.Assets.Inspection;

public sealed class JpegTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    public void Grey_colour_and_cmyk_are_read(int components)
    {
        var image = Inspect.Sound(TestImages.Jpeg(300, 200, 1, new() { Components = components }));
        (image.Format, image.Width, image.Height, image.BitsPerChannel, image.HasAlpha, image.IsAnimated)
            .ShouldBe((ImageFormat.Jpeg, 300, 200, 8, false, false));
    }

    [Fact]
    public void A_progressive_jpeg_is_read() => Inspect.Sound(TestImages.Jpeg(300, 200, 1, new() { Progressive = true })).Width.ShouldBe(300);

    [Fact]
    public void Twelve_bits_per_colour_are_a_kind_that_common_software_does_not_read() =>
        Inspect.Fault(TestImages.Jpeg(options: new() { Precision = 12 }), ImageFaultKind.Unsupported).Text.ShouldContain("12 bits per colour");

    [Fact]
    public void Two_colours_are_a_kind_that_common_software_does_not_read() =>
        Inspect.Fault(TestImages.Jpeg(options: new() { Components = 2 }), ImageFaultKind.Unsupported).Text.ShouldContain("two colour components");

    [Fact]
    public void A_way_out_is_said_once() =>
        Inspect.Message(TestImages.Jpeg(options: new() { Precision = 12 }), ImageFaultKind.Unsupported).Split("Save it").Length.ShouldBe(2);

    [Theory]
    [InlineData(0xC0, true)]
    [InlineData(0xC1, true)]
    [InlineData(0xC2, true)]
    [InlineData(0xC9, false)]
    [InlineData(0xCA, false)]
    [InlineData(0xC3, false)]
    [InlineData(0xC5, false)]
    [InlineData(0xC6, false)]
    [InlineData(0xC7, false)]
    [InlineData(0xCB, false)]
    [InlineData(0xCD, false)]
    [InlineData(0xCE, false)]
    [InlineData(0xCF, false)]
    public void Lossless_hierarchical_and_arithmetic_frames_are_unsupported_and_all_others_are_read(int frame, bool isRead)
    {
        var progressive = frame is 0xC2 or 0xCA;
        var jpeg = TestImages.Jpeg(options: new() { Progressive = progressive });
        var kind = Inspect.With(jpeg, Inspect.Find(jpeg, 0xFF, (byte)(progressive ? 0xC2 : 0xC0)), 0xFF, (byte)frame);
        if (isRead)
            Inspect.Sound(kind);
        else
            Inspect.Fault(kind, ImageFaultKind.Unsupported);
    }

    [Theory]
    [InlineData(1, 300, 200)]
    [InlineData(3, 300, 200)]
    [InlineData(4, 300, 200)]
    [InlineData(5, 200, 300)]
    [InlineData(6, 200, 300)]
    [InlineData(8, 200, 300)]
    [InlineData(9, 300, 200)]
    public void The_size_is_after_the_exif_orientation(int orientation, int width, int height)
    {
        var image = Inspect.Sound(TestImages.Jpeg(300, 200, 1, new() { Orientation = orientation }));
        (image.Width, image.Height).ShouldBe((width, height));
    }

    [Fact]
    public void A_height_that_comes_after_the_first_scan_is_a_kind_that_common_software_does_not_read() =>
        Inspect.Fault(TestImages.Jpeg(300, 200, 1, new() { HeightComesLater = true }), ImageFaultKind.Unsupported).Text.ShouldContain("height");

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 63, 0)]
    [InlineData(0, 63, 1)]
    [InlineData(200, 9, 0xFE)]
    public void Scan_parameters_of_a_sequential_jpeg_mean_nothing(int first, int last, int bits)
    {
        var jpeg = TestImages.Jpeg();
        Inspect.Sound(Inspect.With(jpeg, Inspect.Find(jpeg, 0xFF, 0xDA) + 11, (byte)first, (byte)last, (byte)bits));
    }

    [Theory]
    [InlineData(new byte[] { 0 })]
    [InlineData(new byte[] { 0, 0, 0, 1, 2, 3 })]
    [InlineData(new byte[] { 0xFF, 0, 0xFF, 0 })]
    public void Bytes_between_two_segments_are_a_complaint(byte[] stray)
    {
        var jpeg = TestImages.Jpeg();
        foreach (var at in new[] { Inspect.Find(jpeg, 0xFF, 0xDB), Inspect.Find(jpeg, 0xFF, 0xC4), Inspect.Find(jpeg, 0xFF, 0xDA) })
        {
            var inspection = Inspect.Bytes([.. jpeg.AsSpan(0, at), .. stray, .. jpeg.AsSpan(at)]);
            inspection.Image.ShouldNotBeNull();
            inspection.Faults.ShouldHaveSingleItem().Kind.ShouldBe(ImageFaultKind.Irregular);
            inspection.Fault!.Offset.ShouldBe(at);
        }
    }

    [Fact]
    public void Bytes_before_the_first_segment_are_damage_since_programs_know_a_jpeg_by_it()
    {
        var jpeg = TestImages.Jpeg();
        Inspect.Fault([0xFF, 0xD8, 0, .. jpeg.AsSpan(2)], ImageFaultKind.Damaged);
    }

    [Theory]
    [InlineData(0xFE, 0)]
    [InlineData(0xFE, 1)]
    [InlineData(0xFE, 2)]
    [InlineData(0xE0, 0)]
    [InlineData(0xE1, 1)]
    [InlineData(0xE2, 0)]
    [InlineData(0xE9, 2)]
    [InlineData(0xEE, 0)]
    public void An_empty_comment_or_application_segment_harms_nothing(int marker, int length)
    {
        var jpeg = TestImages.Jpeg();
        var at = Inspect.Find(jpeg, 0xFF, 0xDB);
        Inspect.Sound([.. jpeg.AsSpan(0, at), 0xFF, (byte)marker, 0, (byte)length, .. jpeg.AsSpan(at)]);
    }

    [Fact]
    public void Markers_without_a_segment_are_passed_over_between_segments()
    {
        var jpeg = TestImages.Jpeg();
        var at = Inspect.Find(jpeg, 0xFF, 0xDB);
        Inspect.Sound([.. jpeg.AsSpan(0, at), 0xFF, 0xD3, 0xFF, 0x01, .. jpeg.AsSpan(at)]);
    }

    [Fact]
    public void Restarts_that_lead_to_no_pixels_are_passed_over()
    {
        var jpeg = TestImages.Jpeg();
        Inspect.Sound([.. jpeg.AsSpan(0, jpeg.Length - 2), 0xFF, 0xD0, 0xFF, 0xD4, 0xFF, 0xD9]);
    }

    [Fact]
    public void A_restart_without_an_interval_that_leads_to_pixels_is_damage()
    {
        var jpeg = TestImages.Jpeg(300, 200);
        var middle = Inspect.Find(jpeg, 0xFF, 0xDA) + 200;
        Inspect.Fault([.. jpeg.AsSpan(0, middle), 0xFF, 0xD0, .. jpeg.AsSpan(middle)], ImageFaultKind.Damaged).Text.ShouldContain("restart");
    }

    [Fact]
    public void Colours_of_one_id_are_taken_one_after_the_other()
    {
        var jpeg = TestImages.Jpeg();
        var (frame, scan) = (Inspect.Find(jpeg, 0xFF, 0xC0), Inspect.Find(jpeg, 0xFF, 0xDA));
        for (var i = 0; i < 3; i++)
            (jpeg[frame + 10 + (3 * i)], jpeg[scan + 5 + (2 * i)]) = (1, 1);
        Inspect.Sound(jpeg);
    }

    [Fact]
    public void Colours_out_of_the_frames_order_are_damage()
    {
        var jpeg = TestImages.Jpeg();
        var scan = Inspect.Find(jpeg, 0xFF, 0xDA);
        (jpeg[scan + 5], jpeg[scan + 7]) = (jpeg[scan + 7], jpeg[scan + 5]);
        Inspect.Fault(jpeg, ImageFaultKind.Damaged).Text.ShouldContain("colour");
    }

    [Fact]
    public void A_scan_of_more_colours_than_the_frame_has_is_damage()
    {
        var (grey, colour) = (TestImages.Jpeg(options: new() { Components = 1 }), TestImages.Jpeg());
        Inspect.Fault([.. grey.AsSpan(0, Inspect.Find(grey, 0xFF, 0xDA)), .. colour.AsSpan(Inspect.Find(colour, 0xFF, 0xDA))], ImageFaultKind.Damaged)
            .Text.ShouldContain("colour");
    }

    [Fact]
    public void A_progressive_scan_that_does_not_continue_the_others_is_a_complaint()
    {
        var jpeg = TestImages.Jpeg(options: new() { Components = 1, Progressive = true });
        var second = jpeg.AsSpan(Inspect.Find(jpeg, 0xFF, 0xDA) + 2).IndexOf<byte>([0xFF, 0xDA]) + Inspect.Find(jpeg, 0xFF, 0xDA) + 2;
        var inspection = Inspect.Bytes(Inspect.With(jpeg, second + 9, 0x21));
        inspection.Image.ShouldNotBeNull();
        inspection.Fault.ShouldNotBeNull().Kind.ShouldBe(ImageFaultKind.Irregular);
    }

    [Theory]
    [InlineData("MPF\0MM", AppendedData.Pictures)]
    [InlineData("urn:iso:std:iso:ts:21496:-1\0", AppendedData.GainMap)]
    [InlineData("http://ns.adobe.com/xap/1.0/\0<x hdrgm:Version=\"1.0\"/>", AppendedData.GainMap)]
    [InlineData("http://ns.adobe.com/xap/1.0/\0<x GCamera:MotionPhoto=\"1\"/>", AppendedData.Video)]
    public void What_phones_append_is_told_by_what_the_file_announces(string announcement, AppendedData expected)
    {
        var jpeg = TestImages.Jpeg();
        var payload = System.Text.Encoding.ASCII.GetBytes(announcement);
        var marker = announcement[0] == 'h' ? (byte)0xE1 : (byte)0xE2;
        byte[] announced = [0xFF, 0xD8, 0xFF, marker, 0, (byte)(payload.Length + 2), .. payload, .. jpeg.AsSpan(2)];
        Inspect.Sound(announced).Appended.ShouldBe(AppendedData.None);
        Inspect.Sound([.. announced, .. jpeg]).Appended.ShouldBe(expected);
    }

    [Fact]
    public void A_video_behind_a_jpeg_is_told_by_its_first_bytes() =>
        Inspect.Sound([.. TestImages.Jpeg(), 0, 0, 0, 24, .. "ftypmp42"u8, .. new byte[100]]).Appended.ShouldBe(AppendedData.Video);

    [Fact]
    public void Fill_bytes_before_a_marker_are_passed_over()
    {
        var jpeg = TestImages.Jpeg();
        var frame = Inspect.Find(jpeg, 0xFF, 0xC0);
        Inspect.Sound([.. jpeg.AsSpan(0, frame), 0xFF, 0xFF, 0xFF, .. jpeg.AsSpan(frame)]);
    }

    [Fact]
    public void Fill_bytes_before_the_end_marker_are_passed_over()
    {
        var jpeg = TestImages.Jpeg();
        Inspect.Sound([.. jpeg.AsSpan(0, jpeg.Length - 2), 0xFF, 0xFF, 0xFF, 0xD9]);
    }

    [Fact]
    public void A_thumbnail_with_an_end_marker_inside_exif_does_not_end_the_image()
    {
        var jpeg = TestImages.Jpeg();
        Inspect.Sound([0xFF, 0xD8, 0xFF, 0xE1, 0, 8, 0xFF, 0xD8, 1, 2, 0xFF, 0xD9, .. jpeg.AsSpan(2)]).Width.ShouldBe(64);
    }
}
