using System.Globalization;
using System.Text;
using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Captions;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Validation;
using Ideogram.Build.Sync.Planning;
using Ideogram.Build.Sync.Reporting;
using Ideogram.Build.Sync.Uploading;

namespace Ideogram.Build.Sync.Tests.Reporting;

/// <summary>What is too long for a comment gives up detail in steps, and says what.</summary>
public sealed class MarkdownSizeTests
{
    private static readonly string Root = Path.GetFullPath("/repository");

    [Fact]
    public void What_fits_is_left_alone()
    {
        var text = Render(60_000, Dataset("a", fresh: 40, unchanged: 40));

        text.ShouldContain("<img ");
        text.ShouldContain("unchanged-39.png");
        text.ShouldNotContain("Left out");
    }

    [Fact]
    public void Thumbnails_go_first_and_take_no_row_with_them()
    {
        var text = Render(Size(Dataset("a", fresh: 40, unchanged: 40)) - 1, Dataset("a", fresh: 40, unchanged: 40));

        text.ShouldNotContain("<img ");
        text.ShouldContain("new-39.png");
        text.ShouldContain("unchanged-39.png");
        text.ShouldContain("<p>Left out because this would be too long: thumbnails. ");
    }

    [Fact]
    public void Unchanged_images_go_next()
    {
        var text = Render(10_000, Dataset("a", fresh: 40, unchanged: 60));

        text.ShouldContain("new-39.png");
        text.ShouldNotContain("unchanged-1.png");
        text.ShouldContain("too long: thumbnails, unchanged images. ");
        text.ShouldContain("40 new, 60 unchanged");
    }

    [Fact]
    public void Then_the_images_of_the_largest_dataset_and_only_so_many_as_must()
    {
        var text = Render(12_000, Dataset("small", fresh: 3), Dataset("large", fresh: 95), Dataset("middle", fresh: 40));

        text.ShouldContain("small/new-2.png");
        text.ShouldContain("middle/new-39.png");
        text.ShouldNotContain("large/new-1.png");
        text.ShouldContain("all images of 1 dataset. ");
        foreach (var totals in new[] { "3 new", "95 new", "40 new", "3 datasets: 138 new" })
            text.ShouldContain(totals);
    }

    [Fact]
    public void Problems_outlast_images_and_a_targets_line_outlasts_problems()
    {
        var noisy = Dataset("noisy", fresh: 5) with
        {
            Diagnostics =
            [.. Enumerable.Range(0, 20).Select(i => Problem(new string('@', 900) + i.ToString(CultureInfo.InvariantCulture)))]
        };
        var quiet = Dataset("quiet", fresh: 100) with { Diagnostics = [Problem("The one that counts.")] };

        var text = Render(20_000, noisy, quiet);

        text.ShouldContain("The one that counts.");
        text.ShouldContain("<code>noisy</code>");
        text.ShouldContain("the problems of 1 dataset. ");
    }

    [Fact]
    public void Of_hundreds_of_datasets_those_that_change_their_target_are_left_out_last()
    {
        var datasets = Enumerable.Range(0, 1000).Select(i => Dataset($"d{i}", fresh: 2)).ToArray();
        datasets[700] = datasets[700] with { FormerTarget = "Another" };

        var text = Render(60_000, datasets);

        text.ShouldContain("<code>d700</code>");
        text.ShouldContain("The target changes");
        text.ShouldContain("1000 datasets: 2000 new");
        text.ShouldMatch("And [0-9]{3} more datasets\\.");
        Encoding.UTF8.GetByteCount(text).ShouldBeGreaterThan(55_000, "no more is given up than must be");
    }

    [Theory]
    [InlineData(60_000)]
    [InlineData(20_000)]
    [InlineData(5_000)]
    [InlineData(800)]
    public void Whatever_is_in_it_the_bound_and_the_totals_hold(int most)
    {
        var hostile = string.Concat(Enumerable.Repeat("\"<@😀", 200));
        var datasets = Enumerable.Range(0, 30).Select(i => Dataset(hostile, fresh: 10) with { Diagnostics = [Problem(hostile)] }).ToArray();

        var text = Render(most, datasets);

        Encoding.UTF8.GetByteCount(text).ShouldBeLessThanOrEqualTo(most);
        text.ShouldContain("300 new, 0 unchanged");
    }

    private static int Size(params ReportedDataset[] datasets) => Encoding.UTF8.GetByteCount(Render(int.MaxValue, datasets));

    private static string Render(int most, params ReportedDataset[] datasets)
    {
        var text = MarkdownReport.Render(
            ReportDocument.Create(RunKind.Plan, null, DateTimeOffset.UnixEpoch, 0, cancelled: false, datasets),
            new PictureLinks(),
            new MarkdownOptions { MaxBytes = most, Run = new Uri("https://github.example/acme/brand/actions/runs/1") });
        Encoding.UTF8.GetByteCount(text).ShouldBeLessThanOrEqualTo(most);
        return text;
    }

    private static ReportedDataset Dataset(string name, int fresh, int unchanged = 0)
    {
        var images = Images(name, "new", fresh, Change.New).Concat(Images(name, "unchanged", unchanged, Change.Unchanged)).ToList();
        return ReportedDataset.From(new DatasetReport
        {
            Plan = new DatasetPlan
            {
                Dataset = new Dataset
                {
                    ManifestPath = $"{Root}/{name}/ideogram.yml",
                    Manifest = null,
                    Assets = [.. images.Select(i => i.Asset)],
                    Diagnostics = [],
                    Inputs = [],
                    Root = Root
                },
                Target = new DatasetTarget(name, null),
                Source = PlanSource.Dataset,
                Images = images,
                Diagnostics = [],
            },
            Images = [.. images.Select(i => new ImageResult(i, Outcome.Planned))],
            Diagnostics = [],
        }, Display);
    }

    private static IEnumerable<PlannedImage> Images(string name, string kind, int count, Change change)
    {
        for (var i = 0; i < count; i++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"{name}/{kind}-{i}.png");
            var info = new ImageInfo(ImageFormat.Png, 640, 480, 1000, new string('a', 64));
            yield return new PlannedImage(new Asset($"{Root}/{path}", null, path, info, new Caption("A caption of some words, as people write them",
                CaptionKind.Text, $"{Root}/x.txt", Position.Start), Position.Start), path, change);
        }
    }

    private static ReportedProblem Problem(string message) => ReportedProblem.From(UploadRules.SafetyCheck.At($"{Root}/ideogram.yml", Position.Start, message),
        Display);

    private static string Display(string file) => file[(Root.Length + 1)..];

    private sealed class PictureLinks : ILinks
    {
        public Uri? Thumbnail(ReportedImage image) =>
            new($"https://github.example/acme/brand/blob/{new string('b', 40)}/{Uri.EscapeDataString(image.Path)}?raw=true");

        public Uri? FormerThumbnail(ReportedImage image) => null;

        public Uri? Source(ReportedProblem problem) => null;
    }
}
