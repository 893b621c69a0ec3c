using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Reporting;
using Ideogram.Build.Sync.Tests.Support;

namespace Ideogram.Build.Sync.Tests.Api;

/// <summary>Other people's generations can use all places of an organization for half an hour. The clock is turned: nobody waits here.</summary>
[Trait("Category", "Api2026")]
public sealed class PatienceTests
{
    private const string Storm = "throttle:inflight=10,route=upload,for=1800";

    private readonly ImpatientTime _time = new();

    [Theory]
    [InlineData(Storm)]
    [InlineData("throttle:inflight=10,for=1800")]
    [InlineData("throttle:seconds=600,for=1800")]
    [InlineData("throttle:seconds=600,as=date,for=1800")]
    [InlineData("status:code=429,body=empty,for=1800")]
    public async Task A_storm_of_half_an_hour_is_outlasted_by_patience_for_an_hour(string storm)
    {
        await using var scene = await SceneAsync(storm, TimeSpan.FromHours(1), images: 25);

        var report = await scene.UploadAsync();

        report.Count(Outcome.Uploaded).ShouldBe(25, string.Join('\n', report.Diagnostics));
        scene.Stored().Select(f => f.Name).ShouldBeUnique();
        _time.Waited.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMinutes(30));
    }

    [Fact]
    public async Task When_patience_ends_the_message_says_what_the_limit_counts_that_nothing_is_lost_and_how_to_go_on()
    {
        await using var scene = await SceneAsync(Storm, TimeSpan.FromMinutes(10), images: 3);

        var report = await scene.UploadAsync();

        report.Count(Outcome.NotSent).ShouldBe(3);
        var message = report.Diagnostics.ShouldHoldOnly(ApiRules.Throttled).Message;
        message.ShouldContain("inflight_limit, at most 10 at the same time; no try worked for ");
        message.ShouldContain("how many images and videos your whole organization generates at the same time");
        message.ShouldContain("nothing is lost");
        message.ShouldContain("--patience 30m");
        _time.Waited.ShouldBeInRange(TimeSpan.FromMinutes(9), TimeSpan.FromMinutes(11));
        scene.Host.SetFaults("");
        (await scene.UploadAsync()).Count(Outcome.Uploaded).ShouldBe(3);
    }

    [Fact]
    public async Task Patience_is_spent_once_for_all_datasets_of_a_run()
    {
        await using var scene = await SceneAsync("throttle:inflight=10", TimeSpan.FromMinutes(10), images: 0);
        for (var d = 0; d < 12; d++)
            scene.Write($"d{d}/ideogram.yml", $"name: D{d}\nimages: ['*.png']\n").Write($"d{d}/a.png", TestImages.Png(seed: d));

        var report = await scene.UploadAllAsync();

        report.Datasets.Count.ShouldBe(12);
        report.Diagnostics.ShouldAllBe(d => d.Code == ApiRules.Throttled.Code);
        // So many requests as are under way at the same time turn this clock together.
        _time.Waited.ShouldBeLessThan(TimeSpan.FromMinutes(10 + (4 * 2)));
    }

    [Fact]
    public async Task What_is_uploaded_meanwhile_is_no_reason_to_stop_and_what_stops_stops_the_run()
    {
        await using var scene = await SceneAsync("throttle:inflight=10,route=upload,nth=2-", TimeSpan.FromMinutes(10), images: 8);
        scene.Options = scene.Options with { BatchFiles = 1 };

        var report = await scene.UploadAsync();

        report.Count(Outcome.Uploaded).ShouldBe(1);
        report.Count(Outcome.NotSent).ShouldBe(7);
        report.Diagnostics.ShouldHoldOnly(ApiRules.Throttled);
    }

    [Fact]
    public async Task A_line_that_is_down_for_a_moment_does_not_end_a_long_wait()
    {
        var patience = new Patience(new IdeogramClientOptions("key-0123456789") { Patience = TimeSpan.FromMinutes(30) }, _time);
        var (busy, down) = (new ApiFault(ApiFaultKind.Throttled, "busy"), new ApiFault(ApiFaultKind.Unreachable, "down"));

        patience.Left(busy).ShouldBeGreaterThan(TimeSpan.Zero);
        await TurnAsync(TimeSpan.FromMinutes(20));
        patience.Left(down).ShouldBeGreaterThan(TimeSpan.Zero);
        await TurnAsync(TimeSpan.FromSeconds(10));
        patience.Left(busy).ShouldBeGreaterThan(TimeSpan.Zero);
        await TurnAsync(TimeSpan.FromSeconds(10));
        patience.Left(down).ShouldBeGreaterThan(TimeSpan.Zero);
        await TurnAsync(TimeSpan.FromSeconds(20));
        patience.Left(down).ShouldBeLessThanOrEqualTo(TimeSpan.Zero, "it is down for longer than a moment");
        await TurnAsync(TimeSpan.FromMinutes(10));
        patience.Left(busy).ShouldBeLessThanOrEqualTo(TimeSpan.Zero, "half an hour is over");
        patience.Renew();
        patience.Left(busy).ShouldBeGreaterThan(TimeSpan.Zero);
    }

    [Theory]
    [InlineData("status:code=503,retry-after=300,route=upload,nth=2")]
    [InlineData("status:code=500,retry-after=300,route=upload,nth=2")]
    [InlineData("status:code=429,retry-after=300,retry-after-as=date,route=get,nth=2")]
    [InlineData("status:code=503,retry-after=300,body=html,route=create,nth=1")]
    public async Task Retry_after_is_honoured_wherever_it_comes(string fault)
    {
        await using var scene = await SceneAsync(fault, TimeSpan.FromMinutes(10), images: 4);

        var report = await scene.UploadAsync();

        report.Count(Outcome.Uploaded).ShouldBe(4, string.Join('\n', report.Diagnostics));
        scene.Stored().Select(f => f.Name).ShouldBeUnique();
        // A date has whole seconds.
        _time.Waited.ShouldBeGreaterThan(TimeSpan.FromSeconds(298));
    }

    [Fact]
    public async Task Who_is_asked_to_wait_longer_than_patience_stops_at_once_and_says_for_how_long()
    {
        await using var scene = await SceneAsync("throttle:seconds=7200,route=upload", TimeSpan.FromMinutes(10), images: 4);

        var report = await scene.UploadAsync();

        report.Diagnostics.ShouldHoldOnly(ApiRules.Throttled).Message.ShouldContain("Ideogram asks to wait 2 hours.");
        scene.Host.CountRequests("upload").ShouldBe(1);
        _time.Waited.ShouldBeLessThan(TimeSpan.FromMinutes(1));
    }

    public static TheoryData<string> Reasons => [.. RejectReason.All.Select(r => r.Name)];

    [Theory]
    [MemberData(nameof(Reasons))]
    public async Task Each_reject_reason_has_its_sentence_with_402_and_429_and_only_one_is_waited_for(string reason)
    {
        var expected = RejectReason.Find(reason)!;
        foreach (var status in new[] { 402, 429 })
        {
            await using var scene = await SceneAsync($"status:code={status},reject-reason={reason},route=upload", TimeSpan.FromMinutes(10), images: 2);

            var report = await scene.UploadAsync();

            var problem = report.Diagnostics.ShouldHaveSingleItem();
            problem.Message.ShouldContain(reason);
            problem.Message.ShouldEndWith(expected.Advice);
            var isWaitedFor = status == 429 && expected.CanPass;
            problem.Rule.ShouldBe(isWaitedFor ? ApiRules.Throttled : ApiRules.PaymentRequired);
            if (!isWaitedFor) scene.Host.CountRequests("upload").ShouldBe(1);
        }
    }

    [Fact]
    public async Task A_reason_of_tomorrow_is_shown_as_it_comes_and_waited_for_as_any_429()
    {
        await using var scene = await SceneAsync("status:code=429,reject-reason=moon_phase,route=upload,for=300", TimeSpan.FromMinutes(10), images: 2);
        var told = new Told();
        scene.Client = scene.Client with { Pauses = told };

        (await scene.UploadAsync()).Count(Outcome.Uploaded).ShouldBe(2);

        told.Pauses.ShouldAllBe(p => p.ApiFault.Text.Contains("moon_phase", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_training_waits_too_and_is_started_once()
    {
        await using var scene = await SceneAsync("throttle:inflight=10,route=train,for=1800", TimeSpan.FromHours(1), images: 15);
        scene.Manifest("update: revision", "training: {base: ideogram-v4, model-name: Acme Brand, start: on-change}");

        var report = await scene.Engine().TrainAsync(
            await scene.RunAsync(), new Sync.Training.TrainingOptions { IsAllowed = true }, null, TestContext.Current.CancellationToken);

        report.Datasets[0].Training!.Outcome.ShouldBe(TrainingOutcome.Started, string.Join('\n', report.Diagnostics));
        scene.Host.Models().ShouldHaveSingleItem();
    }

    private async Task<SyncScene> SceneAsync(string faults, TimeSpan patience, int images)
    {
        var scene = await SyncScene.StartAsync(faults, _time);
        scene.Client = scene.Client with { Patience = patience, RetryDelay = TimeSpan.FromMilliseconds(500) };
        return images == 0 ? scene : scene.Manifest().Images(images);
    }

    private Task TurnAsync(TimeSpan by) => Task.Delay(by, _time, TestContext.Current.CancellationToken);

    private sealed class Told : IProgress<Pause>
    {
        private readonly Lock _lock = new();
        private readonly List<Pause> _pauses = [];

        public IReadOnlyList<Pause> Pauses
        {
            get
            {
                lock (_lock) return [.. _pauses];
            }
        }

        public void Report(Pause value)
        {
            lock (_lock) _pauses.Add(value);
        }
    }
}
