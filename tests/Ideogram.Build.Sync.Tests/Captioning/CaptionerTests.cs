using System.Text.Json.Nodes;
using Ideogram.Build.Datasets.Captions;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Captioning;
using Ideogram.Build.Sync.Planning;
using Ideogram.Build.Sync.Tests.Support;

namespace Ideogram.Build.Sync.Tests.Captioning;

/// <summary>Each call costs money: none is made twice, none for what could not be written, and nothing is ever written over.</summary>
[Trait("Category", "Api2026")]
public sealed class CaptionerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Images_without_a_caption_get_one_each_and_are_never_asked_again()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest().Images(6).Write("image-01.txt", "By hand");

        var result = await RunAsync(scene);

        result.Problems.ShouldBeEmpty();
        result.Written.Select(Path.GetFileName).ShouldBe(["image-02.json", "image-03.json", "image-04.json", "image-05.json", "image-06.json"]);
        scene.Host.CountRequests("describe").ShouldBe(5);
        var dataset = scene.Validate();
        dataset.Diagnostics.ShouldBeEmpty();
        dataset.Assets.Count(a => a.Caption?.Kind == CaptionKind.Structured).ShouldBe(5);
        (await RunAsync(scene)).Written.ShouldBeEmpty();
        scene.Host.CountRequests("describe").ShouldBe(5);
    }

    [Fact]
    public async Task What_was_written_is_sent_and_shown_like_any_caption()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest("captions: required").Images(2);
        await RunAsync(scene);

        var report = await scene.UploadAsync();

        report.IsSuccess.ShouldBeTrue(string.Join('\n', report.Diagnostics));
        scene.Stored().ShouldAllBe(f => f.Caption != null && f.Caption.Contains("high_level_description", StringComparison.Ordinal));
        (await scene.PlanAsync()).Images.ShouldAllBe(i => i.Change == Change.Unchanged);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Boxes_and_style_are_as_the_caller_asks(bool boxes, bool style)
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest().Images(1);

        await RunAsync(scene, flags: new DescribeFlags(boxes, style));

        var text = await File.ReadAllTextAsync(Path.Combine(scene.Root, "image-01.json"), Token);
        var caption = JsonNode.Parse(text)!;
        (caption["compositional_deconstruction"]!["elements"]![0]!["bbox"] is not null).ShouldBe(boxes);
        (caption["style_description"] is not null).ShouldBe(style);
        text.ShouldStartWith("{\n  \"high_level_description\": ");
        text.ShouldEndWith("\n}\n");
    }

    [Fact]
    public async Task The_same_bytes_are_described_once_and_the_caption_is_written_beside_each()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest().Images(1).Write("copy.png", TestImages.Png(seed: 1)).Write("more/copy.png", TestImages.Png(seed: 1));

        var result = await RunAsync(scene);

        result.Written.Count.ShouldBe(3);
        result.Written.Select(File.ReadAllText).Distinct().ShouldHaveSingleItem();
        scene.Host.CountRequests("describe").ShouldBe(1);
    }

    [Theory]
    [InlineData("status:code=422,route=describe,nth=2", "IDEO5301", "Ideogram's safety check refuses it")]
    [InlineData("status:code=400,route=describe,nth=2", "IDEO5301", "Ideogram refuses it: Ideogram answered 400")]
    [InlineData("status:code=413,route=describe,nth=2", "IDEO5301", "Write its caption by hand")]
    [InlineData("status:code=503,route=describe,nth=2", "IDEO5009", "Ideogram cannot describe images for the moment")]
    [InlineData("status:code=500,commit=yes,route=describe,nth=2", "IDEO5009", "The call may be billed, so it was not repeated")]
    [InlineData("reset:at=answer,route=describe,nth=2", "IDEO5010", "Run again: images that have a caption are not sent again")]
    [InlineData("status:code=200,body=html,route=describe,nth=2", "IDEO5012", "It has no caption yet")]
    [InlineData("status:code=200,body=json,route=describe,nth=2", "IDEO5012", "'json_prompt'")]
    [InlineData("member:name=background,value=7,route=describe,nth=2", "IDEO5302", "IDEO3022")]
    [InlineData("member:name=high_level_description,value= ,route=describe,nth=2", "IDEO5302", "The call costs money")]
    public async Task One_image_that_fails_is_left_and_said_so_and_the_others_go_on(string fault, string code, string text)
    {
        await using var scene = await SyncScene.StartAsync(fault);
        scene.Manifest().Images(4);

        var result = await RunAsync(scene);

        result.Written.Count.ShouldBe(3);
        var problem = result.Problems.ShouldHaveSingleItem();
        (problem.Code, problem.IsError).ShouldBe((code, true));
        problem.Message.ShouldContain(text);
        scene.Host.CountRequests("describe").ShouldBeLessThanOrEqualTo(4, "nothing that may be billed is repeated");
        scene.Host.SetFaults("");
        (await RunAsync(scene)).Written.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("status:code=402,reject-reason=insufficient_funds,route=describe", "IDEO5003", "The account has no funds left")]
    [InlineData("status:code=401,route=describe", "IDEO5002", "Put a valid key")]
    [InlineData("status:code=429,reject-reason=daily_limit,route=describe", "IDEO5003", "its limit for today")]
    [InlineData("throttle:inflight=10,route=describe", "IDEO5008", "your whole organization generates at the same time")]
    public async Task What_no_image_can_pass_stops_the_run_and_is_said_once(string fault, string code, string text)
    {
        await using var scene = await SyncScene.StartAsync(fault, new ImpatientTime());
        scene.Client = scene.Client with { Patience = TimeSpan.FromMinutes(2) };
        scene.Manifest().Images(12);

        var result = await RunAsync(scene);

        result.Written.ShouldBeEmpty();
        var problem = result.Problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe(code);
        problem.Message.ShouldContain(text);
        result.NotAsked.ShouldBeGreaterThanOrEqualTo(8);
    }

    [Fact]
    public async Task Three_failures_in_a_row_that_are_about_no_image_stop_the_run()
    {
        await using var scene = await SyncScene.StartAsync("status:code=503,route=describe");
        scene.Manifest().Images(20);

        var result = await RunAsync(scene);

        result.Problems.Count.ShouldBeInRange(3, 6);
        result.NotAsked.ShouldBeGreaterThanOrEqualTo(14);
    }

    [Fact]
    public async Task A_storm_is_waited_out_and_every_image_is_described_once()
    {
        await using var scene = await SyncScene.StartAsync("throttle:inflight=10,route=describe,for=1800,nth=3-", new ImpatientTime());
        scene.Client = scene.Client with { Patience = TimeSpan.FromHours(1) };
        scene.Manifest().Images(10);

        var result = await RunAsync(scene);

        result.Written.Count.ShouldBe(10, string.Join('\n', result.Problems));
        scene.Host.Requests.Count(r => r is { Route: "describe", Status: 200 }).ShouldBe(10);
    }

    [Fact]
    public async Task A_caption_file_that_appears_meanwhile_is_left_as_it_is()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest().Images(1);
        var plan = CaptionPlan.Create([scene.Validate()], int.MaxValue);
        scene.Write("image-01.json", "mine");

        var result = await RunAsync(scene, plan: plan);

        result.Written.ShouldBeEmpty();
        result.Problems.ShouldHoldOnly(DescribeRules.Left).Message.ShouldContain("appeared just now");
        (await File.ReadAllTextAsync(Path.Combine(scene.Root, "image-01.json"), Token)).ShouldBe("mine");
    }

    [Fact]
    public async Task Who_stops_it_keeps_what_is_written_and_may_go_on()
    {
        await using var scene = await SyncScene.StartAsync("delay:seconds=600,route=describe,nth=4-");
        scene.Manifest().Images(8);
        using var stop = new CancellationTokenSource();

        var first = await RunAsync(scene, progress: new Watch(p =>
        {
            if (p.Done == 3) stop.Cancel();
        }), stop: stop.Token);

        first.IsCancelled.ShouldBeTrue();
        first.Written.Count.ShouldBe(3);
        first.Problems.ShouldAllBe(p => p.Rule == DescribeRules.Left);
        scene.Host.SetFaults("");
        var second = await RunAsync(scene);
        second.Written.Count.ShouldBe(5);
        scene.Validate().Assets.ShouldAllBe(a => a.Caption != null);
    }

    [Fact]
    public async Task Nobody_pays_for_a_caption_that_cannot_be_written()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest().Images(1).Write("kept/a.png", TestImages.Png(seed: 9));
        var plan = CaptionPlan.Create([scene.Validate()], int.MaxValue);
        var (kept, elsewhere) = (Path.Combine(scene.Root, "kept"), Path.Combine(scene.Root, "elsewhere"));
        Directory.Move(kept, elsewhere);
        Directory.CreateSymbolicLink(kept, elsewhere);

        var result = await RunAsync(scene, plan: plan);

        result.Written.ShouldBeEmpty();
        result.Problems.ShouldHoldOnly(DescribeRules.NotWritten);
        scene.Host.CountRequests("describe").ShouldBe(0);
    }

    [Fact]
    public async Task What_cannot_be_captioned_is_named_and_left_before_anything_is_asked()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Write("ideogram.yml", "name: Acme\nimages: ['**/*.{png,PNG,zip}']\n").Images(1)
            .Write("twin.png", TestImages.Png(seed: 20)).Write("twin.PNG", TestImages.Png(seed: 21))
            .Write("odd.png", TestImages.Png(seed: 22)).Write("odd.TXT", "Not read, for its letters are large")
            .Write("shoot.zip", TestZip.Create(("inside.png", TestImages.Png(seed: 23))));

        var plan = CaptionPlan.Create([scene.Validate()], int.MaxValue);

        plan.Jobs.ShouldHaveSingleItem().File.ShouldEndWith("image-01.png");
        plan.Problems.ShouldAllBe(p => p.Rule == DescribeRules.Left);
        plan.Problems.Select(p => p.Message).ShouldBe(
        [
            "'odd.png' gets no caption: 'odd.TXT' is beside it already, and is left as it is.",
            "'shoot.zip!inside.png' gets no caption: it is in an archive, and nothing is written into one. Unpack it.",
            "'twin.PNG' gets no caption: 'twin.png' has the same stem, and a caption would be for both. Rename one of them.",
            "'twin.png' gets no caption: 'twin.PNG' has the same stem, and a caption would be for both. Rename one of them.",
        ], ignoreOrder: true);
    }

    [Theory]
    [InlineData("captions: none", "IDEO3013")]
    [InlineData("training: {base: ideogram-v3, model-name: Acme Brand}", "IDEO4008")]
    [InlineData("limits: {min-width: 4000}", "IDEO2010")]
    public async Task A_manifest_whose_captions_would_not_help_gets_none(string line, string code)
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest(line).Images(1);

        var plan = CaptionPlan.Create([scene.Validate()], int.MaxValue);

        plan.Jobs.ShouldBeEmpty();
        plan.Problems.Where(p => p.IsError).Select(p => p.Code).Distinct().ShouldBe([code]);
    }

    [Fact]
    public async Task Too_few_images_for_a_training_and_a_caption_that_is_required_do_not_stand_against_it()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest("captions: required", "training: {base: ideogram-v4, model-name: Acme Brand}").Images(2);

        CaptionPlan.Create([scene.Validate()], int.MaxValue).Jobs.Count.ShouldBe(2);
        var one = CaptionPlan.Create([scene.Validate()], 1);
        (one.Jobs.Count, one.Later).ShouldBe((1, 1));
    }

    private static Task<CaptionResult> RunAsync(
        SyncScene scene, CaptionPlan? plan = null, DescribeFlags? flags = null, IProgress<UploadProgress>? progress = null, CancellationToken? stop = null) =>
        new Captioner(scene.Client, flags ?? new DescribeFlags(Boxes: true, Style: false), scene.Root, scene.Time).RunAsync(
            plan ?? CaptionPlan.Create([scene.Validate()], int.MaxValue), progress, stop ?? Token);

    private sealed class Watch(Action<UploadProgress> action) : IProgress<UploadProgress>
    {
        public void Report(UploadProgress value) => action(value);
    }
}
