using Ideogram.Build.Datasets.Assets.Inspection;
using Ideogram.Build.Datasets.Assets.Pictures;

namespace Ideogram.Build.Datasets.Tests.Assets.Pictures;

/// <summary>Small files can hold many pixels: what all of them inflate to has a limit for the whole run.</summary>
[Trait("Category", "Health")]
public sealed class LookBudgetTests
{
    private const long OnePng = 48 * ((64 * 3) + 1);

    [Fact]
    public void Beyond_the_limit_an_image_is_sound_and_not_looked_at()
    {
        var looks = new LookBudget(free: OnePng + 10);

        Look(looks, 1).IsLookCut.ShouldBeFalse();
        var second = Look(looks, 2);

        second.IsLookCut.ShouldBeTrue();
        second.Fault.ShouldBeNull();
        second.Image!.Look!.Tone.ShouldBeNull();
    }

    [Fact]
    public void An_image_that_is_left_out_takes_nothing()
    {
        var looks = new LookBudget(free: OnePng + 10);

        Look(looks, 1, side: 2_000).IsLookCut.ShouldBeTrue();

        Look(looks, 2).IsLookCut.ShouldBeFalse();
    }

    [Fact]
    public void What_is_read_from_disk_allows_more()
    {
        var looks = new LookBudget(free: 0);
        looks.Earn(1_000);

        Look(looks, 1).IsLookCut.ShouldBeFalse();
    }

    private static ImageInspection Look(LookBudget looks, int seed, int side = 64)
    {
        using var stream = new MemoryStream(TestImages.Png(side, 48, seed));
        return ImageInspector.InspectWithLook(stream, looks, TestContext.Current.CancellationToken);
    }
}
