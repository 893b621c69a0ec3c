using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Planning;
using Ideogram.Build.Sync.Reporting;
using Ideogram.Build.Sync.Tests.Support;

namespace Ideogram.Build.Sync.Tests.Reporting;

/// <summary>What counts as a change: whether a pull request gets a comment, and whether a check fails.</summary>
public sealed class ChangeTests
{
    [Theory]
    [InlineData(Change.New, true)]
    [InlineData(Change.CaptionMissing, true)]
    [InlineData(Change.CaptionChanged, true)]
    [InlineData(Change.CaptionRemoved, true)]
    [InlineData(Change.Renamed, false)]
    [InlineData(Change.Unchanged, false)]
    public async Task A_plan_changes_what_is_not_there_as_the_manifest_says(Change change, bool isChange)
    {
        var report = Report(await PlanAsync(change), RunKind.Plan);

        report.HasChanges.ShouldBe(isChange);
        report.Datasets[0].IsDifferent.ShouldBe(isChange);
    }

    [Fact]
    public async Task Files_that_only_the_dataset_has_or_has_twice_are_a_difference_and_foreign_ones_are_not()
    {
        var plan = await PlanAsync(Change.Unchanged);
        IReadOnlyList<RemoteFile> one = [new RemoteFile("a.png", 1, null)];

        Report(plan with { Stale = one }, RunKind.Plan).HasChanges.ShouldBeTrue();
        Report(plan with { Doubled = one }, RunKind.Plan).HasChanges.ShouldBeTrue();
        Report(plan with { Foreign = one }, RunKind.Plan).HasChanges.ShouldBeFalse();
    }

    [Fact]
    public async Task Another_target_is_a_change_and_no_difference()
    {
        var plan = await PlanAsync(Change.Unchanged);

        var report = Report(plan with { Target = plan.Target! with { Former = "Before" } }, RunKind.Plan);

        report.HasChanges.ShouldBeTrue();
        report.Datasets[0].IsDifferent.ShouldBeFalse();
    }

    [Fact]
    public async Task A_dataset_that_was_not_asked_has_no_known_difference() =>
        Report(await PlanAsync(Change.New) with { Source = PlanSource.None }, RunKind.Plan).HasChanges.ShouldBeFalse();

    [Fact]
    public async Task An_upload_changed_what_it_sent_and_not_what_stays_different()
    {
        var plan = await PlanAsync(Change.New) with { Stale = [new RemoteFile("a.png", 1, null)] };

        Upload(plan, Outcome.Uploaded).HasChanges.ShouldBeTrue();
        Upload(plan, Outcome.Failed).HasChanges.ShouldBeFalse();
    }

    private static async Task<DatasetPlan> PlanAsync(Change change)
    {
        await using var scene = await SyncScene.StartAsync();
        var plan = Planner.For(scene.Manifest().Images(1).Validate(), null);
        return plan with { Images = [.. plan.Images.Select(i => i with { Change = change })] };
    }

    private static ReportDocument Report(DatasetPlan plan, RunKind kind) =>
        ReportDocument.From(Sync.Reporting.Report.FromPlan(new Plan([plan]), kind, default, default), file => file);

    private static ReportDocument Upload(DatasetPlan plan, Outcome outcome)
    {
        var report = Sync.Reporting.Report.FromPlan(new Plan([plan]), RunKind.Upload, default, default);
        return ReportDocument.From(
            report with { Datasets = [report.Datasets[0] with { Images = [.. plan.Images.Select(i => new ImageResult(i, outcome))] }] }, file => file);
    }
}
