using System.Text;
using System.Text.RegularExpressions;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync.Reporting;
using Ideogram.Build.Sync.Tests.Support;

namespace Ideogram.Build.Sync.Tests.Reporting;

public sealed partial class MarkdownReportTests
{
    [Fact]
    public async Task The_comment_says_how_many_and_where_to()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest().Images(2).Write("unsafe.png", TestImages.Png(seed: 9));

        var text = Render(await scene.RunAsync());

        text.ShouldStartWith("### ❌ Ideogram: 2 uploaded, 1 failed, 0 unchanged");
        text.ShouldContain("<code>Acme</code>");
        text.ShouldContain("<code>FAILED_SAFETY_CHECK</code>");
        text.ShouldContain(scene.Host.Datasets()[0].Id);
    }

    [Fact]
    [Trait("Category", "Auto")]
    public async Task A_replacement_is_said_first_then_what_differs_then_what_is_only_sent_again()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest().Images(4).Write("image-01.txt", "Before");
        await scene.RunAsync();
        scene.Write("image-01.txt", "After");
        File.Delete(Path.Combine(scene.Root, "image-04.png"));

        var text = Render(Report.FromPlan(new([await scene.PlanAsync()]), RunKind.Plan, default, default));

        text.ShouldStartWith("### 🖼️ Ideogram: a merge uploads 3 images into a new dataset");
        string[] order =
        [
            "🔁 <b>This edit starts a new dataset, <code>Acme v2</code>: 3 images are sent again. <code>Acme</code> stays at Ideogram; delete it there.</b>",
            "0 new, 1 with a new caption, 2 sent again, 1 removed · 3 of 100 images afterwards", "✏️ 1 caption changed", "<code>image-01.png</code>",
            "1 removed: in <code>Acme</code>, not in the new dataset", "2 sent again without a change", "<code>image-02.png</code>",
        ];
        order.Select(t => text.IndexOf(t, StringComparison.Ordinal)).ShouldBe(order.Select(t => text.IndexOf(t, StringComparison.Ordinal)).Order());
        order.ShouldAllBe(t => text.Contains(t, StringComparison.Ordinal), text);
    }

    [Theory]
    [InlineData("@everyone ping @octocat")]
    [InlineData("<img src=x onerror=alert(1)><script>")]
    [InlineData("[click](https://evil.example) https://evil.example www.evil.example")]
    [InlineData("::set-output name=x::y")]
    [InlineData("</code></td></tr></table></details>\n\n# Heading\n\n| a | b |\n")]
    [InlineData("fixes #1, GH-2, acme/brand#3 :tada:")]
    [InlineData("\u202Egnp.exe\u2066 \u200B\u0007\u001b[31m")]
    [InlineData("a \" quote and ' another ` tick")]
    public async Task Hostile_text_is_shown_and_never_read(string text)
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Write("ideogram.yml", $"name: {System.Text.Json.JsonSerializer.Serialize(Shorten(text))}\nimages: [\"*.png\"]\n")
            .Write("a.png", TestImages.Png()).Write("a.txt", text.Replace('\u0007', ' ').Replace('\u001b', ' '));

        await scene.RunAsync();
        scene.Write("a.txt", "A caption that starts a new dataset");
        var comment = Render(await scene.RunAsync());

        comment.ShouldContain("This edit started a new dataset");
        var outside = CodeElement().Replace(comment, "");
        outside.ShouldNotContain('@');
        outside.ShouldNotContain("evil.example");
        outside.ShouldNotContain("<script");
        outside.ShouldNotContain("onerror");
        outside.ShouldNotContain("\n#", customMessage: comment);
        outside.ShouldNotContain(":tada:");
        comment.ShouldNotContain('\u202E');
        comment.ShouldNotContain('\u001b');
        Tag().Matches(comment).Select(m => m.Groups["name"].Value).Distinct()
            .ShouldBeSubsetOf(["p", "b", "br", "code", "ul", "li", "a", "details", "summary", "table", "tr", "td", "i", "del", "sub", "img"]);
    }

    [Theory]
    [InlineData("GH-12")]
    [InlineData("3f786850e387550fdab836ed7e6dc881de23001b")]
    [InlineData(":tada:")]
    [InlineData("acme/brand#3")]
    [InlineData("https://evil.example")]
    public void A_sentence_outside_of_quotation_marks_refers_to_nothing(string text)
    {
        var html = Html.Sentence($"Ideogram said {text} today.");

        CodeElement().Replace(html, "").ShouldNotContain(text);
        html.Replace("<code>", "", StringComparison.Ordinal).Replace("</code>", "", StringComparison.Ordinal).ShouldBe($"Ideogram said {text} today.");
    }

    [Fact]
    public async Task Several_datasets_are_added_up_and_counted()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest().Images(2);
        var one = await scene.RunAsync();
        var report = one with { Datasets = [.. one.Datasets, .. one.Datasets] };

        Render(report).ShouldStartWith("### ✅ Ideogram: 4 uploaded, 0 failed, 0 unchanged, in 2 datasets\n");
        Render(report with { Kind = RunKind.Plan }).ShouldContain("<p>2 datasets: 4 new, 0 unchanged</p>");
    }

    [Fact]
    public async Task A_comment_that_is_too_long_loses_detail_and_never_its_totals()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest().Images(60);
        for (var i = 1; i <= 60; i++) scene.Write($"image-{i:00}.txt", $"Caption {i} " + new string('x', 100));
        var report = await scene.RunAsync();

        foreach (var most in new[] { 60_000, 20_000, 5_000, 800 })
        {
            var text = MarkdownReport.Render(ReportDocument.From(report, Path.GetFileName!), ILinks.None, new MarkdownOptions { MaxBytes = most });
            Encoding.UTF8.GetByteCount(text).ShouldBeLessThanOrEqualTo(most);
            text.ShouldContain("60 uploaded, 0 failed, 0 unchanged");
        }
    }

    [Fact]
    public async Task No_line_inside_a_block_of_html_is_blank_so_that_no_markdown_is_read_there()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest().Images(2).Write("image-01.txt", "One\n\n# two\n\nthree");

        var text = Render(await scene.RunAsync());

        foreach (var block in text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
            (block.StartsWith('<') || block.StartsWith("### ", StringComparison.Ordinal)).ShouldBeTrue(block);
    }

    private static string Shorten(string text) => MessageText.OneLine(text, 55);

    private static string Render(Report report) => MarkdownReport.Render(ReportDocument.From(report, Path.GetFileName!), ILinks.None, new MarkdownOptions());

    [GeneratedRegex("<code>.*?</code>", RegexOptions.Singleline, 1000)]
    private static partial Regex CodeElement();

    [GeneratedRegex("</?(?<name>[a-z0-9]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tag();
}
