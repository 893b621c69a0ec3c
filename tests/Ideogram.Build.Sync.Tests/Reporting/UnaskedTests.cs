using System.Globalization;
using System.Text;
using System.Text.Json;
using Ideogram.Build.Sync.Planning;
using Ideogram.Build.Sync.Reporting;
using Ideogram.Build.Sync.Tests.Support;
using NJsonSchema;

namespace Ideogram.Build.Sync.Tests.Reporting;

/// <summary>What reports say of a dataset that could not be asked: no number that nobody has seen.</summary>
public sealed class UnaskedTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_plan_that_asked_nobody_counts_nothing_and_says_so()
    {
        await using var scene = await RefusedAsync();
        var report = PlanReport(await scene.PlanAsync());

        var text = Text(report);

        text.TrimEnd().ShouldEndWith("ideogram: remote state of 1 dataset not checked");
        text.ShouldNotContain("new");
        text.ShouldNotContain("unchanged");
    }

    [Fact]
    public async Task Datasets_that_were_asked_are_counted_beside_one_that_was_not()
    {
        await using var scene = await RefusedAsync();
        var unasked = await scene.PlanAsync();
        scene.Client = scene.Client with { ApiKey = SyncScene.Key };
        var report = PlanReport(await scene.PlanAsync(), unasked);

        Text(report).TrimEnd().ShouldEndWith("ideogram: 2 new, 0 unchanged, remote state of 1 dataset not checked");
        Markdown(report).ShouldContain("<p>2 datasets: 2 new, 0 unchanged, remote state of 1 dataset not checked</p>");
    }

    [Fact]
    public async Task The_comment_has_no_images_and_no_size_of_a_dataset_that_was_not_asked()
    {
        await using var scene = await RefusedAsync();

        var text = Markdown(PlanReport(await scene.PlanAsync()));

        text.ShouldContain("remote state not checked");
        text.ShouldNotContain(" new");
        text.ShouldNotContain("to send");
        text.ShouldNotContain("image-01.png");
    }

    [Fact]
    public async Task Without_an_error_the_comments_title_claims_nothing_either()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest().Images(2);

        Markdown(PlanReport(Planner.Unasked(scene.Validate()))).ShouldStartWith("### 🖼️ Ideogram: some datasets could not be checked\n");
    }

    [Fact]
    public async Task A_manifest_that_cannot_be_read_is_unknown()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Write("ideogram.yml", "nonsense");

        Text(PlanReport(await scene.PlanAsync())).TrimEnd().ShouldEndWith("ideogram: 1 dataset without a result");
    }

    [Fact]
    public async Task The_json_plans_nothing_and_is_as_the_schema_says()
    {
        await using var scene = await RefusedAsync();
        using var stream = new MemoryStream();
        JsonReport.Write(ReportDocument.From(PlanReport(await scene.PlanAsync()), Path.GetFileName!), stream);
        var text = Encoding.UTF8.GetString(stream.ToArray());

        var schema = await JsonSchema.FromJsonAsync(await File.ReadAllTextAsync(Checkout.PathOf("docs/report.schema.json"), Token), Token);
        schema.Validate(text).ShouldBeEmpty(text);
        using var json = JsonDocument.Parse(text);
        json.RootElement.GetProperty("totals").GetProperty("planned").GetInt32().ShouldBe(0);
        var dataset = json.RootElement.GetProperty("datasets")[0];
        dataset.GetProperty("source").GetString().ShouldBe("none");
        dataset.GetProperty("images").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task An_upload_that_could_not_ask_sent_nothing_and_calls_nothing_unchanged()
    {
        await using var scene = await RefusedAsync();

        var report = await scene.RunAsync();

        Text(report).TrimEnd().ShouldEndWith("ideogram: 0 uploaded, 0 failed, 2 not sent, remote state of 1 dataset not checked");
        Text(report).ShouldNotContain("unchanged");
        Markdown(report).ShouldStartWith("### ❌ Ideogram: 0 uploaded, 0 failed, 2 not sent, remote state of 1 dataset not checked\n");
    }

    /// <summary>Two images, and a key that Ideogram refuses.</summary>
    private static async Task<SyncScene> RefusedAsync()
    {
        var scene = await SyncScene.StartAsync();
        scene.Manifest().Images(2);
        scene.Client = scene.Client with { ApiKey = "another-key" };
        return scene;
    }

    private static Report PlanReport(params DatasetPlan[] plans) => Report.FromPlan(new Plan(plans), RunKind.Plan, DateTimeOffset.UtcNow, TimeSpan.Zero);

    private static string Text(Report report)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        TextReport.Write(ReportDocument.From(report, Path.GetFileName!), writer);
        return writer.ToString();
    }

    private static string Markdown(Report report) => MarkdownReport.Render(ReportDocument.From(report, Path.GetFileName!), ILinks.None, new MarkdownOptions());
}
