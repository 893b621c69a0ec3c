using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Sync.Tests.Reporting;

public sealed class WordDifferenceTests
{
    [Theory]
    [InlineData("A red fox", "A blue fox", "<code>A</code> <del><code>red</code></del> <ins><code>blue</code></ins> <code>fox</code>")]
    [InlineData("A fox", "A fox in snow", "<code>A fox</code> <ins><code>in snow</code></ins>")]
    [InlineData("A quick fox", "A fox", "<code>A</code> <del><code>quick</code></del> <code>fox</code>")]
    [InlineData("a <b>x</b> y", "a <b>x</b> z", "<code>a &lt;b&gt;x&lt;/b&gt;</code> <del><code>y</code></del> <ins><code>z</code></ins>")]
    public void Words_that_went_and_words_that_came_are_told_apart(string before, string after, string html) =>
        WordDifference.Render(before, after).ShouldBe(html);

    [Theory]
    [InlineData("A fox", "A  fox")]
    [InlineData("One thing", "Quite another matter")]
    [InlineData("", "words")]
    public void Where_words_say_little_both_texts_are_shown(string before, string after) => WordDifference.Render(before, after).ShouldBeNull();

    [Fact]
    public void Far_from_a_difference_words_are_left_out()
    {
        var many = string.Join(' ', Enumerable.Range(0, 60).Select(i => $"w{i}"));

        WordDifference.Render($"{many} old {many}", $"{many} new {many}").ShouldBe(
            "<code>… w54 w55 w56 w57 w58 w59</code> <del><code>old</code></del> <ins><code>new</code></ins> <code>w0 w1 w2 w3 w4 w5 …</code>");
    }

    [Fact]
    public void What_is_too_manyto_compare_is_not()
    {
        var words = string.Join(' ', Enumerable.Repeat("word", 100_000));

        WordDifference.Render(words, words + " more").ShouldBeNull();
    }
}
