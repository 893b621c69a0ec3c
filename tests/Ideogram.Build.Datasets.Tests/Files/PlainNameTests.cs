using Ideogram.Build.Datasets.Files;

namespace Ideogram.Build.Datasets.Tests.Files;

[Trait("Category", "Hostile")]
public sealed class PlainNameTests
{
    [Theory]
    [InlineData("photos/Café/日本 (1) [b] & 'c' #1 %20.jpg")]
    [InlineData("a.zip/b.jpg")]
    [InlineData("😀/👩‍👧.jpg")]
    [InlineData("a:b.jpg")]
    public void Names_of_people_s_files_are_plain(string path) => PlainName.Problem(path).ShouldBeNull();

    public static TheoryData<string> Controls => [.. Enumerable.Range(0, 0x20).Append(0x7F).Concat(Enumerable.Range(0x80, 0x20)).Append(0x2028).Append(0x2029)
        .Select(c => $"a{(char)c}b.jpg")];

    [Theory]
    [MemberData(nameof(Controls))]
    public void No_control_character_and_no_separator_of_lines_is_taken(string path) => PlainName.Problem(path)
        .ShouldBe("has a line break or another control character");

    [Theory]
    [InlineData(@"a\b.jpg", "has a backslash, which Windows reads as the end of a folder's name")]
    [InlineData("a\\", "has a backslash, which Windows reads as the end of a folder's name")]
    [InlineData("a\uFFFD.jpg", "has bytes that are not UTF-8, or has U+FFFD, which .NET shows for all of them")]
    [InlineData("x/shoot.ZIP!a.jpg", "has '.zip!', which this tool uses to name a file in an archive")]
    public void What_looks_like_another_path_is_not_taken(string path, string problem) => PlainName.Problem(path).ShouldBe(problem);

    [Fact]
    public void Half_characters_are_not_taken()
    {
        PlainName.IsUndecodable("a\uD83D.jpg").ShouldBeTrue();
        PlainName.IsUndecodable("\uDE00a.jpg").ShouldBeTrue();
        PlainName.IsUndecodable("\uD83D\uDE00a.jpg").ShouldBeFalse();
    }
}
