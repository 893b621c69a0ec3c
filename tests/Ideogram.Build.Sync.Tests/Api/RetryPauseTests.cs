using System.Globalization;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Ideogram.Build.Sync.Tests.Api;

/// <summary>How long is waited before another try, and how that is told.</summary>
[Trait("Category", "Api2026")]
public sealed class RetryPauseTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(500, 15_000)]
    [InlineData(1_000, 120_000)]
    [InlineData(200, 100)]
    public async Task The_budget_counts_the_coming_pause(int delay, int budget)
    {
        var (time, tries) = (new RushedTime(), 0);
        var retry = new Retry(new IdeogramClientOptions(SyncScene.Key)
        {
            RetryDelay = TimeSpan.FromMilliseconds(delay),
            ConnectPatience = TimeSpan.FromMilliseconds(budget)
        }, time);

        await Should.ThrowAsync<IdeogramException>(() => retry.RunAsync<int>(
            _ =>
            {
                tries++;
                throw new IdeogramException(new ApiFault(ApiFaultKind.Unreachable, "nobody there"));
            },
            _ => true, null, Token));

        time.Passed.TotalMilliseconds.ShouldBeInRange(budget < delay ? 0 : budget - delay, budget);
        tries.ShouldBeGreaterThan(budget < delay ? 0 : 4);
    }

    [Fact]
    public async Task Each_pause_before_another_try_is_told_with_its_reason()
    {
        var told = new Told();
        using var client = new IdeogramClient(
            new IdeogramClientOptions(SyncScene.Key)
            {
                BaseAddress = new Uri("http://127.0.0.1:1"),
                ConnectPatience = TimeSpan.FromMilliseconds(100),
                RetryDelay = TimeSpan.FromMilliseconds(5),
                Pauses = told
            }, TimeProvider.System);

        await Should.ThrowAsync<IdeogramException>(() => client.ListDatasetsAsync("x", Token));

        told.Pauses.ShouldNotBeEmpty();
        told.Pauses.ShouldAllBe(p => p.ApiFault.Kind == ApiFaultKind.Unreachable && p.Length > TimeSpan.Zero);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Retry_after_is_obeyed_in_both_forms(bool asDate)
    {
        // A date has whole seconds: two of them are at least one.
        var soon = asDate ? DateTimeOffset.UtcNow.AddSeconds(2).ToString("R", CultureInfo.InvariantCulture) : "1";
        await using var server = await ScriptedServer.StartAsync(
            Story.Once("GET /datasets", Answer.Status(StatusCodes.Status429TooManyRequests, retryAfter: soon)),
            Story.Once("GET /datasets", Answer.Json(new { datasets = Array.Empty<object>() })));
        using var client = new IdeogramClient(new IdeogramClientOptions(SyncScene.Key)
        {
            BaseAddress = server.Address,
            RetryDelay = TimeSpan.FromMilliseconds(1)
        }, TimeProvider.System);

        await client.ListDatasetsAsync("x", Token);

        server.ShouldBePlayed();
        server.FirstPause.ShouldBeGreaterThan(TimeSpan.FromSeconds(0.9));
    }

    [Fact]
    public async Task A_wait_beyond_the_budget_is_not_begun()
    {
        await using var scene = await SyncScene.StartAsync("throttle:seconds=3600");
        scene.Manifest().Images(1);

        (await scene.PlanAsync()).Diagnostics.ShouldHoldOnly(ApiRules.Throttled);

        scene.Host.CountRequests().ShouldBe(1);
    }

    [Fact]
    public async Task A_server_that_always_says_try_at_once_gets_no_storm_of_requests()
    {
        await using var scene = await SyncScene.StartAsync("throttle:seconds=0");
        scene.Client = scene.Client with { Patience = TimeSpan.FromMilliseconds(500), RetryDelay = TimeSpan.FromMilliseconds(50) };
        scene.Manifest().Images(1);

        await scene.PlanAsync();

        scene.Host.CountRequests().ShouldBeLessThan(15);
    }

    private sealed class Told : IProgress<Pause>
    {
        public List<Pause> Pauses { get; } = [];

        public void Report(Pause value) => Pauses.Add(value);
    }
}
