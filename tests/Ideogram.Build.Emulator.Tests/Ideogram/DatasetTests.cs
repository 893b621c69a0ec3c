using System.Net;
using System.Net.Http.Json;
using Ideogram.Build.Emulator.Tests.Support;

namespace Ideogram.Build.Emulator.Tests.Ideogram;

public sealed class DatasetTests
{
    [Theory]
    [InlineData("GET", "/datasets")]
    [InlineData("POST", "/datasets")]
    [InlineData("GET", "/datasets/7uS_VESkRI6O3-sVgHQp_A")]
    [InlineData("POST", "/datasets/7uS_VESkRI6O3-sVgHQp_A/upload_assets")]
    [InlineData("GET", "/models")]
    [InlineData("POST", "/v1/ideogram-v4/train-model")]
    public async Task A_wrong_key_answers_401_with_a_json_error(string method, string path)
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        stage.Client.DefaultRequestHeaders.Remove("Api-Key");
        request.Headers.Add("Api-Key", "another");

        using var answer = await stage.Client.SendAsync(request, EmulatorFixture.Cancelled);

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await EmulatorFixture.BodyAsync(answer)).ContainsKey("error").ShouldBeTrue();
    }

    [Theory]
    [InlineData("7uS_VESkRI6O3-sVgHQp_A")]
    [InlineData("..%2F..%2Fsecret")]
    [InlineData("x")]
    public async Task An_unknown_dataset_answers_404(string id)
    {
        await using var stage = await EmulatorFixture.OpenAsync();

        using var got = await stage.Client.GetAsync($"/datasets/{id}", EmulatorFixture.Cancelled);
        using var sent = await stage.SendFilesAsync(id, ("a.png", TestImages.Png()));

        got.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        sent.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_created_dataset_has_an_id_of_22_characters_and_is_empty()
    {
        await using var stage = await EmulatorFixture.OpenAsync();

        var id = await stage.CreateAsync("Acme");

        id.Length.ShouldBe(22);
        var dataset = await stage.GetAsync($"/datasets/{id}");
        ((string?)dataset["dataset"]!["name"]).ShouldBe("Acme");
        ((int)dataset["file_count"]!).ShouldBe(0);
        dataset["files"]!.AsArray().ShouldBeEmpty();
        dataset["custom_model_ids"]!.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"name": 5}""")]
    [InlineData("""{"name": " "}""")]
    [InlineData("""{}""")]
    [InlineData("""[]""")]
    [InlineData("""{"name": """)]
    public async Task A_creation_without_a_name_answers_400(string body)
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        using var content = new StringContent(body, mediaType: new("application/json"));

        using var answer = await stage.Client.PostAsync("/datasets", content, EmulatorFixture.Cancelled);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Two_datasets_may_have_one_name()
    {
        await using var stage = await EmulatorFixture.OpenAsync();

        var first = await stage.CreateAsync("Acme");
        var second = await stage.CreateAsync("Acme");

        first.ShouldNotBe(second);
        (await stage.GetAsync("/datasets"))["datasets"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_list_starts_with_the_dataset_updated_last()
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        var first = await stage.CreateAsync("First");
        await stage.CreateAsync("Second");
        await stage.UploadAsync(first, ("a.png", TestImages.Png()));

        var list = await stage.GetAsync("/datasets");

        list["datasets"]!.AsArray().Select(dataset => (string?)dataset!["name"]).ShouldBe(["First", "Second"]);
    }

    [Fact]
    public async Task A_search_finds_a_part_of_the_name_in_any_case()
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        await stage.CreateAsync("Acme Brand r-1234abcd");
        await stage.CreateAsync("Other");

        var list = await stage.GetAsync("/datasets?search=BRAND%20R-1234");

        list["datasets"]!.AsArray().Select(dataset => (string?)dataset!["name"]).ShouldBe(["Acme Brand r-1234abcd"]);
    }

    [Theory]
    [InlineData(64, HttpStatusCode.OK)]
    [InlineData(65, HttpStatusCode.BadRequest)]
    public async Task A_search_has_at_most_64_characters(int length, HttpStatusCode expected)
    {
        await using var stage = await EmulatorFixture.OpenAsync();

        using var answer = await stage.Client.GetAsync($"/datasets?search={new string('x', length)}", EmulatorFixture.Cancelled);

        answer.StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task A_restart_forgets_nothing()
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        var id = await stage.CreateAsync();
        await stage.UploadAsync(id, ("a.png", TestImages.Png()), ("a.txt", "A caption"u8.ToArray()));
        var before = await stage.GetAsync($"/datasets/{id}");

        await stage.RestartAsync();

        (await stage.GetAsync($"/datasets/{id}")).ToJsonString().ShouldBe(before.ToJsonString());
    }

    [Fact]
    public async Task More_than_the_allowed_requests_under_way_answer_429_with_the_limit()
    {
        await using var stage = await EmulatorFixture.OpenAsync(options => options with { MaxInFlight = 1, Faults = "delay:seconds=600" });
        using var hangUp = new CancellationTokenSource();
        var requests = new[] { stage.Client.GetAsync("/datasets", hangUp.Token), stage.Client.GetAsync("/datasets", hangUp.Token) };

        using var answer = await await Task.WhenAny(requests);

        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        var body = await EmulatorFixture.BodyAsync(answer);
        ((string?)body["reject_reason"]).ShouldBe("inflight_limit");
        ((int)body["max_inflight_requests"]!).ShouldBe(1);
        await hangUp.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(Task.WhenAll(requests));
    }
}
