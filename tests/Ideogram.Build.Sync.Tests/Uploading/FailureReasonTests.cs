using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Naming;
using Ideogram.Build.Sync.Reporting;
using Ideogram.Build.Sync.Tests.Support;
using Ideogram.Build.Sync.Uploading;
using Microsoft.AspNetCore.Http;

namespace Ideogram.Build.Sync.Tests.Uploading;

/// <summary>A reason is Ideogram's word. Whatever it looks like, it chooses no rule and no advice of this tool.</summary>
public sealed class FailureReasonTests
{
    // Without commas and semicolons, which the stand-in's faults keep for themselves.
    public static TheoryData<string> LooksLikeOurs =>
    [
        .. FaultTable.Rows.SelectMany(r => new[] { r.Rule.Code, r.Rule.Title, r.Advice, r.Kind.ToString() })
            .Where(t => t.IndexOfAny([',', ';']) < 0).Distinct(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(LooksLikeOurs))]
    public async Task A_reason_that_looks_like_a_word_of_this_tool_is_a_reason_unknown_to_it(string reason)
    {
        await using var scene = await SyncScene.StartAsync($"refuse:reason={reason}");
        scene.Manifest().Images(1);

        var report = await scene.UploadAsync();

        var failure = report.Images.ShouldHaveSingleItem().Failure!;
        failure.Rule.ShouldBe(UploadRules.OtherReason);
        failure.Advice.ShouldBe("See Ideogram's documentation for this reason, or exclude the image in the manifest.");
        report.Diagnostics.ShouldHoldOnly(UploadRules.OtherReason).Message.ShouldStartWith($"Upload failed: {failure.Reason}");
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\" \\n\"")]
    public async Task Without_a_reason_the_report_says_that_there_is_none(string reason)
    {
        var report = await RefusedAsync(reason);

        report.Images.ShouldHaveSingleItem().Failure!.Reason.ShouldBe("no reason given");
        report.Diagnostics.ShouldHoldOnly(UploadRules.OtherReason);
    }

    [Fact]
    public async Task A_reason_without_end_is_cut()
    {
        var report = await RefusedAsync($"\"{string.Concat(Enumerable.Repeat("INTERNAL_ERROR ", 100_000))}\"");

        var failure = report.Images.ShouldHaveSingleItem().Failure!;
        failure.Reason.ShouldStartWith("INTERNAL_ERROR INTERNAL_ERROR");
        failure.Reason.Length.ShouldBeLessThan(100);
        report.Diagnostics.ShouldHoldOnly(UploadRules.OtherReason).Message.Length.ShouldBeLessThan(300);
    }

    [Fact]
    public async Task A_request_that_fails_keeps_its_own_rule_and_words()
    {
        await using var scene = await SyncScene.StartAsync("status:code=413,route=upload");
        scene.Manifest().Images(1);

        var failure = (await scene.UploadAsync()).Images.ShouldHaveSingleItem().Failure!;

        failure.ShouldBe(new Failure(ApiRules.TooLarge, "Ideogram answered 413: Emulated fault 413", FaultTable.For(ApiFaultKind.TooLarge).Advice));
    }

    private static async Task<DatasetReport> RefusedAsync(string reason)
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest("id: d").Images(1);
        var name = ContentName.Create(scene.Validate().Assets[0]);
        await using var server = await ScriptedServer.StartAsync(context => context.Request.Method == "GET"
            ? context.Response.WriteAsync("""{"dataset":{"dataset_id":"d","name":"Acme"},"files":[]}""", context.RequestAborted)
            : context.Response.WriteAsync($$"""{"failed_assets":[{"file_name":"{{name}}","failure_reason":{{reason}}}]}""", context.RequestAborted));
        scene.Client = scene.Client with { BaseAddress = server.Address };
        return await scene.UploadAsync();
    }
}
