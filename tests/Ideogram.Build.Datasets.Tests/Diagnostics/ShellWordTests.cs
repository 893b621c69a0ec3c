using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Datasets.Tests.Diagnostics;

public sealed class ShellWordTests
{
    [Theory]
    [InlineData("brand/ideogram.yml", "brand/ideogram.yml")]
    [InlineData("my photos/ideogram.yml", "'my photos/ideogram.yml'")]
    [InlineData("it's/ideogram.yml", @"'it'\''s/ideogram.yml'")]
    [InlineData("$(rm -rf .)/ideogram.yml", "'$(rm -rf .)/ideogram.yml'")]
    [InlineData("-x.ideogram.yml", "./-x.ideogram.yml")]
    [InlineData("größe/ideogram.yml", "'größe/ideogram.yml'")]
    [InlineData("", "''")]
    public void A_name_is_one_word_of_a_shell(string name, string word) => ShellWord.Of(name, isWindows: false).ShouldBe(word);

    [Theory]
    [InlineData(@"brand\ideogram.yml", @"brand\ideogram.yml")]
    [InlineData(@"my photos\ideogram.yml", @"""my photos\ideogram.yml""")]
    public void On_windows_quotes_are_double(string name, string word) => ShellWord.Of(name, isWindows: true).ShouldBe(word);

    [Theory]
    [InlineData("a b")]
    [InlineData("it's")]
    [InlineData("$HOME `id` \"x\" \\ *")]
    public void A_shell_reads_the_name_back(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "sh is another system's there");
        using var folder = new TemporaryFolder();

        TestProcess.Run(folder.Path, "sh", "-c", $"printf '%s' {ShellWord.Of(name, isWindows: false)}").Output.TrimEnd('\n', '\r').ShouldBe(name);
    }
}
