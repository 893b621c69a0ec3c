using Ideogram.Build.Datasets.Assets.Inspection;

namespace Ideogram.Build.Datasets.Tests.Assets.Inspection;

public sealed class ExifOrientationTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Both_byte_orders_are_read(bool littleEndian) => ExifOrientation.Read(TestImages.Exif(7, littleEndian)).ShouldBe(7);

    [Fact]
    public void Cut_anywhere_it_is_upright_or_what_it_says()
    {
        var exif = TestImages.Exif(8);
        for (var length = 0; length < exif.Length; length++)
            ExifOrientation.Read(exif.AsSpan(0, length)).ShouldBeOneOf(1, 8);
    }

    [Theory]
    [InlineData(4, 0xFF)] // the directory far outside
    [InlineData(7, 0xFF)] // the directory at four gigabytes
    [InlineData(8, 0xFF)] // 255 entries that are not there
    [InlineData(9, 0xFF)] // 65,281 entries that are not there
    [InlineData(4, 0)] // the directory in the header
    public void Hostile_offsets_and_counts_stay_inside(int offset, byte value) => ExifOrientation.Read(Inspect.With(TestImages.Exif(8), offset, value))
        .ShouldBeOneOf(1, 8);
}
