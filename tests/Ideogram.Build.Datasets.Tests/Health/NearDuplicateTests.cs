using Ideogram.Build.Datasets.Assets.Caching;
using Ideogram.Build.Datasets.Health;

namespace Ideogram.Build.Datasets.Tests.Health;

[Trait("Category", "Health")]
public sealed class NearDuplicateTests : IDisposable
{
    private readonly TempRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void Where_the_run_has_compared_enough_no_image_was_compared()
    {
        var motif = Canvas.Motif(7);
        Write("a.png", Canvas.Png(motif));
        Write("b.png", Canvas.Png(motif, 520, 520));
        var dataset = Check();

        var health = new HealthCheck(cache: null, comparesPictures: false).Check(dataset.Manifest!, dataset.Assets, []).ShouldNotBeNull();

        dataset.Health!.NotCompared.ShouldBe(0);
        health.NotCompared.ShouldBe(2);
        health.NearDuplicates.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(100, 4_950)]
    [InlineData(1_000, 4_950)]
    public void A_dataset_has_no_more_pairs_than_a_full_one(int images, int pairs) => NearDuplicateCheck.Pairs(images).ShouldBe(pairs);

    [Theory]
    [InlineData("a quarter of the size")]
    [InlineData("twice the size")]
    [InlineData("cut by a twentieth at each side")]
    [InlineData("cut at two sides")]
    [InlineData("brighter")]
    [InlineData("darker")]
    [InlineData("with a border")]
    public void The_same_picture_is_found(string change)
    {
        var motif = Canvas.Motif(7);
        Write("a.png", Canvas.Png(motif));
        Write("b.png", change switch
        {
            "a quarter of the size" => Canvas.Png(motif, 150, 150),
            "twice the size" => Canvas.Png(motif, 1200, 1200),
            "cut by a twentieth at each side" => Canvas.Png((x, y) => motif(0.05 + (0.9 * x), 0.05 + (0.9 * y))),
            "cut at two sides" => Canvas.Png((x, y) => motif(0.06 + (0.94 * x), 0.94 * y)),
            "brighter" => Canvas.Png(Light(motif, 1.15)),
            "darker" => Canvas.Png(Light(motif, 0.85)),
            _ => Canvas.Png((x, y) => Math.Min(Math.Min(x, y), Math.Min(1 - x, 1 - y)) < 0.04 ? (255, 255, 255) : motif((x - 0.04) / 0.92, (y - 0.04) / 0.92)),
        });

        var dataset = Check();

        dataset.Said(HealthRules.NearDuplicates).ShouldNotBeNull().Message.ShouldStartWith("Nearly the same picture (1 pair): 'a.png' and 'b.png'.");
        dataset.Health.ShouldNotBeNull().NearDuplicates.ShouldBe([new NearDuplicate("a.png", "b.png")]);
    }

    [Fact]
    public void Different_pictures_are_not_taken_for_one()
    {
        for (var seed = 0; seed < 12; seed++)
            Write($"p{seed}.png", Canvas.Png(Canvas.Motif(seed), 300, 300));

        Check().Said(HealthRules.NearDuplicates).ShouldBeNull();
    }

    [Fact]
    public void A_flat_logo_in_other_colours_is_another_picture()
    {
        Write("teal.png", Canvas.Png(Logo((20, 110, 120))));
        Write("coral.png", Canvas.Png(Logo((180, 60, 60))));

        Check().Said(HealthRules.NearDuplicates).ShouldBeNull();
    }

    [Fact]
    public void Gradients_and_nearly_blank_pictures_are_too_poor_to_judge()
    {
        Write("a.png", Canvas.Png((x, y) => (255 * y, 255 * y, 255 * y)));
        Write("b.png", Canvas.Png((x, y) => (240 * y, 242 * y, 245 * y)));
        Write("c.png", Canvas.Png((_, _) => (120, 120, 120)));
        Write("d.png", Canvas.Png((x, y) => x < 0.01 ? (121, 120, 120) : (120, 120, 120)));

        Check().Said(HealthRules.NearDuplicates).ShouldBeNull();
    }

