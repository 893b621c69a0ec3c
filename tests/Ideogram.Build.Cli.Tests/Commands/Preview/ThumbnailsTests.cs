using System.Globalization;
using Ideogram.Build.Cli.Commands.Preview;
using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Cli.Tests.Commands.Preview;

public sealed class ThumbnailsTests
{
    [Fact]
    public async Task The_page_holds_the_smallest_images_as_many_as_fit_into_its_bound()
    {
        var assets = Enumerable.Range(0, 20).Select(i => Sized(1_000_000 + (i * 50_000L), i)).Reverse().ToList();
        var thumbnails = new Thumbnails(assets, "/repository");

        var inside = new List<long>();
        foreach (var asset in assets)
        {
            // The files are not there: what would lie in the page has no picture.
            if (await thumbnails.SourceAsync(asset.Image.Sha256, TestContext.Current.CancellationToken) is null)
                inside.Add(asset.Image.Bytes);
        }

        inside.Sum().ShouldBeInRange(Thumbnails.MaxInside - 2_000_000, Thumbnails.MaxInside);
        inside.Order().ShouldBe(assets.Select(a => a.Image.Bytes).Order().Take(inside.Count));
        thumbnails.FromFiles.ShouldBe(20 - inside.Count);
    }

    [Fact]
    public async Task An_image_in_an_archive_that_is_too_large_for_the_page_has_no_picture()
    {
        var asset = Sized(Thumbnails.MaxInlineBytes + 1, 1) with { Entry = "a.png" };
        var thumbnails = new Thumbnails([asset], "/repository");

        (await thumbnails.SourceAsync(asset.Image.Sha256, TestContext.Current.CancellationToken)).ShouldBeNull();
        thumbnails.FromFiles.ShouldBe(0);
    }

    private static Asset Sized(long bytes, int number) => new(
        $"/repository/photos/p{number}.png", null, $"p{number}.png",
            new ImageInfo(ImageFormat.Png, 10, 10, bytes, number.ToString("x64", CultureInfo.InvariantCulture)), null, Position.Start);
}
