using System.Net;
using System.Text.RegularExpressions;
using Ideogram.Build.Cli.Tests.World;

namespace Ideogram.Build.Cli.Tests.Commands.Preview;

public sealed partial class PreviewTests : IDisposable
{
    private const string Page = "ideogram-preview.html";

    private readonly GitRepository _git = new();

    public void Dispose() => _git.Dispose();

    [Fact]
    public async Task Without_a_key_the_page_shows_images_captions_and_problems()
    {
        Brand();
        _git.Write("brand/broken.png", "no image");

        var (code, output, _) = await Terminal.RunAsync(_git.Path, "preview");

        code.ShouldBe(1);
        output.ShouldContain($"Wrote {Page}. Open it in a browser; do not commit it: file:///");
        var page = Read();
        page.ShouldContain("Made without a key");
        page.ShouldContain("brand/broken.png(1,1)</span>: error <a href=");
        page.ShouldContain("A caption for p1");
        Data().Count(page).ShouldBe(2);
        page.ShouldNotContain("class=\"badge");
    }

    [Fact]
    public async Task With_a_key_the_page_shows_what_an_upload_would_do()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        await Terminal.RunAsync(scene.Git.Path, scene, "upload");
        scene.Git.Write("brand/photos/p4.png", TestImages.Png(seed: 4));

        var (code, _, _) = await Terminal.RunAsync(scene.Git.Path, scene, "preview");

