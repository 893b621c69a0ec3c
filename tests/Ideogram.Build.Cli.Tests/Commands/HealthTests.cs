using System.Text;
using System.Text.Json.Nodes;
using Ideogram.Build.Cli.Tests.World;
using Ideogram.Build.Sync.Reporting;
using NJsonSchema;

namespace Ideogram.Build.Cli.Tests.Commands;

/// <summary>What each output shows of the health of a dataset.</summary>
[Trait("Category", "Health")]
public sealed class HealthTests : IDisposable
{
    private readonly TempRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public async Task Validate_says_what_it_finds_and_ends_well()
    {
        Twins();

        var (code, output, _) = await Terminal.RunWithHealthAsync(_repository.Root, "validate");

        code.ShouldBe(0);
        output.ShouldContain("  health: 1 finding; 0 of 3 images with a caption; smallest 520×520, median 600×600; 3 square");
        output.ShouldContain("warning IDEO4030: Nearly the same picture (1 pair): 'a.png' and 'b.png'.");
    }

    [Fact]
    public async Task All_numbers_of_the_line_count_the_same_files()
    {
        Twins();
        _repository.Write("c2.png", await File.ReadAllBytesAsync(_repository.PathOf("a.png"), TestContext.Current.CancellationToken));

        await Terminal.RunWithHealthAsync(_repository.Root, "preview");

        (await File.ReadAllTextAsync(_repository.PathOf("ideogram-preview.html"), TestContext.Current.CancellationToken))
            .ShouldContain("; 4 square; 4 PNG");
    }

    [Fact]
    public async Task No_health_says_nothing_of_it()
    {
        Twins();

        var (_, output, _) = await Terminal.RunWithHealthAsync(_repository.Root, "validate", "--no-health");

        output.ShouldNotContain("health");
        output.ShouldNotContain("IDEO4030");
    }

    [Fact]
    public async Task A_healthy_set_has_no_line_in_the_text()
    {
        _repository.Write("a.png", Canvas.Png(Canvas.Motif(1))).ManifestOf("'*.png'");

        var (_, output, _) = await Terminal.RunWithHealthAsync(_repository.Root, "validate");

        output.ShouldNotContain("health");
    }

    [Fact]
    public async Task The_report_has_it_as_its_schema_says()
    {
        Twins();
        await Terminal.RunWithHealthAsync(_repository.Root, "validate", "--report", "report.json");
        var json = await File.ReadAllTextAsync(_repository.PathOf("report.json"), TestContext.Current.CancellationToken);
        var schema = await JsonSchema.FromJsonAsync(await File.ReadAllTextAsync(Checkout.PathOf("docs/report.schema.json"),
            TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);

        schema.Validate(json).ShouldBeEmpty(json);
        var health = JsonNode.Parse(json)!["datasets"]![0]!["health"]!;
        health["nearDuplicates"]![0]!["second"]!.GetValue<string>().ShouldBe("b.png");
        health["findings"]!.GetValue<int>().ShouldBe(1);
        JsonReport.Read(Encoding.UTF8.GetBytes(json)).Datasets[0].Health!.Median.ShouldBe(new ReportedSize(600, 600));
    }

    [Fact]
    public async Task A_report_with_an_impossible_health_is_refused()
    {
        Twins();
        await Terminal.RunWithHealthAsync(_repository.Root, "validate", "--report", "report.json");
        var report = JsonNode.Parse(await File.ReadAllTextAsync(_repository.PathOf("report.json"), TestContext.Current.CancellationToken))!;
        report["datasets"]![0]!["health"]!["wide"] = -1;

        Should.Throw<FormatException>(() => JsonReport.Read(Encoding.UTF8.GetBytes(report.ToJsonString()))).Message.ShouldContain("health");
    }

    [Fact]
    public async Task The_page_shows_the_pair_side_by_side_and_a_chart()
    {
        Twins();

        await Terminal.RunWithHealthAsync(_repository.Root, "preview");

        var page = await File.ReadAllTextAsync(_repository.PathOf("ideogram-preview.html"), TestContext.Current.CancellationToken);
        page.ShouldContain("Health: 1 finding;");
        page.ShouldContain("<ul class=\"pairs\">\n<li><figure><img alt=\"\" src=\"data:image/png;base64,");
        page.ShouldContain("<title>600 × 600: 2 images</title>");
        page.ShouldNotContain("style=\"");
    }

    [Fact]
    public async Task The_comment_shows_the_pair_side_by_side()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        var motif = Canvas.Motif(7);
        var pull = scene.Open(12, git =>
        {
            git.Write("brand/photos/a.png", Canvas.Png(motif));
            git.Write("brand/photos/b.png", Canvas.Png(motif, 520, 520));
        });

        var run = await scene.PullRequestAsync(pull, inputs: new Dictionary<string, string>(StringComparer.Ordinal) { ["health"] = "true" });

        run.ExitCode.ShouldBe(0, run.Log);
        run.Summary.ShouldContain("<br>🩺 Health: ");
        run.Summary.ShouldContain("🩺 1 pair of near duplicates</summary>");
        run.Summary.ShouldContain("/brand/photos/b.png?raw=true\" width=\"100\" alt=\"\"><br><code>photos/b.png</code><br>new</td>");
    }

    [Fact]
    public async Task The_comment_says_which_image_of_a_pair_is_new_and_which_was_there()
    {
        await using var scene = await ActionScene.SetAsync();
        var motifs = Enumerable.Range(0, 8).Select(Canvas.Motif).ToList();
        scene.Begin(images: 0);
        for (var i = 0; i < motifs.Count; i++)
        {
            scene.Git.Write($"brand/photos/a{i}.png", Canvas.Png(motifs[i]));
            if (i < 6)
                scene.Git.Write($"brand/photos/b{i}.png", Canvas.Png(motifs[i], 700, 700));
        }

        scene.Git.Commit("Pairs on main");
        var pull = scene.Open(12, git => git.Write("brand/photos/a7-again.png", Canvas.Png(motifs[7], 520, 520)));
        var inputs = new Dictionary<string, string>(StringComparer.Ordinal) { ["health"] = "true", ["api-key"] = "" };

        var run = await scene.PullRequestAsync(pull, inputs: inputs);

        run.ExitCode.ShouldBe(0, run.Log);
        var pairs = run.Summary[run.Summary.IndexOf("🩺 7 pairs of near duplicates", StringComparison.Ordinal)..].Split("<tr>");
        pairs[1].ShouldContain("<code>photos/a7-again.png</code><br>new</td>");
        pairs[1].ShouldContain("<code>photos/a7.png</code><br>there before</td>");
        pairs[2].ShouldContain("<code>photos/b0.png</code><br>there before</td>");
    }

    // Two of three are the same picture.
    private void Twins()
    {
        var motif = Canvas.Motif(7);
        _repository.Write("a.png", Canvas.Png(motif)).Write("b.png", Canvas.Png(motif, 520, 520)).Write("c.png", Canvas.Png(Canvas.Motif(8)))
            .ManifestOf("'*.png'");
    }
}
