using System.Text.Json;
using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Datasets.Tests.Diagnostics;

public sealed class LogTextTests
{
    public static TheoryData<string> Commands =>
    [
        "##[error]x", "a ##[group]x", "###[error]x", "##vso[task.setvariable variable=x]y", "a: ##vso[task.complete]", "####vso[task.setvariable]x",
            "##teamcity[buildStop]",
        "#\u200d#[error]x", "#\u0301#vso[x]", "#\U000e0100#[x]", "##\u200d[error]", "#\u00ad#[error]x",
        "::set-output name=x::y", "  ::error::y", ":::error::y", "\u00a0::stop-commands::x", "\u3000::error::x", "\u200d::error::x", "\ufeff::error::x",
            ":\u200d:error::x", "::",
        "section_start:1:x\r\u001b[0Kheader", "a section_end:1:x", "SECTION_START:1:x", "travis_fold:start:x", "travis_time:end:1",
        "--- x", "+++ x", "~~~ x", "^^^ +++", "  --- x", "-----", "---",
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_line_holds_no_command_of_any_CI_system(string text) => CiCommands.In(LogText.Line(text)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_json_text_holds_none_and_is_read_back_as_it_was(string text)
    {
        var json = LogText.Json(JsonSerializer.Serialize(new[] { text, $"a\\##{text}", $"\"{text}" }, Relaxed));

        json.Split('\n').SelectMany(CiCommands.In).ShouldBeEmpty();
        JsonSerializer.Deserialize<string[]>(json).ShouldBe([text, $"a\\##{text}", $"\"{text}"]);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Passing_twice_changes_nothing(string text)
    {
        LogText.Line(LogText.Line(text)).ShouldBe(LogText.Line(text));
        var json = LogText.Json(JsonSerializer.Serialize(text, Relaxed));
        LogText.Json(json).ShouldBe(json);
    }

    [Fact]
    public void Texts_put_together_from_parts_of_commands_hold_none()
    {
        string[] parts = ["#", "##", ":", "::", "[", "]", "vso", "-", "--", "+", "~~", "^", " ", "\t", "\n", "\r", "\u001b[0K", "\u200d", "\u0301", "\u202e",
            "\ufeff", "\u2028", "section_start", "travis_fold", "a", "\"", "\\", "😀", "\ud83d", "\U000e0100"];
        var random = new Random(11);
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 10)).Select(_ => parts[random.Next(parts.Length)]));
            var line = LogText.Line(text);
            CiCommands.In(line).ShouldBeEmpty(JsonSerializer.Serialize(text));
            LogText.Line(line).ShouldBe(line, JsonSerializer.Serialize(text));

            var json = JsonSerializer.Serialize(text, Relaxed);
            CiCommands.In(LogText.Json(json)).ShouldBeEmpty(json);
            JsonSerializer.Deserialize<string>(LogText.Json(json)).ShouldBe(JsonSerializer.Deserialize<string>(json));
        }
    }

    [Theory]
    [InlineData("two\nlines")]
    [InlineData("two\r\nlines")]
    [InlineData("two\u2028lines")]
    [InlineData("two\u0085lines")]
    public void A_text_stays_on_one_line(string text) => LogText.Line(text).ShouldNotContain(text[3].ToString());

    [Theory]
    [InlineData("std::vector, # one heading, C:\\temp")]
    [InlineData("Ünïcödé 日本 🎨 👩‍👩‍👧")]
    [InlineData("a -- b --- c, 1 +++ 2")]
    [InlineData("-- a list")]
    [InlineData("a section_start, section: 3")]
    public void Ordinary_text_stays_as_it_is(string text) => LogText.Line(text).ShouldBe(text);

    [Fact]
    public void The_lines_of_a_json_document_stay()
    {
        const string json = "{\r\n  \"a\": 1,\n  \"b\": \"# ::x\"\n}";

        LogText.Json(json).ShouldBe(json);
    }

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