        code.ShouldBe(0);
        var page = await File.ReadAllTextAsync(Path.Combine(scene.Git.Path, Page), TestContext.Current.CancellationToken);
        page.ShouldContain("1 new, 3 unchanged; 4 of 100 images afterwards");
        page.ShouldContain("<span class=\"badge new\">new</span>");
        page.ShouldNotContain(ActionScene.Key);
    }

    [Fact]
    public async Task A_preview_sends_nothing()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();

        await Terminal.RunAsync(scene.Git.Path, scene, "preview");

        scene.Emulator.Datasets().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_api_that_nobody_answers_is_exit_3_and_the_page_is_written_all_the_same()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        await scene.Emulator.DisposeAsync();

        (await Terminal.RunAsync(scene.Git.Path, scene, "preview")).Code.ShouldBe(3);

        (await File.ReadAllTextAsync(Path.Combine(scene.Git.Path, Page), TestContext.Current.CancellationToken)).ShouldContain("IDEO5001");
    }

    [Fact]
    public async Task The_page_fetches_nothing_and_runs_nothing()
    {
        Brand();

        await Terminal.RunAsync(_git.Path, "preview");

        var page = Read();
        page.ShouldContain("content=\"default-src 'none'; style-src 'sha256-");
        page.ShouldContain("; img-src data:; base-uri 'none'; form-action 'none'\"");
        page.ShouldNotContain("<script", Case.Insensitive);
        page.ShouldNotContain("<link", Case.Insensitive);
        page.ShouldNotContain(" style=", Case.Insensitive);
        Sources().Matches(page).ShouldAllBe(m => m.Value.StartsWith("src=\"data:image/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("</style></title><svg onload=alert(1)>")]
    [InlineData("&lt;b&gt; ' onmouseover='alert(1)")]
    [Trait("Category", "Hostile")]
    public async Task Names_and_captions_are_text_and_never_markup(string text)
    {
        var name = text.Replace("/", "∕", StringComparison.Ordinal);
        _git.Write($"brand/{name}.png", TestImages.Png(seed: 1));
        _git.Write($"brand/{name}.txt", text);
        _git.Write($"brand/{name}.json.png", text);
        _git.Write("brand/ideogram.yml", $"name: '{text.Replace("'", "''", StringComparison.Ordinal)}'\nimages: "
            + $"['*.png', '{text.Replace("'", "''", StringComparison.Ordinal)}']\n");

        await Terminal.RunAsync(_git.Path, "preview");

        var page = Read();
        page.ShouldContain(WebUtility.HtmlEncode(text));
        Tags().Matches(page).Select(m => m.Groups["tag"].Value).Distinct().ShouldBeSubsetOf(
            ["html", "head", "meta", "title", "style", "body", "header", "h1", "p", "main", "section", "h2", "span", "ul", "li", "a", "div", "img", "footer",
                "details", "summary"]);
        page.ShouldNotContain("<svg");
        // The value of an attribute ends with its quotation mark: nothing of a name stands outside.
        Tags().Matches(page).Select(m => Quoted().Replace(m.Value, "")).ShouldAllBe(t => !t.Contains("alert", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Category", "Hostile")]
    public async Task Direction_marks_cannot_make_text_read_as_another()
    {
        Brand();
        _git.Write("brand/p1.txt", "right\u202eleft\nsecond line");

        await Terminal.RunAsync(_git.Path, "preview");

        Read().ShouldContain("right\\u202Eleft");
        Read().ShouldContain("\nsecond line</p>");
        Read().ShouldNotContain("\u202e");
    }

    [Fact]
    public async Task Large_images_are_shown_from_their_files_and_the_page_stays_small()
    {
        _git.Write("my brand/ideogram.yml", "name: Brand\nimages: ['*.png']\n");
        _git.Write("my brand/large.png", TestImages.Png(900, 900, 1, new PngOptions { Noisy = true }));
        _git.Write("my brand/small.png", TestImages.Png(seed: 7));

        await Terminal.RunAsync(_git.Path, "preview");

        var page = Read();
        page.Length.ShouldBeLessThan(1_000_000);
        Data().Count(page).ShouldBe(1);
        page.ShouldContain("src=\"my%20brand/large.png\"");
        page.ShouldContain("img-src data: file:;");
        page.ShouldContain("1 larger image is shown from its file");
    }

    [Fact]
    public async Task A_preview_is_written_over_an_earlier_one()
    {
        Brand();

        await Terminal.RunAsync(_git.Path, "preview", "--output", "out/page.html");
        _git.Write("brand/p9.png", TestImages.Png(seed: 9));
        var (code, _, errors) = await Terminal.RunAsync(_git.Path, "preview", "--output", "out/page.html");

        code.ShouldBe(0, errors);
        Directory.GetFileSystemEntries(Path.Combine(_git.Path, "out")).ShouldHaveSingleItem();
        (await File.ReadAllTextAsync(Path.Combine(_git.Path, "out/page.html"), TestContext.Current.CancellationToken)).ShouldContain("p9.png");
    }

    [Fact]
    public async Task A_file_that_is_no_preview_is_not_written_over()
    {
        Brand();
        _git.Write(Page, "<!doctype html>mine");

        var (code, _, errors) = await Terminal.RunAsync(_git.Path, "preview");

        code.ShouldBe(2);
        errors.ShouldContain("is not a preview");
        Read().ShouldBe("<!doctype html>mine");
    }

    [Fact]
    [Trait("Category", "Hostile")]
    public async Task A_link_in_the_pages_place_is_not_written_through()
    {
        Brand();
        File.CreateSymbolicLink(Path.Combine(_git.Path, Page), Path.Combine(_git.Path, "victim"));

        (await Terminal.RunAsync(_git.Path, "preview")).Code.ShouldBe(2);

        File.Exists(Path.Combine(_git.Path, "victim")).ShouldBeFalse();
    }

    [Fact]
    public async Task An_edit_comes_first_with_what_it_replaces_and_what_is_unchanged_is_folded()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        scene.Git.Write("brand/photos/p1.txt", "An old caption");
        await Terminal.RunAsync(scene.Git.Path, scene, "upload");
        scene.Git.Write("brand/photos/p1.txt", "A new caption");
        scene.Git.Write("brand/photos/p3.png", TestImages.Png(seed: 33));

        var (_, output, _) = await Terminal.RunAsync(scene.Git.Path, scene, "preview");

        output.ShouldContain("This edit starts a new dataset, 'Brand v2': 3 images are sent, 2 of them again. 'Brand' stays at Ideogram; delete it there.");
        output.ShouldContain("0 new, 1 edited, 1 with a new caption, 1 sent again");
        output.ShouldContain("  edited           photos/p3.png");
        output.ShouldNotContain("  stale");
        var page = await File.ReadAllTextAsync(Path.Combine(scene.Git.Path, Page), TestContext.Current.CancellationToken);
        page.ShouldContain("<span class=\"badge edit\">edited</span>");
        page.ShouldContain("takes the place of p3-");
        page.ShouldContain("<p class=\"caption former\" dir=\"auto\">An old caption</p>");
        page.ShouldNotContain("stale: in the dataset");
        page.ShouldNotContain("no picture", customMessage: "a caption's problem stands at its image");
        var folded = page.IndexOf("1 sent again without a change</summary>", StringComparison.Ordinal);
        page.IndexOf("photos/p3.png</p>", StringComparison.Ordinal).ShouldBeLessThan(folded);
        page.IndexOf("photos/p2.png</p>", StringComparison.Ordinal).ShouldBeGreaterThan(folded);
    }

    [Fact]
    public async Task Problems_stand_at_their_pictures_which_open_and_say_their_captions()
    {
        Brand();
        File.Copy(Path.Combine(_git.Path, "brand/p2.png"), Path.Combine(_git.Path, "brand/p3.jpg"));
        _git.Write("brand/ideogram.yml", "name: Brand\nimages: ['*.png', '*.jpg']\n");

        await Terminal.RunAsync(_git.Path, "preview");

        var page = Read();
        page.ShouldContain("<a href=\"brand/p1.png\"><img alt=\"A caption for p1\" src=");
        page.ShouldContain("<a href=\"brand/p2.png\"><img alt=\"p2.png\" src=");
        page.IndexOf("IDEO2007", StringComparison.Ordinal).ShouldBeGreaterThan(page.IndexOf("<ul class=\"images\">", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Category", "Hostile")]
    public async Task The_name_of_the_page_breaks_no_line()
    {
        Brand();

        var (code, output, _) = await Terminal.RunAsync(_git.Path, "preview", "--output", "a\nb.html");

        code.ShouldBe(0, output);
        output.ShouldContain(@"Wrote a\u000ab.html. Open it in a browser");
        File.Exists(_git.PathOf("a\nb.html")).ShouldBeTrue();
    }

    [Fact]
    public async Task The_page_is_kept_out_of_git()
    {
        Brand();

        await Terminal.RunAsync(_git.Path, "preview");
        await Terminal.RunAsync(_git.Path, "preview");
        await Terminal.RunAsync(_git.Path, "preview", "--output", "a [1].html");

        _git.Git("status", "--porcelain", "--untracked-files=all").ShouldNotContain(".html");
        (await File.ReadAllLinesAsync(Path.Combine(_git.Path, ".git/info/exclude"), TestContext.Current.CancellationToken)).Count(l => l == $"/{Page}")
            .ShouldBe(1);
    }

    [Fact]
    [Trait("Category", "Hostile")]
    public async Task A_link_in_the_place_of_gits_list_is_not_written_through()
    {
        Brand();
        var list = Path.Combine(_git.Path, ".git/info/exclude");
        Directory.CreateDirectory(Path.GetDirectoryName(list)!);
        File.Delete(list);
        File.CreateSymbolicLink(list, Path.Combine(_git.Path, "victim"));

        (await Terminal.RunAsync(_git.Path, "preview")).Code.ShouldBe(0);

        File.Exists(Path.Combine(_git.Path, "victim")).ShouldBeFalse();
    }

    private void Brand()
    {
        _git.Write("brand/ideogram.yml", "name: Brand\nimages: ['*.png']\n");
        _git.Write("brand/p1.png", TestImages.Png(seed: 1));
        _git.Write("brand/p1.txt", "A caption for p1");
        _git.Write("brand/p2.png", TestImages.Png(seed: 2));
    }

    private string Read() => File.ReadAllText(Path.Combine(_git.Path, Page));

    [GeneratedRegex("\"[^\"]*\"?", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Quoted();

    [GeneratedRegex("src=\"data:image/png;base64,", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Data();

    [GeneratedRegex("src=\"[^\"]{1,30}", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Sources();

    [GeneratedRegex("<(?<tag>[a-z0-9]+)[^>]{0,500}", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 5000)]
    private static partial Regex Tags();
}
