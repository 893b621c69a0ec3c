using Ideogram.Build.Datasets.Assets.Inspection;
using Ideogram.Build.Datasets.Assets.Pictures;

namespace Ideogram.Build.Datasets.Tests.Assets.Pictures;

[Trait("Category", "Health")]
public sealed class PngPictureTests
{
    public static TheoryData<int, int> Kinds => new()
    {
        { 0, 1 }, { 0, 2 }, { 0, 4 }, { 0, 8 }, { 0, 16 }, { 2, 8 }, { 2, 16 }, { 3, 1 }, { 3, 2 }, { 3, 4 }, { 3, 8 }, { 4, 8 }, { 4, 16 },
        { 6, 8 }, { 6, 16 },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Interlaced_or_not_the_picture_is_the_same(int colourType, int depth)
    {
        var plain = new PngOptions { ColourType = colourType, BitDepth = depth, Noisy = true };

        var picture = Picture.Read(TestImages.Png(67, 45, 3, plain), side: 30);
        var interlaced = Picture.Read(TestImages.Png(67, 45, 3, plain with { Interlaced = true }), side: 30);

        picture.Planes.Count.ShouldBe(colourType is 0 or 4 ? 1 : 3);
        interlaced.Planes.Count.ShouldBe(picture.Planes.Count);
        Picture.Cells(interlaced.Planes[0]).ShouldBe(Picture.Cells(picture.Planes[0]));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_kind_of_pixel_has_its_colour(int colourType, int depth)
    {
        // Two pixels, all bits of the first off and of the second on.
        var png = TestImages.Png(2, 1, 0, new PngOptions { ColourType = colourType, BitDepth = depth, OffAndOn = true });

        var cells = Picture.Cells(Picture.Read(png).Planes[0]);

        // Grey with alpha: nothing on white is white. The palette's red grows with its index.
        cells.ShouldBe(colourType switch { 3 => [0, (1 << depth) - 1], 4 or 6 => [255, 255], _ => [0, 255] });
    }

    [Fact]
    public void Transparency_is_counted_where_it_is_used()
    {
        var (clear, opaque) = (new PngColours(8, 6), new PngColours(8, 6));

        clear.Convert([1, 2, 3, 0, 1, 2, 3, 128, 1, 2, 3, 255], new byte[9]);
        opaque.Convert([1, 2, 3, 255, 1, 2, 3, 255, 1, 2, 3, 255], new byte[9]);

        (clear.Transparent, opaque.Transparent).ShouldBe((2, 0));
    }

    [Theory]
    [InlineData(8, new byte[] { 0, 10, 0, 20, 0, 30 }, new byte[] { 10, 20, 30, 10, 20, 31 })]
    [InlineData(16, new byte[] { 1, 10, 1, 20, 1, 30 }, new byte[] { 1, 10, 1, 20, 1, 30, 1, 10, 1, 20, 1, 31 })]
    public void The_transparent_colour_is_counted(int depth, byte[] key, byte[] row)
    {
        var colours = new PngColours(depth, 2);
        colours.ReadTransparency(key);

        colours.Convert(row, new byte[6]);

        colours.Transparent.ShouldBe(1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(8)]
    public void Every_filter_is_undone(int pixel)
    {
        var random = new Random(pixel);
        var (above, row) = (new byte[(pixel * 23) + 2], new byte[(pixel * 23) + 2]);
        random.NextBytes(above);
        random.NextBytes(row);
        for (var filter = 0; filter < 5; filter++)
        {
            var filtered = Filter(filter, row, above, pixel);

            PngRow.TryUnfilter(filter, filtered, above, pixel).ShouldBeTrue();

            filtered.ShouldBe(row, $"filter {filter}");
        }
    }

    [Fact]
    public void An_impossible_filter_is_damage()
    {
        var fault = Picture.Inspect(TestImages.Png(8, 8, 1, new PngOptions { Filter = 5 }), out _).Fault.ShouldNotBeNull();

        (fault.Kind, fault.Offset > 41).ShouldBe((ImageFaultKind.Damaged, true));
        fault.Text.ShouldContain("impossible filter");
    }

    [Fact]
    public void Pixels_that_end_before_the_last_row_are_damage() =>
        Picture.Inspect(TestImages.Png(8, 8, 1, new PngOptions { Filter = 0, LostRows = 1 }), out _).Fault.ShouldNotBeNull().Text.ShouldContain("last row");

    [Fact]
    public void More_pixels_than_are_looked_at_make_no_picture()
    {
        var header = TestImages.Png(300_000, 1, 1, new PngOptions { ColourType = 0, BitDepth = 1 });

        Picture.Inspect(header, out var picture).Fault.ShouldBeNull();

        picture.ShouldBeNull();
    }

    private static byte[] Filter(int filter, byte[] row, byte[] above, int pixel)
    {
        var filtered = row.ToArray();
        for (var i = 0; i < row.Length; i++)
        {
            int left = i < pixel ? 0 : row[i - pixel], up = above[i], corner = i < pixel ? 0 : above[i - pixel];
            filtered[i] -= (byte)(filter switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, corner), _ => 0 });
        }

        return filtered;
    }

    // As the standard has it: the neighbour that is nearest to left + up - corner, in this order.
    private static int Paeth(int left, int up, int corner) =>
        new[] { left, up, corner }.MinBy(value => Math.Abs(left + up - corner - value));
}
