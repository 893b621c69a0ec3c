using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ideogram.Build.Emulator.Tests.Support;

namespace Ideogram.Build.Emulator.Tests;

public sealed class ControlTests
{
    [Fact]
    public async Task A_repository_a_token_and_a_pull_request_can_be_added_over_http()
    {
        using var repository = new SquashedBranch();
        await using var stage = await EmulatorFixture.OpenAsync();

        await SendAsync(stage, HttpMethod.Post, $"/_emulator/repositories?name=acme/site&path={Uri.EscapeDataString(repository.Path)}");
        await SendAsync(stage, HttpMethod.Post, "/_emulator/tokens", JsonContent.Create(new { value = "later" }));
        await SendAsync(stage, HttpMethod.Put, "/_emulator/repos/acme/site/pulls", JsonContent.Create(
            new { number = 3, title = "Three", headSha = repository.HeadSha, baseSha = repository.BaseSha }));
        await SendAsync(stage, HttpMethod.Post, "/_emulator/repos/acme/site/pulls/3/comments?author=ann", new StringContent("Looks good"), HttpStatusCode.OK);

        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v3/repos/acme/site/issues/3/comments");
        request.Headers.Authorization = new("Bearer", "later");
        using var answer = await stage.Client.SendAsync(request, EmulatorFixture.Cancelled);
        var comments = await answer.Content.ReadFromJsonAsync<JsonArray>(EmulatorFixture.Cancelled);
        ((string?)comments!.Single()!["user"]!["login"]).ShouldBe("ann");
    }

    [Fact]
    public async Task Faults_the_clock_and_counts_can_be_set_and_read_over_http()
    {
        await using var stage = await EmulatorFixture.OpenAsync(options => options with { TimeProvider = new TurnedClock() });
        await SendAsync(stage, HttpMethod.Put, "/_emulator/faults", new StringContent("late:seconds=60,route=create"));
        await Should.ThrowAsync<HttpRequestException>(() => stage.CreateAsync());
        await SendAsync(stage, HttpMethod.Post, "/_emulator/clock?seconds=60");

        (await stage.GetAsync("/datasets"))["datasets"]!.AsArray().Count.ShouldBe(1);
        ((int)(await stage.GetAsync("/_emulator/requests"))["counts"]!["create"]!).ShouldBe(1);
        await SendAsync(stage, HttpMethod.Put, "/_emulator/faults", new StringContent("storm"), HttpStatusCode.BadRequest);
    }

    private static async Task SendAsync(EmulatorFixture stage, HttpMethod method, string path, HttpContent? content = null,
        HttpStatusCode expected = HttpStatusCode.NoContent)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        using var answer = await stage.Client.SendAsync(request, EmulatorFixture.Cancelled);
        answer.StatusCode.ShouldBe(expected, await answer.Content.ReadAsStringAsync(EmulatorFixture.Cancelled));
    }
}
