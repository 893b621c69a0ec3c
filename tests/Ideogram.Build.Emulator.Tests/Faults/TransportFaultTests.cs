using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ideogram.Build.Emulator.Tests.Support;

namespace Ideogram.Build.Emulator.Tests.Faults;

public sealed class TransportFaultTests
{
    [Theory]
    [InlineData("reset:at=before", 0)]
    [InlineData("reset:at=body,bytes=10", 0)]
    [InlineData("reset:at=read", 0)]
    [InlineData("reset:at=commit", 3)]
    [InlineData("reset:at=answer", 3)]
    [InlineData("partial:images=2", 2)]
    [InlineData("late:seconds=0", 3)]
    public async Task A_cut_connection_leaves_behind_what_was_stored_before_it(string fault, int stored)
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        var id = await stage.CreateAsync();
        stage.Host.SetFaults($"{fault},route=upload");

        await Should.ThrowAsync<HttpRequestException>(() => stage.SendFilesAsync(id, EmulatorFixture.Pngs(3)));

        ((int)(await stage.GetAsync($"/datasets/{id}"))["file_count"]!).ShouldBe(stored);
    }

    [Theory]
    [InlineData("status:code=503", 503, 0)]
    [InlineData("status:code=503,early=yes", 503, 0)]
    [InlineData("status:code=504,commit=yes", 504, 3)]
    [InlineData("partial:images=1,code=500", 500, 1)]
    [InlineData("status:code=302,location=http://127.0.0.1:1/", 302, 0)]
    public async Task A_status_instead_of_the_answer_says_nothing_about_what_was_stored(string fault, int status, int stored)
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        var id = await stage.CreateAsync();
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = stage.Host.BaseAddress };
        using var form = EmulatorFixture.Form(EmulatorFixture.Pngs(3));
        client.DefaultRequestHeaders.Add("Api-Key", EmulatorFixture.Key);
        client.DefaultRequestHeaders.Add("X-Emulator-Fault", fault);

        using var answer = await client.PostAsync($"/datasets/{id}/upload_assets", form, EmulatorFixture.Cancelled);

        ((int)answer.StatusCode).ShouldBe(status);
        ((int)(await stage.GetAsync($"/datasets/{id}"))["file_count"]!).ShouldBe(stored);
    }

    [Fact]
    public async Task A_late_commit_shows_when_the_clock_gets_there()
    {
        await using var stage = await EmulatorFixture.OpenAsync(options => options with { TimeProvider = new TurnedClock() });
        var id = await stage.CreateAsync();
        stage.Host.SetFaults("late:seconds=5,route=upload");
        await Should.ThrowAsync<HttpRequestException>(() => stage.SendFilesAsync(id, ("a.png", TestImages.Png())));

        stage.Host.AdvanceClock(TimeSpan.FromSeconds(4));
        (await stage.GetAsync($"/datasets/{id}")).Names("files").ShouldBeEmpty();
        stage.Host.AdvanceClock(TimeSpan.FromSeconds(1));
        (await stage.GetAsync($"/datasets/{id}")).Names("files").ShouldBe(["a.png"]);
    }

    [Fact]
    public async Task A_creation_whose_answer_was_lost_is_there_later()
    {
        await using var stage = await EmulatorFixture.OpenAsync(options => options with { TimeProvider = new TurnedClock() });
        stage.Host.SetFaults("late:seconds=5,route=create");
        await Should.ThrowAsync<HttpRequestException>(() => stage.CreateAsync());

        (await stage.GetAsync("/datasets"))["datasets"]!.AsArray().ShouldBeEmpty();
        stage.Host.AdvanceClock(TimeSpan.FromSeconds(5));
        (await stage.GetAsync("/datasets"))["datasets"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_clock_that_was_turned_stays_turned_over_a_restart()
    {
        await using var stage = await EmulatorFixture.OpenAsync(options => options with { TimeProvider = new TurnedClock() });
        var id = await stage.CreateAsync();
        stage.Host.SetFaults("lag:seconds=60,route=upload");
        await stage.UploadAsync(id, ("a.png", TestImages.Png()));
        stage.Host.AdvanceClock(TimeSpan.FromSeconds(60));

        await stage.RestartAsync();

        (await stage.GetAsync($"/datasets/{id}")).Names("files").ShouldBe(["a.png"]);
    }

    [Theory]
    [InlineData("json", "application/json")]
    [InlineData("html", "text/html")]
    [InlineData("text", "text/plain")]
    [InlineData("empty", null)]
    public async Task A_fault_has_the_body_that_was_asked_for(string body, string? type)
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        stage.Host.SetFaults($"status:code=502,body={body}");

        using var answer = await stage.Client.GetAsync("/datasets", EmulatorFixture.Cancelled);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        answer.Content.Headers.ContentType?.MediaType.ShouldBe(type);
        (await answer.Content.ReadAsStringAsync(EmulatorFixture.Cancelled)).Length.ShouldBeGreaterThanOrEqualTo(type is null ? 0 : 10);
    }

    [Theory]
    [InlineData("status:code=200,body=truncated,commit=yes")]
    [InlineData("status:code=200,body=wrong")]
    [InlineData("status:code=200,body=array")]
    [InlineData("status:code=200,body=null")]
    public async Task An_answer_of_200_may_still_be_no_list(string fault)
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        stage.Host.SetFaults(fault);

        using var answer = await stage.Client.GetAsync("/datasets", EmulatorFixture.Cancelled);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var body = await answer.Content.ReadAsStringAsync(EmulatorFixture.Cancelled);
        IsAList(body).ShouldBeFalse(body);
    }

    [Fact]
    public async Task An_oversized_answer_is_as_large_as_asked()
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        stage.Host.SetFaults("status:code=500,body=oversized,bytes=3000000");

        using var answer = await stage.Client.GetAsync("/datasets", EmulatorFixture.Cancelled);

        (await answer.Content.ReadAsByteArrayAsync(EmulatorFixture.Cancelled)).Length.ShouldBeGreaterThan(3_000_000);
    }

    [Fact]
    public async Task A_throttle_says_when_to_come_back_in_seconds_or_as_a_date()
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        stage.Host.SetFaults("throttle:seconds=7,nth=1; throttle:seconds=7,as=date,nth=2; throttle:inflight=10,nth=3");

        using var seconds = await stage.Client.GetAsync("/datasets", EmulatorFixture.Cancelled);
        using var date = await stage.Client.GetAsync("/datasets", EmulatorFixture.Cancelled);
        using var inFlight = await stage.Client.GetAsync("/datasets", EmulatorFixture.Cancelled);

        seconds.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        seconds.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(7));
        date.Headers.RetryAfter!.Date.ShouldNotBeNull();
        inFlight.Headers.RetryAfter.ShouldBeNull();
        ((string?)(await EmulatorFixture.BodyAsync(inFlight))["reject_reason"]).ShouldBe("inflight_limit");
    }

    [Fact]
    public async Task A_refusal_for_funds_carries_its_reason()
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        stage.Host.SetFaults("status:code=402,reject-reason=insufficient_funds");

        using var answer = await stage.Client.GetAsync("/datasets", EmulatorFixture.Cancelled);

        answer.StatusCode.ShouldBe(HttpStatusCode.PaymentRequired);
        ((string?)(await EmulatorFixture.BodyAsync(answer))["reject_reason"]).ShouldBe("insufficient_funds");
    }

    [Theory]
    [InlineData("delay:seconds=0.3")]
    [InlineData("delay:seconds=0.3,at=answer")]
    public async Task A_delay_holds_the_answer_back(string fault)
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        stage.Host.SetFaults(fault);
        var start = Stopwatch.GetTimestamp();

        await stage.GetAsync("/datasets");

        Stopwatch.GetElapsedTime(start).ShouldBeGreaterThan(TimeSpan.FromSeconds(0.25));
    }

    [Fact]
    public async Task A_fault_befalls_github_too()
    {
        await using var gitHub = await GitHubStage.OpenAsync();
        gitHub.Host.SetFaults("reset:at=commit,route=github-comments-create");

        await Should.ThrowAsync<HttpRequestException>(() => gitHub.CommentAsync("said once"));

        gitHub.Host.Comments(GitHubStage.Name, 7).Select(comment => comment.Body).ShouldBe(["said once"]);
    }

    private static bool IsAList(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.GetProperty("datasets").ValueKind == JsonValueKind.Array;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
