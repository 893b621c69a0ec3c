using System.Text;
using System.Text.Json.Nodes;
using Ideogram.Build.Emulator.Tests.Support;

namespace Ideogram.Build.Emulator.Tests.Ideogram;

public sealed class CaptionTests
{
    private const string Structured = """
        { "high_level_description": "A mark", "compositional_deconstruction": { "background": "white",
          "elements": [ { "type": "obj", "desc": "mark", "bbox": [0, 0, 1000, 1000] }, { "type": "text", "text": "ACME", "desc": "logo" } ] },
          "style_description": { "color_palette": ["#00ff00"] } }
        """;

    [Fact]
    public async Task A_sidecar_of_the_same_stem_captions_the_image_and_is_listed_but_not_counted()
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        var id = await stage.CreateAsync();

        var answer = await stage.UploadAsync(id, ("a.txt", "  A caption \n"u8.ToArray()), ("a.png", TestImages.Png()));

        answer.Counts().ShouldBe((1, 1, 0));
        answer.Succeeded().ShouldBe(["a.png", "a.txt"]);
        var assets = answer["successful_assets"]!;
        ((string?)assets[1]!["asset_identifier"]!["asset_id"]).ShouldBe((string?)assets[0]!["asset_identifier"]!["asset_id"]);
        (await stage.GetAsync($"/datasets/{id}")).CaptionOf("a.png").ShouldBe("  A caption \n");
    }

    [Fact]
    public async Task A_sidecar_captions_an_image_that_is_already_there()
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        var id = await stage.CreateAsync();
        await stage.UploadAsync(id, ("a.png", TestImages.Png()), ("a.txt", "old"u8.ToArray()));

        var answer = await stage.UploadAsync(id, ("a.txt", "new"u8.ToArray()));

        answer.Counts().ShouldBe((0, 0, 0));
        answer.Succeeded().ShouldBe(["a.txt"]);
        (await stage.GetAsync($"/datasets/{id}")).CaptionOf("a.png").ShouldBe("new");
    }

    [Fact]
    public async Task An_image_without_a_caption_shows_none()
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        var id = await stage.CreateAsync();

        await stage.UploadAsync(id, ("a.png", TestImages.Png()));

        (await stage.GetAsync($"/datasets/{id}"))["files"]![0]!.AsObject().ContainsKey("caption").ShouldBeFalse();
    }

    [Theory]
    [InlineData("b.txt")]
    [InlineData("A.txt")]
    public async Task A_sidecar_without_its_image_is_in_neither_list(string sidecar)
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        var id = await stage.CreateAsync();

        var answer = await stage.UploadAsync(id, ("a.png", TestImages.Png()), (sidecar, "text"u8.ToArray()));

        answer.Succeeded().ShouldBe(["a.png"]);
        answer.Failed().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 32, 10 })]
    [InlineData(new byte[] { 0xFF, 0xFE, 65 })]
    public async Task A_caption_that_is_empty_or_not_utf8_is_invalid_and_its_image_stays(byte[] caption)
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        var id = await stage.CreateAsync();

        var answer = await stage.UploadAsync(id, ("a.png", TestImages.Png()), ("a.txt", caption));

        answer.Failed().ShouldBe([("a.txt", "INVALID_CAPTION")]);
        answer.Counts().ShouldBe((1, 1, 0));
    }

    [Fact]
    public async Task A_structured_caption_comes_back_as_json_in_a_string()
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        var id = await stage.CreateAsync();

        await stage.UploadAsync(id, ("a.png", TestImages.Png()), ("a.json", Encoding.UTF8.GetBytes(Structured)));

        var caption = (await stage.GetAsync($"/datasets/{id}")).CaptionOf("a.png");
        caption.ShouldNotBe(Structured);
        JsonNode.DeepEquals(JsonNode.Parse(caption!), JsonNode.Parse(Structured)).ShouldBeTrue();
    }

    [Fact]
    public async Task Of_a_plain_and_a_structured_caption_both_are_listed_and_the_structured_one_stays()
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        var id = await stage.CreateAsync();

        var answer = await stage.UploadAsync(id, ("a.png", TestImages.Png()), ("a.json", Encoding.UTF8.GetBytes(Structured)), ("a.txt", "plain"u8.ToArray()));

        answer.Succeeded().ShouldBe(["a.png", "a.txt", "a.json"]);
        (await stage.GetAsync($"/datasets/{id}")).CaptionOf("a.png")!.ShouldStartWith("{");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"high_level_description": "x"}""")]
    [InlineData("""{"high_level_description": 1, "compositional_deconstruction": {"background": "b", "elements": []}}""")]
    [InlineData("""{"high_level_description": "x", "compositional_deconstruction": {"background": "b", "elements": [{"type": "other", "desc": "d"}]}}""")]
    [InlineData("""{"high_level_description": "x", "compositional_deconstruction": {"background": "b", "elements": [{"type": "text", "desc": "d"}]}}""")]
    [InlineData(
        """{"high_level_description": "x", """
            + """ "compositional_deconstruction": {"background": "b", "elements": [{"type": "obj", "desc": "d", "bbox": [0, 0, 1001, 5]}]}}""")]
    [InlineData(
        """{"high_level_description": "x", """
            + """ "compositional_deconstruction": {"background": "b", "elements": [{"type": "obj", "desc": "d", "bbox": [0, 0, 5]}]}}""")]
    [InlineData(
        """{"high_level_description": "x", """
            + """ "compositional_deconstruction": {"background": "b", "elements": [{"type": "obj", "desc": "d", "bbox": [0, 0, 5, 700.0]}]}}""")]
    [InlineData(
        """{"high_level_description": "x", """
            + """ "compositional_deconstruction": {"background": "b", "elements": []}, "style_description": {"color_palette": ["red"]}}""")]
    public async Task A_structured_caption_of_another_shape_is_invalid(string json)
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        var id = await stage.CreateAsync();

        var answer = await stage.UploadAsync(id, ("a.png", TestImages.Png()), ("a.json", Encoding.UTF8.GetBytes(json)));

        answer.Failed().ShouldBe([("a.json", "INVALID_CAPTION_JSON")]);
        answer.Succeeded().ShouldBe(["a.png"]);
    }
}
