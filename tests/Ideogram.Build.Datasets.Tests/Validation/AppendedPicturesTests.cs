using Ideogram.Build.Datasets.Assets;

namespace Ideogram.Build.Datasets.Tests.Validation;

public sealed class AppendedPicturesTests : IDisposable
{
    private readonly TempRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void Twenty_phone_photographs_are_one_warning_that_names_the_first()
    {
        for (var i = 0; i < 20; i++)
            _repository.Write($"PXL_{i:000}.jpg", Phone(i));
        _repository.ManifestOf("'*.jpg'");

        var warning = _repository.Validate().Diagnostics.ShouldHaveSingleItem();

        warning.Rule.ShouldBe(ImageRules.Appended);
        warning.Message.ShouldStartWith("'PXL_000.jpg', 'PXL_001.jpg', 'PXL_002.jpg' and 17 more hold further pictures");
    }

    [Fact]
    public void An_image_of_more_pixels_than_decoders_take_is_refused()
    {
        var png = TestImages.Png();
        // 65,536 x 65,536, with the header's checksum made right.
        List<byte> header = [];
        header.AddRange(PngBuilder.Chunk("IHDR", [0, 1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0]));
        _repository.Write("plan.png", [.. png[..8], .. header, .. png[33..]]);
        _repository.ManifestOf("plan.png");

        _repository.Validate().ShouldOnlyHave(ImageRules.TooManyPixels);
    }

    private static byte[] Phone(int seed)
    {
        var jpeg = TestImages.Jpeg(seed: seed);
        return [0xFF, 0xD8, 0xFF, 0xE2, 0, 6, .. "MPF\0"u8, .. jpeg.AsSpan(2), .. TestImages.Jpeg(seed: 1000 + seed)];
    }
}
