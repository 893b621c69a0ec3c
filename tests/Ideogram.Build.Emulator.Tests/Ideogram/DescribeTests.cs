using System.Net;
using System.Text.Json.Nodes;
using Ideogram.Build.Emulator.Tests.Support;

namespace Ideogram.Build.Emulator.Tests.Ideogram;

/// <summary>The describe call of version 2.</summary>
[Trait("Category", "Api2026")]
public sealed class DescribeTests
{
    [Fact]
    public async Task An_image_gets_a_structured_caption_made_from_its_bytes()
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        var first = await CaptionAsync(stage, TestImages.Png(seed: 1));
        var again = await CaptionAsync(stage, TestImages.Png(seed: 1));
        var other = await CaptionAsync(stage, TestImages.Png(seed: 2));

        first.Select(m => m.Key).ShouldBe(["high_level_description", "compositional_deconstruction"]);
        first.ToJsonString().ShouldBe(again.ToJsonString());
        first.ToJsonString().ShouldNotBe(other.ToJsonString());
        Element(first)["bbox"]!.AsArray().Count.ShouldBe(4);
        stage.Host.CountRequests("describe").ShouldBe(3);
    }

    [Fact]
    public async Task The_flags_say_what_it_holds()
    {
        await using var stage = await EmulatorFixture.OpenAsync();

        var caption = await CaptionAsync(
            stage, TestImages.Png(seed: 1), ("include_bbox", "false"), ("include_style_descriptions", "true"), ("include_tags", "true"));

        Element(caption)["bbox"].ShouldBeNull();
        caption["style_description"]!["medium"].ShouldNotBeNull();
        caption["tags"]!.AsArray().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("a.png", "image", "", 200)]
    [InlineData("unsafe.png", "image", "", 422)]
    [InlineData("a.png", "image_file", "", 400)]
    [InlineData("a.png", "image", "yes", 400)]
    public async Task What_is_wrong_is_refused(string name, string field, string boxes, int status)
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        using var form = new MultipartFormDataContent { { new ByteArrayContent(TestImages.Png(seed: 1)), field, name } };
        if (boxes.Length > 0)
            form.Add(new StringContent(boxes), "include_bbox");

        using var answer = await stage.Client.PostAsync("/v2/image/describe/ideogram-4", form, EmulatorFixture.Cancelled);

        answer.StatusCode.ShouldBe((HttpStatusCode)status);
        if (status != 200)
            ((string?)(await EmulatorFixture.BodyAsync(answer))["error"]).ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task More_than_10_MB_and_what_is_no_image_are_refused()
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        byte[] large = [.. TestImages.Png(seed: 1), .. new byte[10_000_000]];

        (await StatusAsync(stage, large)).ShouldBe(HttpStatusCode.BadRequest);
        (await StatusAsync(stage, [1, 2, 3])).ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Faults_befall_it_on_demand()
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        stage.Host.SetFaults("status:code=503,route=describe,nth=1; throttle:inflight=10,route=describe,nth=2; member:name=background,value=7,route=describe");

        (await StatusAsync(stage, TestImages.Png(seed: 1))).ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await StatusAsync(stage, TestImages.Png(seed: 1))).ShouldBe(HttpStatusCode.TooManyRequests);
        ((int)(await CaptionAsync(stage, TestImages.Png(seed: 1)))["compositional_deconstruction"]!["background"]!).ShouldBe(7);
    }

    private static JsonNode Element(JsonObject caption) => caption["compositional_deconstruction"]!["elements"]![0]!;

    private static async Task<HttpStatusCode> StatusAsync(EmulatorFixture stage, byte[] image)
    {
        using var answer = await SendAsync(stage, image);
        return answer.StatusCode;
    }

    private static async Task<JsonObject> CaptionAsync(EmulatorFixture stage, byte[] image, params (string Name, string Value)[] flags)
    {
        using var answer = await SendAsync(stage, image, flags);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var body = await EmulatorFixture.BodyAsync(answer);
        body.Select(m => m.Key).ShouldBe(["description_id", "created", "json_prompt"]);
        return body["json_prompt"]!.AsObject();
    }

    private static async Task<HttpResponseMessage> SendAsync(EmulatorFixture stage, byte[] image, params (string Name, string Value)[] flags)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(image), "image", "a.png" } };
        foreach (var (name, value) in flags)
            form.Add(new StringContent(value), name);
        return await stage.Client.PostAsync("/v2/image/describe/ideogram-4", form, EmulatorFixture.Cancelled);
    }
}
