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
        text.ShouldContain("new-39.png");
        text.ShouldNotContain("Left out");
    }

    [Fact]
    public void What_does_not_change_is_counted_and_has_no_rows()
    {
        var text = Render(60_000, Dataset("a", fresh: 1, unchanged: 90), Dataset("b", fresh: 0, unchanged: 80));

        text.ShouldContain("new-0.png");
        text.ShouldNotContain("unchanged-");
        text.ShouldContain("1 new, 90 unchanged");
        text.ShouldContain("<p>1 dataset unchanged, 80 images: <code>b</code>.</p>");
    }

    [Fact]
    public void Where_nothing_changes_in_many_datasets_one_line_says_so()
    {
        var text = Render(1_000_000, [.. Enumerable.Range(0, 75).Select(i => Dataset($"d{i}", fresh: 0, unchanged: 100))]);

        text.ShouldContain("<p>75 datasets unchanged, 7500 images: <code>d0</code>, ");
        text.ShouldContain("<code>d9</code> and 65 more datasets.</p>");
        Encoding.UTF8.GetByteCount(text).ShouldBeLessThan(1_000);
    }

    [Fact]
    public void One_dataset_alone_says_where_it_is_even_if_nothing_changes()
    {
        Render(60_000, Dataset("a", fresh: 0, unchanged: 9)).ShouldContain("<code>a/ideogram.yml</code><br>0 new, 9 unchanged");
    }

    [Fact]
    public void Of_a_thousand_datasets_the_one_that_changes_is_shown_whole()
    {
        var datasets = Enumerable.Range(0, 1250).Select(i => Dataset($"d{i}", fresh: 0, unchanged: 3)).ToArray();
        datasets[1100] = Dataset("d1100", fresh: 1, unchanged: 2);

        var text = Render(60_000, datasets);

        text.ShouldContain("<img ");
        text.ShouldContain("d1100/new-0.png");
        text.ShouldContain("1249 datasets unchanged");
        text.ShouldNotContain("Left out");
    }

    [Fact]
    public void What_failed_comes_first_then_a_moved_target_then_what_changes_then_what_only_has_warnings()
    {
        var text = Render(
            60_000,
            Dataset("quiet", fresh: 0, unchanged: 1),
            Dataset("warned", fresh: 0, unchanged: 1) with { Diagnostics = [Problem("It is dark.") with { Severity = Severity.Warning }] },
            Dataset("changed", fresh: 1),
            Dataset("moved", fresh: 1) with { FormerTarget = "Another" },
            Dataset("failed", fresh: 1) with { Success = false, Diagnostics = [Problem("It is broken.")] });

        string[] names = ["failed", "moved", "changed", "warned", "quiet"];
        names.Select(n => text.IndexOf($"<code>{n}</code>", StringComparison.Ordinal)).ShouldBeInOrder();
    }

    [Fact]
    public void Rows_become_pictures_and_each_keeps_its_name()
    {
        var text = Render(Size(Dataset("a", fresh: 40, unchanged: 40)) - 1, Dataset("a", fresh: 40, unchanged: 40));

        text.ShouldNotContain("<td");
        text.Split("<img ").Length.ShouldBe(41);
        text.ShouldContain("new-39.png</code>");
        text.ShouldContain("<p>Left out because of the size limit: the rows of 1 dataset. ");
    }

    [Fact]
    public void The_largest_dataset_loses_its_rows_first_and_only_so_many_as_must()
    {
        ReportedDataset[] datasets = [Dataset("small", fresh: 3), Dataset("large", fresh: 65), Dataset("middle", fresh: 40)];

        var text = Render(Size(datasets) - 1, datasets);

        text.ShouldContain("<td");
        text.Split("<img ").Length.ShouldBe(109);
        text.ShouldContain("the rows of 1 dataset. ");
        foreach (var totals in new[] { "3 new", "65 new", "40 new", "3 datasets: 108 new" })
            text.ShouldContain(totals);
    }

    [Fact]
    public void Pictures_of_what_changes_are_the_last_detail_to_go()
    {
        var noisy = Dataset("noisy", fresh: 30) with { Diagnostics = [.. Enumerable.Range(0, 20).Select(_ => Problem(new string('x', 900)))] };

        var text = Render(9_000, noisy);

        text.Split("<img ").Length.ShouldBe(31);
        text.ShouldContain("the problems of 1 dataset. ");
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

        var text = Render(25_000, noisy, quiet);

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
        return ReportedDataset.From(RunKind.Plan, new DatasetReport
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

        public Uri? Thumbnail(string file) => new($"https://github.example/acme/brand/blob/{new string('b', 40)}/{Uri.EscapeDataString(file)}?raw=true");

        public Uri? FormerThumbnail(ReportedImage image) => null;

        public Uri? Comparison(ReportedImage image) => null;

        public Uri? Source(ReportedProblem problem) => null;
    }
}
