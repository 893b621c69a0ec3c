using Ideogram.Build.Cli.Tests.World;

namespace Ideogram.Build.Cli.Tests;

/// <summary>What lies beside a dataset and is not taken, as a reviewer, a log and a program read it.</summary>
[Trait("Category", "Silence")]
public sealed class LeftBesideTests
{
    private const string JsonLine = "{\"file_name\":\"p1.png\",\"text\":\"a red mug\"}\n";

    /// <summary>The ten layouts of the field: what each adds to three images, the code (none if it is read), and what a person sees.</summary>
    public static TheoryData<string, (string Path, string Text)[], string, string> Layouts => new()
    {
        { "text files", Sidecars("p{0}.txt", "a red mug"), "", "a red mug" },
        {
            "structured captions",
            Sidecars("p{0}.json", """{"high_level_description":"a mug","compositional_deconstruction":{"background":"wood","elements":[]}}"""), "", "a mug"
        },
        { "caption files", Sidecars("p{0}.caption", "a red mug"), "", "a red mug" },
        { "JSON Lines", [("photos/metadata.jsonl", JsonLine)], "IDEO3040", "captions-from: photos/metadata.jsonl" },
        { "CSV", [("photos/caption.csv", "file_name,caption\np1.png,a red mug\n")], "IDEO3040", "captions-from: photos/caption.csv" },
        { "twin folders", [("captions/p1.txt", "a red mug"), ("captions/p2.txt", "a cup")], "IDEO3041", "'captions' holds caption files with their names" },
        { "JSON in text files", Sidecars("p{0}.txt", "{\"caption\":\"a red mug\"}"), "IDEO3042", "3 captions are JSON in plain text" },
        { "upper case captions", Sidecars("p{0}.TXT", "a red mug"), "IDEO3008", "write its extension in lower case" },
        { "accents in two ways", [("photos/cafe\u0301.png", ""), ("photos/caf\u00E9.txt", "a cafe")], "IDEO3008", "the accents are written in two ways" },
        { "mixed case", [("photos/IMG_1.PNG", ""), ("photos/IMG_2.PNG", "")], "IDEO4024", "leaves 2 images beside them that the globs miss" },
    };

    [Fact]
    public void There_are_ten() => Layouts.Count.ShouldBe(10);

    [Theory]
    [MemberData(nameof(Layouts))]
    public async Task A_layout_of_the_field_is_read_or_named(string layout, (string Path, string Text)[] files, string code, string says)
    {
        await using var scene = await SetAsync();
        var pull = scene.Open(1, git => Write(git, files));

        var run = await scene.PullRequestAsync(pull);

        run.ExitCode.ShouldBe(0, run.Log);
        var comment = scene.Comments(1).ShouldHaveSingleItem().Body;
        if (code.Length == 0)
        {
            comment.ShouldContain(says, customMessage: layout);
            run.Log.ShouldNotContain("::warning");
            return;
        }

        foreach (var text in new[] { comment, run.Summary, run.Log })
        {
            text.ShouldContain(code, customMessage: layout);
            Plain(text).ShouldContain(Plain(says), customMessage: layout);
        }

        run.Log.ShouldContain("::warning file=brand/");
    }

    [Fact]
    public async Task Formats_that_Ideogram_does_not_accept_are_named_in_every_face()
    {
        await using var scene = await SetAsync();
        var pull = scene.Open(1, git => Write(git, [("photos/a.heic", "x"), ("photos/b.CR2", "x"), ("photos/c.avif", "x"), ("photos/d.gif", "x")]));

        var run = await scene.PullRequestAsync(pull);

        const string Says = "The dataset takes 3 images of this folder, and leaves 4 images in formats that Ideogram does not accept: ";
        foreach (var text in new[] { scene.Comments(1).ShouldHaveSingleItem().Body, run.Summary, run.Log })
            Plain(text).ShouldContain(Plain(Says));
        run.Log.ShouldContain("::warning file=brand/ideogram.yml,line=3,col=5");

        var (code, output, _) = await Terminal.RunAsync(scene.Git.Path, "validate", "--format", "json");
        code.ShouldBe(0);
        output.ShouldContain("IDEO4025");
        output.ShouldContain(Says);
        (await Terminal.RunAsync(scene.Git.Path, "preview", "--output", "page.html")).Code.ShouldBe(0);
        Plain(await File.ReadAllTextAsync(Path.Combine(scene.Git.Path, "page.html"), TestContext.Current.CancellationToken)).ShouldContain(Plain(Says));
    }

    [Fact]
    public async Task The_merge_says_it_again()
    {
        await using var scene = await SetAsync();
        var pull = scene.Open(1, git => Write(git, [("photos/IMG_1.PNG", "")]));
        var merge = scene.Squash(pull);

        var run = await scene.PushAsync(merge, pull.Base);

        run.ExitCode.ShouldBe(0, run.Log);
        run.Outputs["uploaded"].ShouldBe("3");
        foreach (var text in new[] { scene.Comments(1).ShouldHaveSingleItem().Body, run.Summary, run.Log })
            text.ShouldContain("IDEO4024");
    }

    [Fact]
    public async Task The_sample_has_nothing_beside()
    {
        var (code, output, _) = await Terminal.RunAsync(Checkout.PathOf("samples/BrandKit"), "validate");

        code.ShouldBe(0, output);
        output.ShouldContain("0 errors, 0 warnings");
    }

    private static (string Path, string Text)[] Sidecars(string name, string text) =>
        [.. Enumerable.Range(1, 3).Select(i => ("photos/" + name.Replace("{0}", $"{i}", StringComparison.Ordinal), text))];

    // Markdown and HTML write quotes and commands in their own way.
    private static string Plain(string text) => new([.. text.Replace("&#39;", "", StringComparison.Ordinal).Replace("<code>", "", StringComparison.Ordinal)
        .Replace("</code>", "", StringComparison.Ordinal).Where(c => char.IsLetterOrDigit(c) || c == ' ')]);

    private static async Task<ActionScene> SetAsync()
    {
        var scene = await ActionScene.SetAsync();
        scene.Git.Write("brand/ideogram.yml", "name: Brand\nimages:\n  - 'photos/*.png'\n");
        for (var i = 1; i <= 3; i++)
            scene.Git.Write($"brand/photos/p{i}.png", TestImages.Png(seed: i));
        scene.Git.Commit("A brand");
        return scene;
    }

    private static void Write(GitRepository git, (string Path, string Text)[] files)
    {
        foreach (var (path, text) in files)
        {
            if (text.Length > 0)
                git.Write("brand/" + path, text);
            else
                git.Write("brand/" + path, TestImages.Png(path));
        }
    }
}
