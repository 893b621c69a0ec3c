using System.Globalization;
using System.Text.Json;
using Ideogram.Build.Sync.Planning;
using Ideogram.Build.Sync.Reporting;
using Ideogram.Build.Sync.Tests.Support;

namespace Ideogram.Build.Sync.Tests.Reporting;

public sealed class TextReportTests
{
    [Fact]
    public async Task The_log_names_what_was_sent_and_ends_with_the_totals()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest().Images(1).Write("unsafe.png", TestImages.Png(seed: 9));

        var text = Write(await scene.RunAsync());

        text.ShouldContain("  uploaded         image-01.png (64×48 PNG, ");
        text.ShouldContain("  failed           unsafe.png");
        text.ShouldContain("error IDEO5101: ");
        text.TrimEnd().ShouldEndWith("ideogram: 1 uploaded, 1 failed, 0 unchanged");
    }

    [Fact]
    public async Task No_line_can_be_a_workflow_command()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Write("ideogram.yml", "name: \"::set-output name=a::b\"\nimages: [\"*.png\"]\n").Write("::warning::x.png", TestImages.Png());

        var lines = Write(await scene.RunAsync()).Split('\n');

        lines.ShouldAllBe(line => !line.TrimStart().StartsWith("::", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_json_report_holds_the_same_numbers()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest().Images(3).Write("unsafe.png", TestImages.Png(seed: 9));
        var report = await scene.RunAsync();
        using var stream = new MemoryStream();

        JsonReport.Write(ReportDocument.From(report, Path.GetFileName!), stream);

        using var json = JsonDocument.Parse(stream.ToArray());
        json.RootElement.GetProperty("version").GetInt32().ShouldBe(ReportDocument.CurrentVersion);
        json.RootElement.GetProperty("totals").GetProperty("uploaded").GetInt32().ShouldBe(3);
        json.RootElement.GetProperty("totals").GetProperty("failed").GetInt32().ShouldBe(1);
        var images = json.RootElement.GetProperty("datasets")[0].GetProperty("images");
        images.GetArrayLength().ShouldBe(4);
        images.EnumerateArray().Single(i => i.GetProperty("outcome").GetString() == "failed").GetProperty("reason").GetString().ShouldBe("FAILED_SAFETY_CHECK");
    }

    [Fact]
    public async Task The_totals_of_a_plan_and_of_an_upload_are_those_of_the_text()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest().Images(3);
        await scene.RunAsync();
        scene.Write("image-02.txt", "A caption for what is there").Write("new.png", TestImages.Png(seed: 9)).Write("same.png", TestImages.Png(seed: 9));
        var plan = Report.FromPlan(new Plan([await scene.PlanAsync()]), RunKind.Plan, default, default);
        var planned = ReportDocument.From(plan, Path.GetFileName!);

        var uploaded = ReportDocument.From(await scene.RunAsync(), Path.GetFileName!);

        ReportText.Headline(planned).ShouldBe("1 new, 1 with a new caption, 2 unchanged");
        planned.Totals.ShouldBe(new ReportedTotals(2, 2, 0, 0, 0, 0, 0));
        ReportText.Headline(uploaded).ShouldBe("1 uploaded, 1 caption sent, 0 failed, 2 unchanged");
        uploaded.Totals.ShouldBe(new ReportedTotals(0, 2, 1, 1, 0, 0, 0));
        ReportText.Describe(uploaded.Datasets[0].Assets).ShouldMatch("^5 images \\(1 duplicate\\), [0-9]+ K?B, 1 caption$");
    }

    private static string Write(Report report)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        TextReport.Write(ReportDocument.From(report, Path.GetFileName!), writer);
        return writer.ToString();
    }
}
