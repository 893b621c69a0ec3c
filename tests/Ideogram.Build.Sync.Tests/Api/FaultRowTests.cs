using System.Globalization;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Ideogram.Build.Sync.Tests.Api;

/// <summary>Each row of the fault table, from a real socket.</summary>
public sealed class FaultRowTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("status:code=400", FaultKind.Rejected)]
    [InlineData("status:code=422", FaultKind.Rejected)]
    [InlineData("status:code=401", FaultKind.KeyRefused)]
    [InlineData("status:code=402,reject-reason=daily_limit", FaultKind.PaymentRequired)]
    [InlineData("status:code=403", FaultKind.Forbidden)]
    [InlineData("status:code=404", FaultKind.NotFound)]
    [InlineData("status:code=408", FaultKind.Timeout)]
    [InlineData("status:code=413", FaultKind.TooLarge)]
    [InlineData("status:code=413,early=yes", FaultKind.TooLarge)]
    [InlineData("throttle:as=none", FaultKind.Throttled)]
    [InlineData("throttle:inflight=10", FaultKind.Throttled)]
    [InlineData("status:code=500", FaultKind.ServerError)]
    [InlineData("status:code=502,body=html", FaultKind.ServerError)]
    [InlineData("status:code=503,body=empty", FaultKind.ServerError)]
    [InlineData("status:code=504,body=text", FaultKind.ServerError)]
    [InlineData("status:code=500,body=oversized,bytes=20000000", FaultKind.ServerError)]
    [InlineData("status:code=302,location=http://127.0.0.1:1/", FaultKind.Redirected)]
    [InlineData("status:code=418", FaultKind.UnexpectedStatus)]
    [InlineData("status:code=200,body=html", FaultKind.NotUnderstood)]
    [InlineData("status:code=200,body=text", FaultKind.NotUnderstood)]
    [InlineData("status:code=200,body=empty", FaultKind.NotUnderstood)]
    [InlineData("status:code=200,body=truncated", FaultKind.NotUnderstood)]
    [InlineData("status:code=200,body=oversized,bytes=20000000", FaultKind.NotUnderstood)]
    [InlineData("status:code=200,body=wrong", FaultKind.NotUnderstood)]
    [InlineData("status:code=200,body=array", FaultKind.NotUnderstood)]
    [InlineData("status:code=200,body=null", FaultKind.NotUnderstood)]
    [InlineData("status:code=200,body=json", FaultKind.NotUnderstood)]
    [InlineData("reset:at=before", FaultKind.ConnectionLost)]
    [InlineData("reset:at=body", FaultKind.ConnectionLost)]
    [InlineData("reset:at=read", FaultKind.ConnectionLost)]
    [InlineData("reset:at=commit", FaultKind.ConnectionLost)]
    [InlineData("reset:at=answer", FaultKind.ConnectionLost)]
    [InlineData("delay:seconds=30", FaultKind.Timeout)]
    public async Task Every_call_tells_every_fault_apart(string fault, FaultKind kind)
    {
        await using var scene = await Scene.StartAsync();
        using var patient = new IdeogramClient(scene.Client, TimeProvider.System);
        var id = (await patient.CreateDatasetAsync("Acme", Token)).Id;
        // Only a timeout has to be short; on a busy machine the other rows must not run into it.
        var timeout = kind == FaultKind.Timeout ? TimeSpan.FromMilliseconds(300) : TimeSpan.FromSeconds(60);
        using var client = new IdeogramClient(
            scene.Client with { RequestTimeout = timeout, UploadTimeout = timeout, RetryBudget = TimeSpan.Zero, ConnectBudget = TimeSpan.Zero }, TimeProvider.System);
        var bytes = new byte[300_000];
        Func<Task>[] calls =
        [
            () => client.ListDatasetsAsync("Acme", Token),
            () => client.GetDatasetAsync(id, Token),
            () => client.CreateDatasetAsync("Acme", Token),
            () => client.UploadAsync(id, [new UploadFile("a.png", "image/png", bytes.Length, () => new MemoryStream(bytes))], null, Token),
        ];
        scene.Host.SetFaults(fault);

        foreach (var call in calls)
        {
            var e = await Should.ThrowAsync<IdeogramException>(call);
            e.Fault.Kind.ShouldBe(kind, e.Message);
            e.ToString().ShouldNotContain(Scene.Key);
            e.Fault.Text.ShouldNotContain('\n');
            e.Fault.Text.Length.ShouldBeLessThan(400);
        }
    }

    [Fact]
    public async Task No_connection_is_unreachable_and_given_up_after_its_own_budget()
    {
        using var client = new IdeogramClient(
            new IdeogramClientOptions(Scene.Key) { BaseAddress = new Uri("http://127.0.0.1:1"), ConnectBudget = TimeSpan.FromMilliseconds(100), RetryDelay = TimeSpan.FromMilliseconds(5) }, TimeProvider.System);

        (await Should.ThrowAsync<IdeogramException>(() => client.ListDatasetsAsync("x", Token))).Fault.Kind.ShouldBe(FaultKind.Unreachable);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_never_followed_so_the_key_goes_nowhere_else(int status)
    {
        await using var elsewhere = await StubServer.StartAsync("""{"datasets": []}""");
        await using var scene = await Scene.StartAsync($"status:code={status},location={elsewhere.Address}");
        scene.Manifest().Images(1);

        (await scene.PlanAsync()).Diagnostics.ShouldHoldOnly(ApiRules.Redirected);

        elsewhere.Requests.ShouldBeEmpty();
        scene.Host.CountRequests().ShouldBeLessThan(2, "what redirects once is not asked again");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Retry_after_is_obeyed_in_both_forms(bool asDate)
    {
        var tries = new List<DateTimeOffset>();
        await using var server = await StubServer.StartAsync(async context =>
        {
            tries.Add(DateTimeOffset.UtcNow);
            if (tries.Count > 1)
            {
                await context.Response.WriteAsync("""{"datasets": []}""", Token);
                return;
            }

            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            // A date has whole seconds: two of them are at least one.
            context.Response.Headers.RetryAfter = asDate ? DateTimeOffset.UtcNow.AddSeconds(2).ToString("R", CultureInfo.InvariantCulture) : "1";
        });
        using var client = new IdeogramClient(new IdeogramClientOptions(Scene.Key) { BaseAddress = server.Address, RetryDelay = TimeSpan.FromMilliseconds(1) }, TimeProvider.System);

        await client.ListDatasetsAsync("x", Token);

        tries.Count.ShouldBe(2);
        (tries[1] - tries[0]).ShouldBeGreaterThan(TimeSpan.FromSeconds(0.9));
    }

    [Fact]
    public async Task A_wait_beyond_the_budget_is_not_begun()
    {
        await using var scene = await Scene.StartAsync("throttle:seconds=3600");
        scene.Manifest().Images(1);

        (await scene.PlanAsync()).Diagnostics.ShouldHoldOnly(ApiRules.Throttled);

        scene.Host.CountRequests().ShouldBe(1);
    }

    [Fact]
    public async Task A_server_that_always_says_try_at_once_gets_no_storm_of_requests()
    {
        await using var scene = await Scene.StartAsync("throttle:seconds=0");
        scene.Client = scene.Client with { RetryBudget = TimeSpan.FromMilliseconds(500), RetryDelay = TimeSpan.FromMilliseconds(50) };
        scene.Manifest().Images(1);

        await scene.PlanAsync();

        scene.Host.CountRequests().ShouldBeLessThan(15);
    }

    [Fact]
    public async Task The_key_is_in_no_message_even_if_the_answer_echoes_it()
    {
        await using var server = await StubServer.StartAsync($$"""{"error": "your key {{Scene.Key}} is not nice"}""", StatusCodes.Status400BadRequest);
        using var client = new IdeogramClient(new IdeogramClientOptions(Scene.Key) { BaseAddress = server.Address }, TimeProvider.System);

        var e = await Should.ThrowAsync<IdeogramException>(() => client.GetDatasetAsync("x", Token));

        e.ToString().ShouldNotContain(Scene.Key);
        e.Fault.Text.ShouldContain("***");
    }

    [Fact]
    public async Task No_part_of_the_key_is_left_where_a_long_answer_is_cut()
    {
        // Blanks fold, so what stands late in the answer can come early in the message.
        await using var server = await StubServer.StartAsync(new string(' ', 600) + "x" + new string(' ', 590) + Scene.Key, StatusCodes.Status400BadRequest);
        using var client = new IdeogramClient(new IdeogramClientOptions(Scene.Key) { BaseAddress = server.Address }, TimeProvider.System);

        var e = await Should.ThrowAsync<IdeogramException>(() => client.GetDatasetAsync("x", Token));

        e.Fault.Text.ShouldNotContain(Scene.Key[..8]);
    }

    [Theory]
    [InlineData("two\nlines")]
    [InlineData("schlüssel")]
    [InlineData("a b")]
    public async Task A_key_that_cannot_be_one_is_refused_and_neither_sent_nor_shown(string key)
    {
        await using var server = await StubServer.StartAsync("""{"datasets": []}""");
        using var client = new IdeogramClient(new IdeogramClientOptions(key) { BaseAddress = server.Address }, TimeProvider.System);

        var e = await Should.ThrowAsync<IdeogramException>(() => client.ListDatasetsAsync("x", Token));

        e.Fault.Kind.ShouldBe(FaultKind.KeyRefused);
        e.ToString().ShouldNotContain(key);
        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Captions_may_come_as_text_as_json_or_not_at_all_and_names_may_be_null()
    {
        await using var server = await StubServer.StartAsync("""
            {"dataset": {"dataset_id": "d", "name": "Acme"}, "custom_model_ids": [null, "m"], "surprise": 1,
             "files": [{"file_name": null}, {"file_name": "a.png", "caption": "words"}, {"file_name": "b.png", "caption": {"high_level_description": "x"}}, {"caption": "\ud800"}, null]}
            """);
        using var client = new IdeogramClient(new IdeogramClientOptions(Scene.Key) { BaseAddress = server.Address }, TimeProvider.System);

        var dataset = await client.GetDatasetAsync("d", Token);

        dataset.Files.Select(f => f.Caption).Take(3).ShouldBe([null, "words", """{"high_level_description": "x"}"""]);
        dataset.Files.Count.ShouldBe(5);
        dataset.ModelIds.ShouldBe(["m"]);
    }
}
