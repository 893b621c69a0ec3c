namespace Ideogram.Build.Tasks.Tests.Tasks;

public sealed class LogTextTests
{
    [Theory]
    [InlineData("##[error]x")]
    [InlineData("a ##[error]x")]
    [InlineData("###[error]x")]
    [InlineData("####vso[task.setvariable]x")]
    [InlineData("##teamcity[message]")]
    public void A_command_of_a_CI_server_is_taken_apart(string text) => LogText.Safe(text).ShouldNotContain("##");

    [Theory]
    [InlineData("::set-output name=x::y")]
    [InlineData("  ::error::y")]
    [InlineData(":::error::y")]
    public void A_line_never_starts_with_a_command_of_GitHub(string text) => LogText.Safe(text).TrimStart().ShouldNotStartWith("::");

    [Theory]
    [InlineData("two\nlines")]
    [InlineData("two\r\nlines")]
    [InlineData("two\u2028lines")]
    public void A_text_stays_on_one_line(string text) => LogText.Safe(text).ShouldNotContain(text[3].ToString());

    [Theory]
    [InlineData("std::vector, # one heading, C:\\temp")]
    [InlineData("Ünïcödé 日本 🎨")]
    public void Ordinary_text_stays_as_it_is(string text) => LogText.Safe(text).ShouldBe(text);
}
