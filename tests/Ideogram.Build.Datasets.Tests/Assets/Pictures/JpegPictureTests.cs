using Ideogram.Build.Datasets.Assets.Inspection;
using Ideogram.Build.Datasets.Tests.Assets.Inspection;

namespace Ideogram.Build.Datasets.Tests.Assets.Pictures;

[Trait("Category", "Health")]
public sealed class JpegPictureTests
{
    private const int Seed = 7;

    public static TheoryData<JpegOptions> Processes =>
    [
        new JpegOptions(), new JpegOptions { Components = 1 }, new JpegOptions { Components = 4 }, new JpegOptions { RestartInterval = 3 },
        new JpegOptions { Progressive = true }, new JpegOptions { Progressive = true, RestartInterval = 5 },
        new JpegOptions { SeparateScans = true }, new JpegOptions { Progressive = true, Refinements = 1 },
        new JpegOptions { Progressive = true, Refinements = 2 },
    ];

    [Theory]
    [MemberData(nameof(Processes))]
    public void Each_block_is_its_mean(JpegOptions options)
    {
        var picture = Picture.Read(TestImages.Jpeg(60, 44, Seed, options));

        picture.Planes.Count.ShouldBe(options.Components);
        for (var component = 0; component < options.Components; component++)
        {
            var plane = picture.Planes[component];
            (plane.Pixels.Width, plane.Pixels.Height).ShouldBe((8, 6));
            Picture.Cells(plane).ShouldBe(JpegBuilder.Means(48, Seed, component).Select(m => (double)m));
        }
    }

    [Fact]
    public void The_cells_of_a_large_picture_are_means_of_blocks()
    {
        var (fine, coarse) = (Picture.Read(TestImages.Jpeg(160, 80, Seed)), Picture.Read(TestImages.Jpeg(160, 80, Seed), side: 10));

        var cells = Picture.Cells(fine.Planes[0]);
        (coarse.Planes[0].Pixels.Width, coarse.Planes[0].Pixels.Height).ShouldBe((10, 10));
        coarse.Planes[0].Value(3, 2).ShouldBe((cells[(2 * 20) + 6] + cells[(2 * 20) + 7]) / 2);
    }

    [Fact]
    public void The_tables_of_motion_jpeg_are_known()
    {
        var jpeg = TestImages.Jpeg(60, 44, Seed, new JpegOptions { Components = 1, UsualTables = true });

        Picture.Cells(Picture.Read(jpeg).Planes[0]).ShouldBe(JpegBuilder.Means(48, Seed, component: 0).Select(m => (double)m));
    }

    [Fact]
    public void What_does_not_decode_is_damage_at_its_place()
    {
        var jpeg = TestImages.Jpeg(256, 256, Seed);
        var scan = Inspect.Find(jpeg, 0xFF, 0xDA) + 14;

        var fault = Picture.Inspect(Inspect.With(jpeg, scan + 40, 0xEF, 0xEF, 0xEF, 0xEF), out _).Fault.ShouldNotBeNull();

        fault.Kind.ShouldBe(ImageFaultKind.Damaged);
        fault.Offset.ShouldBeInRange(scan + 38, scan + 46);
        fault.Text.ShouldContain("do not decode");
    }

    [Fact]
    public void A_scan_that_has_lost_bytes_ends_too_early()
    {
        var jpeg = TestImages.Jpeg(256, 256, Seed, new JpegOptions { RestartInterval = 64 });
        var scan = Inspect.Find(jpeg, 0xFF, 0xDA) + 14;
        byte[] shorter = [.. jpeg[..(scan + 20)], .. jpeg[(scan + 30)..]];

        Inspect.Bytes(shorter).Fault.ShouldBeNull("only decoding tells");
        Picture.Inspect(shorter, out _).Fault.ShouldNotBeNull().Kind.ShouldBe(ImageFaultKind.Damaged);
    }

    [Fact]
    public void Pieces_of_any_length_make_the_same_picture()
    {
        var jpeg = TestImages.Jpeg(512, 512, Seed, new JpegOptions { RestartInterval = 7 });
        using var stream = new TricklingStream(jpeg);

        ImageInspector.Inspect(stream, 128, out var picture, looks: null, TestContext.Current.CancellationToken).Fault.ShouldBeNull();

        Picture.Cells(picture!.Planes[0]).ShouldBe(Picture.Cells(Picture.Read(jpeg).Planes[0]));
    }
}
