using System.IO.Compression;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Health;
using Ideogram.Build.Datasets.Validation;

namespace Ideogram.Build.Datasets.Tests.Health;

[Trait("Category", "Health")]
public sealed class PictureHealthTests : IDisposable
{
    private readonly TempRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void Clean_pictures_have_nothing_to_say()
    {
        for (var seed = 0; seed < 8; seed++)
            _repository.Write($"p{seed}.png", Canvas.Png(Canvas.Motif(seed)));

        Check().Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void An_image_that_only_EXIF_turns_is_said()
    {
        _repository.Write("a.jpg", TestImages.Jpeg(512, 512, options: new() { Orientation = 6 })).Write("b.jpg", TestImages.Jpeg(512, 512, seed: 1));

        Said(HealthRules.Turned).ShouldContain("(1): 'a.jpg'.");
    }

    [Fact]
    public void With_boxes_in_its_caption_it_is_an_error_that_rules_may_lower()
    {
        _repository.Write("a.jpg", TestImages.Jpeg(512, 512, options: new() { Orientation = 6 })).Write("a.json",
            """{"high_level_description":"A","compositional_deconstruction":{"background":"b","elements":[{"type":"obj","desc":"d","bbox":[0,0,500,500]}]}}""");

        Check().Said(HealthRules.TurnedWithBoxes).ShouldNotBeNull().IsError.ShouldBeTrue();
        Check("rules: { IDEO2031: none }\n").Said(HealthRules.TurnedWithBoxes).ShouldBeNull();
    }

    [Fact]
    public void Transparency_counts_only_where_it_is_used()
    {
        var motif = Canvas.Motif(1);
        _repository.Write("opaque.png", Canvas.Png((x, y) => (motif(x, y), 255), 600, 600, alpha: true))
            .Write("cut.png", Canvas.Png((x, y) => (motif(y, x), x < 0.2 ? 0 : 255), 600, 600, alpha: true));

        Said(HealthRules.Transparent).ShouldContain("(1): 'cut.png'.");
    }

    [Fact]
    public void Inks_and_wide_profiles_are_not_sRGB_and_its_own_profile_is()
    {
        _repository.Write("inks.jpg", TestImages.Jpeg(512, 512, options: new() { Components = 4 }))
            .Write("adobe.png", WithProfile(ColourProfiles.AdobeRgb, seed: 1)).Write("srgb.png", WithProfile(ColourProfiles.Srgb, seed: 2))
            .Write("adobe.jpg", JpegWithProfile(ColourProfiles.AdobeRgb, seed: 3)).Write("srgb.jpg", JpegWithProfile(ColourProfiles.Srgb, seed: 4));

        Said(HealthRules.OtherColours).ShouldContain("(3): 'adobe.jpg', 'adobe.png', 'inks.jpg'.");
    }

    [Fact]
    public void More_than_eight_bits_are_said()
    {
        _repository.Write("deep.png", TestImages.Png(512, 512, options: new() { BitDepth = 16 }));

        Said(HealthRules.DeepColours).ShouldContain("(1): 'deep.png'.");
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(8, true)]
    public void Grey_is_said_where_nearly_all_is_in_colour(int coloured, bool isSaid)
    {
        for (var seed = 0; seed < coloured; seed++)
            _repository.Write($"p{seed}.png", Canvas.Png(Canvas.Motif(seed)));
        var motif = Canvas.Motif(99);
        foreach (var name in new[] { "grey1.png", "grey2.png" })
            _repository.Write(name, Canvas.Png((x, y) => (motif(x, y).Red, motif(x, y).Red, motif(x, y).Red), 600, name == "grey1.png" ? 600 : 700));

        (Check().Said(HealthRules.GreyAmongColour) is not null).ShouldBe(isSaid);
    }

    [Fact]
    public void Blank_dark_and_bright_pictures_are_told_apart()
    {
        var motif = Canvas.Motif(3);
        _repository.Write("blank.png", Canvas.Png((x, _) => (90 + (4 * x), 90, 90)))
            .Write("dark.png", Canvas.Png((x, y) => (motif(x, y).Red / 6, motif(x, y).Green / 6, motif(x, y).Blue / 6)))
            .Write("bright.png", Canvas.Png((x, y) => (220 + (motif(x, y).Red / 7.5), 220 + (motif(x, y).Green / 7.5), 225 + (motif(x, y).Blue / 8.5))))
            .Write("pale-logo.png", Canvas.Png((x, y) => Math.Abs(x - 0.5) + Math.Abs(y - 0.5) is < 0.2 and > 0.1 ? (150, 225, 150) : (250, 250, 250)))
            .Write("night.png", Canvas.Png((x, y) => y > 0.9 && x > 0.8 ? (250, 240, 180) : (8, 8, 20)))
            .Write("thin.png", Canvas.Png((x, y) => Math.Abs(x - y) < 0.01 ? (0, 0, 0) : (255, 255, 255)));

        Said(HealthRules.Blank).ShouldContain("(1): 'blank.png'.");
        Said(HealthRules.Dark).ShouldContain("(1): 'dark.png'.");
        Said(HealthRules.Bright).ShouldContain("(1): 'bright.png'.");
    }

    [Fact]
    public void Small_and_extreme_shapes_are_said()
    {
        _repository.Write("small.png", Canvas.Png(Canvas.Motif(1), 511, 700)).Write("fits.png", Canvas.Png(Canvas.Motif(2), 512, 1536))
            .Write("wide.png", Canvas.Png(Canvas.Motif(3), 1600, 520));

        Said(HealthRules.Small).ShouldContain("(1): 'small.png'.");
        Said(HealthRules.Extreme).ShouldContain("(1): 'wide.png'.");
    }

    [Fact]
    public void Who_sets_limits_has_said_what_is_too_small()
    {
        _repository.Write("small.png", Canvas.Png(Canvas.Motif(1), 300, 300));

        Check("limits: { min-width: 256 }\n").Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void A_thumbnail_among_large_pictures_is_an_outlier()
    {
        for (var seed = 0; seed < 8; seed++)
            _repository.Write($"p{seed}.png", TestImages.Png(2400, 2400, seed));
        _repository.Write("thumb.png", TestImages.Png(520, 520, 9));

        Said(HealthRules.Outlier).ShouldContain("(1): 'thumb.png'. Their short side is less than a quarter of what is usual in this dataset (2400 pixels).");
    }

    private static byte[] WithProfile(IReadOnlyList<double> primaries, int seed)
    {
        var motif = Canvas.Motif(seed);
        var png = Canvas.Png(motif);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
            zlib.Write(ColourProfiles.Make(primaries));
        return [.. png[..33], .. PngBuilder.Chunk("iCCP", [.. "A profile\0\0"u8, .. packed.ToArray()]), .. png[33..]];
    }

    private static byte[] JpegWithProfile(IReadOnlyList<double> primaries, int seed) =>
        [0xFF, 0xD8, .. ColourProfiles.Segment(primaries), .. TestImages.Jpeg(512, 512, seed)[2..]];

    private Dataset Check(string more = "")
    {
        _repository.Manifest($"name: Acme\nimages: ['*.*', '!*.yml', '!*.json']\n{more}");
        return _repository.CheckHealth();
    }

    private string Said(Rule rule) => Check().Said(rule).ShouldNotBeNull().Message;
}
