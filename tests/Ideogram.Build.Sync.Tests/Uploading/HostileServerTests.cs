using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Planning;
using Ideogram.Build.Sync.Reporting;
using Ideogram.Build.Sync.Tests.Support;
using Ideogram.Build.Sync.Training;
using Ideogram.Build.Sync.Uploading;
using Microsoft.AspNetCore.Http;

namespace Ideogram.Build.Sync.Tests.Uploading;

/// <summary>Servers that would keep the client busy for ever: each run ends, and sends few requests.</summary>
public sealed class HostileServerTests
{
    private static readonly object Stale = new { file_name = "stale-00000000000000000000000000000000.jpg" };

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("0.0001")]
    [InlineData("soon")]
    [InlineData("99999999999999999999")]
    [InlineData("Thu, 01 Jan 1970 00:00:00 GMT")]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT")]
    public async Task Whatever_retry_after_says_uploads_end_within_the_budget(string retryAfter)
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest("id: d").Images(3);
        await using var server = await ScriptedServer.StartAsync(
            Story.Whenever("GET", Answer.Dataset()),
            Story.Whenever("POST", Answer.Status(StatusCodes.Status429TooManyRequests, retryAfter)));
        scene.Client = scene.Client with
        {
            BaseAddress = server.Address,
            Patience = TimeSpan.FromMilliseconds(300),
            RetryDelay = TimeSpan.FromMilliseconds(30)
        };

        var report = await scene.UploadAsync();

        report.Diagnostics.ShouldHoldOnly(ApiRules.Throttled);
        report.Count(Outcome.NotSent).ShouldBe(3);
        server.Requests.Count.ShouldBeLessThan(20);
    }

    [Fact]
    public async Task What_is_claimed_and_never_shown_is_looked_for_with_pauses_even_without_a_delay()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Options = scene.Options with { SettleDelay = TimeSpan.Zero, SettleWindow = TimeSpan.FromMilliseconds(200) };
        scene.Manifest("id: d").Images(3);
        var names = (await scene.Engine().PlanAsync([scene.Validate()], TestContext.Current.CancellationToken)).Datasets[0].Images.Select(i => i.RemoteName)
            .ToList();
        await using var server = await ScriptedServer.StartAsync(
            Story.Whenever("GET", Answer.Dataset(Stale)),
            Story.Once("POST", Answer.Took(names)));
        scene.Manifest("id: d", "update: keep-stale");
        scene.Client = scene.Client with { BaseAddress = server.Address };

        var report = await scene.UploadAsync();

        report.Count(Outcome.Unconfirmed).ShouldBe(3);
        server.ShouldBePlayed();
        server.Requests.Count.ShouldBeLessThan(30);
    }

    [Fact]
    public async Task Answers_that_are_always_lost_end_after_four_sendings()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Options = scene.Options with { SettleWindow = TimeSpan.Zero };
        scene.Manifest("id: d", "update: keep-stale").Images(3);
        await using var server = await ScriptedServer.StartAsync(Story.Whenever("GET", Answer.Dataset(Stale)), Story.Whenever("POST", Answer.Lost));
        scene.Client = scene.Client with { BaseAddress = server.Address };

        var report = await scene.UploadAsync();

        report.Diagnostics.Select(d => d.Code).Distinct().ShouldBe([UploadRules.Unconfirmed.Code]);
        report.Images.Select(i => i.Attempts).ShouldAllBe(attempts => attempts == 4);
        server.Requests.Count.ShouldBeLessThan(30, "lost connections make the batches smaller: at most three images, four times each, and looks between");
    }

    [Fact]
    public async Task Too_large_whatever_is_sent_ends_with_each_image_tried_alone()
    {
        await using var scene = await SyncScene.StartAsync("status:code=413,route=upload");
        scene.Manifest().Images(9);

        var report = await scene.UploadAsync();

        report.Count(Outcome.Failed).ShouldBe(9);
        report.Diagnostics.Select(d => d.Code).Distinct().ShouldBe([ApiRules.TooLarge.Code]);
        scene.Host.CountRequests("upload").ShouldBeLessThan(20);
    }

    [Fact]
    public async Task Ten_thousand_datasets_of_one_name_are_not_asked_for_one_by_one()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest().Images(1);
        await using var server = await ScriptedServer.StartAsync(
            Story.Once("GET /datasets", Answer.Json(new { datasets = Enumerable.Range(0, 10_000).Select(i => new { dataset_id = $"d{i}", name = "Acme" }) })));
        scene.Client = scene.Client with { BaseAddress = server.Address };

        var plan = await scene.PlanAsync();

        plan.Diagnostics.ShouldHoldOnly(ApiRules.NotUnderstood).Message.ShouldContain("id");
        server.ShouldBePlayed();
    }

    [Fact]
    public async Task Ten_thousand_models_of_one_dataset_are_not_asked_for_one_by_one()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest("id: d", "training: {base: ideogram-v4, model-name: Acme Brand}").Images(15);
        var names = (await scene.PlanAsync()).Images.Select(i => i.RemoteName).ToList();
        await using var server = await ScriptedServer.StartAsync(
            Story.Whenever("GET /models/", Answer.Status(StatusCodes.Status404NotFound)),
            Story.Whenever("GET /models", Answer.Json(new { models = Array.Empty<object>() })),
            Story.Whenever("GET /datasets/d", Answer.Json(new
            {
                dataset = new { dataset_id = "d", name = "Acme" },
                files = names.Select(n => new { file_name = n }),
                custom_model_ids = Enumerable.Range(0, 10_000).Select(i => $"m{i}")
            })));
        scene.Client = scene.Client with { BaseAddress = server.Address };
        var plan = await scene.Engine().PlanAsync([scene.Validate()], TestContext.Current.CancellationToken);

        var report = await scene.Engine().TrainAsync(Report.FromPlan(plan, RunKind.Train, default, default),
            new TrainingOptions { IsAsked = true, IsAllowed = true }, null, TestContext.Current.CancellationToken);

        report.Diagnostics.ShouldHoldOnly(TrainingRules.NotTheReviewedSet);
        server.Requests.Count.ShouldBeLessThan(60);
        server.Requests.ShouldAllBe(r => r.StartsWith("GET", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_key_is_not_in_what_is_said_of_an_answer_that_is_no_http()
    {
        await using var socket = new RawServer((stream, token) =>
            stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nYour key {SyncScene.Key} came through\r\n\r\n"), token).AsTask());
        using var client = new IdeogramClient(new IdeogramClientOptions(SyncScene.Key)
        {
            BaseAddress = new Uri($"http://{socket.Authority}"),
            ConnectPatience = TimeSpan.Zero
        }, TimeProvider.System);

        var e = await Should.ThrowAsync<IdeogramException>(() => client.ListDatasetsAsync("x", TestContext.Current.CancellationToken));

        e.ApiFault.Text.ShouldNotContain(SyncScene.Key);
    }
}
