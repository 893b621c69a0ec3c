using System.Buffers.Binary;
using System.IO.Compression;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Health;
using Ideogram.Build.Datasets.Validation;

namespace Ideogram.Build.Datasets.Tests.Health;

[Trait("Category", "Health")]
public sealed class PictureHealthTests : IDisposable
{
    private static readonly double[] Srgb = [0.4361, 0.2225, 0.0139, 0.3851, 0.7169, 0.0971, 0.1431, 0.0606, 0.7141];
    private static readonly double[] AdobeRgb = [0.6097, 0.3111, 0.0195, 0.2053, 0.6257, 0.0609, 0.1492, 0.0632, 0.7446];

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
            .Write("adobe.png", WithProfile(AdobeRgb, seed: 1)).Write("srgb.png", WithProfile(Srgb, seed: 2))
            .Write("adobe.jpg", JpegWithProfile(AdobeRgb, seed: 3)).Write("srgb.jpg", JpegWithProfile(Srgb, seed: 4));

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

        Said(HealthRules.Outlier).ShouldContain("(2400 pixels) (1): 'thumb.png'.");
    }

    private static byte[] WithProfile(double[] primaries, int seed)
    {
        var motif = Canvas.Motif(seed);
        var png = Canvas.Png(motif);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
            zlib.Write(Profile(primaries));
        return [.. png[..33], .. PngBuilder.Chunk("iCCP", [.. "A profile\0\0"u8, .. packed.ToArray()]), .. png[33..]];
    }

    private static byte[] JpegWithProfile(double[] primaries, int seed)
    {
        byte[] payload = [.. "ICC_PROFILE\0"u8, 1, 1, .. Profile(primaries)];
        return [0xFF, 0xD8, 0xFF, 0xE2, (byte)((payload.Length + 2) >> 8), (byte)(payload.Length + 2), .. payload, .. TestImages.Jpeg(512, 512, seed)[2..]];
    }

    // A header, three tags and their values.
    private static byte[] Profile(double[] primaries)
    {
        var profile = new byte[128 + 4 + (3 * 12) + (3 * 20)];
        "RGB "u8.CopyTo(profile.AsSpan(16));
        profile[131] = 3;
        for (var i = 0; i < 3; i++)
        {
            var value = 168 + (20 * i);
            var tag = profile.AsSpan(132 + (12 * i));
            (i switch { 0 => "rXYZ"u8, 1 => "gXYZ"u8, _ => "bXYZ"u8 }).CopyTo(tag);
            BinaryPrimitives.WriteInt32BigEndian(tag[4..], value);
            BinaryPrimitives.WriteInt32BigEndian(tag[8..], 20);
            for (var axis = 0; axis < 3; axis++)
                BinaryPrimitives.WriteInt32BigEndian(profile.AsSpan(value + 8 + (4 * axis)), (int)(primaries[(3 * i) + axis] * 65536));
        }

        return profile;
    }

    private Dataset Check(string more = "")
    {
        _repository.Manifest($"name: Acme\nimages: ['*.*', '!*.yml', '!*.json']\n{more}");
        return _repository.CheckHealth();
    }

    private string Said(Rule rule) => Check().Said(rule).ShouldNotBeNull().Message;
}