    [Fact]
    public void The_same_bytes_are_said_by_another_rule()
    {
        var png = Canvas.Png(Canvas.Motif(1));
        Write("a.png", png);
        Write("b.png", png);

        Check().Said(HealthRules.NearDuplicates).ShouldBeNull();
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void The_same_picture_stored_upright_and_turned_by_EXIF_is_an_error(int orientation)
    {
        var motif = Canvas.Motif(7);
        // What is stored at a place is shown at another one.
        Write("a.png", Turned(orientation, (x, y) => orientation switch
        {
            2 => motif(1 - x, y),
            3 => motif(1 - x, 1 - y),
            4 => motif(x, 1 - y),
            5 => motif(y, x),
            6 => motif(1 - y, x),
            7 => motif(1 - y, 1 - x),
            _ => motif(y, 1 - x),
        }));
        Write("b.png", Canvas.Png(motif, 600, 500));

        var problem = Check().Said(HealthRules.TurnedOtherwise).ShouldNotBeNull();

        problem.IsError.ShouldBeTrue();
        problem.Message.ShouldContain("(1 pair): 'a.png' and 'b.png'.");
    }

    [Fact]
    public void A_flag_that_turns_one_of_two_equal_pictures_is_an_error()
    {
        Write("a.png", Turned(6, Canvas.Motif(7)));
        Write("b.png", Canvas.Png(Canvas.Motif(7), 500, 600));

        Check().Said(HealthRules.TurnedOtherwise).ShouldNotBeNull();
    }

    [Fact]
    public void Two_copies_with_the_same_flag_are_near_duplicates_and_no_contradiction()
    {
        Write("a.png", Turned(6, Canvas.Motif(7)));
        Write("b.png", Turned(6, Canvas.Motif(7), 700, 600));

        var dataset = Check();

        dataset.Said(HealthRules.NearDuplicates).ShouldNotBeNull();
        dataset.Said(HealthRules.TurnedOtherwise).ShouldBeNull();
    }

    [Fact]
    public void A_WebP_is_counted_as_not_compared()
    {
        Write("a.webp", TestImages.WebP(600, 600));
        Write("a.png", Canvas.Png(Canvas.Motif(1)));

        Check().Health.ShouldNotBeNull().NotCompared.ShouldBe(1);
    }

    [Fact]
    public void What_the_cache_remembers_is_enough_to_compare()
    {
        var motif = Canvas.Motif(7);
        Write("a.png", Canvas.Png(motif));
        Write("b.png", Canvas.Png(motif, 500, 500));
        _repository.Manifest("name: Acme\nimages: ['*.png']\n");
        foreach (var file in Directory.GetFiles(_repository.Root, "*.png"))
            File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddDays(-1));
        var cache = _repository.PathOf("cache");
        // Without health nothing is remembered of what the images look like; then they are looked at once more.
        foreach (var withHealth in new[] { false, true, true })
        {
            var dataset = Validate(withHealth, cache);
            (dataset.Said(HealthRules.NearDuplicates) is not null).ShouldBe(withHealth);
        }
    }

    [Fact]
    public void A_remembered_comparison_counts_only_for_the_same_images()
    {
        var motif = Canvas.Motif(7);
        _repository.Manifest("name: Acme\nimages: ['*.png']\n");
        Write("b.png", Canvas.Png(motif));
        Write("c.png", Canvas.Png(motif, 500, 500));
        var cache = _repository.PathOf("cache");

        Validate(true, cache).Health!.NearDuplicates.ShouldBe([new NearDuplicate("b.png", "c.png")]);
        Write("a.png", Canvas.Png(Canvas.Motif(8)));
        Validate(true, cache).Health!.NearDuplicates.ShouldBe([new NearDuplicate("b.png", "c.png")]);
        Write("c.png", Canvas.Png(Canvas.Motif(9)));
        Validate(true, cache).Health!.NearDuplicates.ShouldBeEmpty();
    }

    [Fact]
    public void What_was_compared_once_is_not_compared_again()
    {
        var first = InspectionCache.Open(_repository.Root, "ideogram.yml", 0);
        first.Compare("these", () => [(0, 1)]);
        first.Save().ShouldBeTrue();
        var second = InspectionCache.Open(_repository.Root, "ideogram.yml", 0);

        second.Compare("these", () => throw new InvalidOperationException()).ShouldBe([(0, 1)]);
        second.Save().ShouldBeFalse();
        second.Compare("others", () => []).ShouldBeEmpty();
        second.Save().ShouldBeTrue();
    }

    private Datasets.Validation.Dataset Validate(bool withHealth, string cache) =>
        new Datasets.Validation.DatasetValidator(new Datasets.Validation.ValidatorOptions { CheckHealth = withHealth, CacheFolder = cache })
            .Validate(_repository.ManifestPath, TestContext.Current.CancellationToken);

    private static byte[] Turned(int orientation, Func<double, double, (double, double, double)> stored, int width = 600, int height = 500)
    {
        var png = orientation >= 5 ? Canvas.Png(stored, height, width) : Canvas.Png(stored, width, height);
        return [.. png[..33], .. PngBuilder.Chunk("eXIf", TestImages.Exif(orientation, littleEndian: false)), .. png[33..]];
    }

    private static Func<double, double, (double, double, double)> Light(Func<double, double, (double Red, double Green, double Blue)> motif, double by) =>
        (x, y) => motif(x, y) is var (red, green, blue) ? (red * by, green * by, blue * by) : default;

    private static Func<double, double, (double, double, double)> Logo((double, double, double) colour) => (x, y) =>
        Math.Abs(x - 0.5) + Math.Abs(y - 0.5) is < 0.3 and > 0.15 || Math.Abs(x - 0.3) < 0.04 ? colour : (240, 235, 220);

    private void Write(string path, byte[] bytes) => _repository.Write(path, bytes);

    private Datasets.Validation.Dataset Check()
    {
        _repository.Manifest("name: Acme\nimages: ['*.*', '!*.yml', '!*.json']\n");
        return _repository.CheckHealth();
    }
}
