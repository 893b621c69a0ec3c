using Ideogram.Build.Sync.Reporting;
using Ideogram.Build.Sync.Tests.Support;
using Ideogram.Build.Sync.Uploading;

namespace Ideogram.Build.Sync.Tests.Uploading;

public sealed class SettlementTests
{
    [Theory]
    [InlineData("reset:at=before")]
    [InlineData("reset:at=body")]
    [InlineData("reset:at=read")]
    [InlineData("reset:at=commit")]
    [InlineData("reset:at=answer")]
    [InlineData("partial:images=2")]
    [InlineData("partial:images=2,code=500")]
    [InlineData("status:code=500,commit=yes")]
    [InlineData("status:code=502,body=html")]
    [InlineData("status:code=503,commit=yes,body=empty")]
    [InlineData("status:code=504")]
    [InlineData("status:code=200,body=html,commit=yes")]
    [InlineData("status:code=200,body=truncated,commit=yes")]
    [InlineData("status:code=200,body=wrong,commit=yes")]
    [InlineData("status:code=200,body=oversized,commit=yes")]
    [InlineData("throttle:seconds=0")]
    [InlineData("throttle:seconds=1,as=date")]
    [InlineData("throttle:inflight=2")]
    [InlineData("missing:images=1,commit=yes")]
    [InlineData("counts")]
    [InlineData("refuse:reason=INTERNAL_ERROR,images=2")]
    [InlineData("late:seconds=0.1")]
    [InlineData("lag:seconds=0.1")]
    public async Task One_fault_of_an_upload_ends_with_each_image_there_once(string fault)
    {
        await using var scene = await SyncScene.StartAsync($"{fault}{(fault.Contains(':', StringComparison.Ordinal) ? "," : ":")}route=upload,nth=2");
        scene.Manifest().Images(6);

        var report = await scene.UploadAsync();

        scene.Stored().Select(f => f.Name).ShouldBeUnique();
        scene.Stored().Count.ShouldBe(6);
        report.Count(Outcome.Uploaded).ShouldBe(6, string.Join('\n', report.Diagnostics));
    }

    [Theory]
    [InlineData("reset:at=commit,route=create")]
    [InlineData("status:code=500,commit=yes,route=create")]
    public async Task A_creation_whose_answer_was_lost_is_found_again_and_not_repeated(string fault)
    {
        await using var scene = await SyncScene.StartAsync(fault);
        scene.Manifest().Images(2);

        (await scene.UploadAsync()).Count(Outcome.Uploaded).ShouldBe(2);

        scene.Host.Datasets().Count.ShouldBe(1);
        scene.Host.CountRequests("create").ShouldBe(1);
    }

    [Fact]
    public async Task A_file_that_the_answer_claims_but_the_dataset_does_not_show_is_unconfirmed()
    {
        await using var scene = await SyncScene.StartAsync("lag:seconds=3600,route=upload,nth=2");
        scene.Manifest().Images(3);

        var report = await scene.UploadAsync();

        report.Count(Outcome.Uploaded).ShouldBe(1);
        report.Count(Outcome.Unconfirmed).ShouldBe(2);
        report.IsSuccess.ShouldBeFalse();
        report.Diagnostics.Select(d => d.Code).Distinct().ShouldBe([UploadRules.Unconfirmed.Code]);
        scene.Host.CountRequests("upload").ShouldBe(2, "what was claimed is not sent again in the same run");
    }

    [Fact]
    public async Task Where_the_dataset_could_not_be_read_afterwards_nothing_is_said_about_what_it_shows()
    {
        await using var scene = await SyncScene.StartAsync("status:code=403,route=get,nth=2-");
        scene.Manifest().Images(1);

        var report = await scene.UploadAsync();

        report.Count(Outcome.Unconfirmed).ShouldBe(1);
        var said = report.Diagnostics.Single(d => d.Code == UploadRules.Unconfirmed.Code).Message;
        said.ShouldContain("the dataset could not be read afterwards: it may be there or not");
        said.ShouldNotContain("does not show");
    }

    [Fact]
    public async Task An_internal_error_is_tried_three_times_in_all()
    {
        await using var scene = await SyncScene.StartAsync("refuse:reason=INTERNAL_ERROR,containing=image-02,route=upload");
        scene.Manifest().Images(2);

        var report = await scene.UploadAsync();

        var failed = report.Images.Single(i => i.Outcome == Outcome.Failed);
        failed.Attempts.ShouldBe(3);
        failed.Failure!.Reason.ShouldBe("INTERNAL_ERROR");
    }

    [Theory]
    [InlineData(400, "IDEO5005")]
    [InlineData(401, "IDEO5002")]
    [InlineData(402, "IDEO5003")]
    [InlineData(403, "IDEO5004")]
    [InlineData(404, "IDEO5006")]
    [InlineData(422, "IDEO5005")]
    public async Task A_permanent_fault_stops_at_once_and_says_so(int status, string code)
    {
        await using var scene = await SyncScene.StartAsync($"status:code={status},route=upload,nth=2-");
        scene.Options = scene.Options with { BatchFiles = 1, Parallelism = 1 };
        scene.Manifest().Images(5);

        var report = await scene.UploadAsync();

        report.Count(Outcome.Uploaded).ShouldBe(1);
        report.Count(Outcome.NotSent).ShouldBe(4);
        report.Diagnostics.Select(d => d.Code).ShouldBe([code]);
        scene.Host.CountRequests("upload").ShouldBe(2);
    }

    [Fact]
    public async Task After_the_fault_has_gone_one_more_run_sends_only_the_rest()
    {
        await using var scene = await SyncScene.StartAsync("status:code=402,reject-reason=insufficient_funds,route=upload,nth=3-");
        scene.Options = scene.Options with { BatchFiles = 2, Parallelism = 1 };
        scene.Manifest().Images(7);
        var first = await scene.UploadAsync();
        first.Diagnostics.Single().Message.ShouldContain("insufficient_funds");
        scene.Host.SetFaults("");

        var second = await scene.UploadAsync();

        (first.Count(Outcome.Uploaded), second.Count(Outcome.Uploaded), second.Count(Outcome.Unchanged)).ShouldBe((3, 4, 3));
        scene.Stored().Select(f => f.Name).ShouldBeUnique();
    }

    [Fact]
    public async Task While_nothing_answers_the_run_ends_and_claims_nothing()
    {
        await using var scene = await SyncScene.StartAsync("reset:at=read,route=upload");
        scene.Manifest().Images(3);

        var report = await scene.UploadAsync();

        report.Count(Outcome.Uploaded).ShouldBe(0);
        report.IsSuccess.ShouldBeFalse();
        scene.Stored().ShouldBeEmpty();
    }
}
