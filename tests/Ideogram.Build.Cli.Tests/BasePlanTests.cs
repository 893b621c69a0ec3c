using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ideogram.Build.Cli.Output;
using Ideogram.Build.Cli.Tests.World;

namespace Ideogram.Build.Cli.Tests;

public sealed class BasePlanTests
{
    [Fact]
    public async Task A_pull_request_that_touches_nothing_needs_no_comment()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        var pull = scene.Open(1, git => git.Write("README.md", "words"));

        var run = await PlanAsync(scene, pull);

        run.ExitCode.ShouldBe(0, run.Log);
        scene.Comments(1).ShouldBeEmpty();
        run.Summary.ShouldContain("0 new, 3 unchanged");
    }

    [Fact]
    public async Task A_file_in_git_lfs_is_known_by_its_pointer()
    {
        await using var scene = await ActionScene.SetAsync();
        var image = TestImages.Png(seed: 50);
        var pointer = $"version https://git-lfs.github.com/spec/v1\noid sha256:{Convert.ToHexStringLower(SHA256.HashData(image))}\nsize "
            + $"{image.Length.ToString(CultureInfo.InvariantCulture)}\n";
        scene.Git.Write("brand/photos/large.png", pointer);
        scene.Begin();
        var pull = scene.Open(1, git => git.Write("README.md", "words"));
        scene.Git.Write("brand/photos/large.png", image);

        var run = await PlanAsync(scene, pull);

        run.Summary.ShouldContain("0 new, 4 unchanged", customMessage: run.Log);
    }

    [Fact]
    public async Task Captions_and_tables_in_git_lfs_are_known_by_their_pointers()
    {
        await using var scene = await ActionScene.SetAsync();
        var (caption, table) = ("A caption of its own", "file_name,text\nphotos/p2.png,A row\n");
        scene.Git.Write("brand/captions.csv", Pointer(table));
        scene.Git.Write("brand/photos/p1.txt", Pointer(caption));
        scene.Begin(more: "captions-from: captions.csv\n");
        var pull = scene.Open(1, git => git.Write("README.md", "words"));
        scene.Git.Write("brand/captions.csv", table);
        scene.Git.Write("brand/photos/p1.txt", caption);

        var run = await PlanAsync(scene, pull);

        run.Summary.ShouldContain("0 new, 3 unchanged", customMessage: run.Log);

        static string Pointer(string text) => $"version https://git-lfs.github.com/spec/v1\noid sha256:"
            + $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}\nsize {text.Length.ToString(CultureInfo.InvariantCulture)}\n";
    }

    [Fact]
    public async Task An_edited_picture_links_to_the_comparison_of_GitHub()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        var pull = scene.Open(1, git => git.Write("brand/photos/p1.png", TestImages.Png(seed: 9)));

        var run = await PlanAsync(scene, pull);

        var anchor = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("brand/photos/p1.png")));
        run.Summary.ShouldContain($"/pull/1/files#diff-{anchor}\">compare</a>");
    }

    [Fact]
    public async Task A_rename_is_no_upload_and_names_the_former_path()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        var pull = scene.Open(1, git => git.Move("brand/photos/p1.png", "brand/other/p1.png"));

        var run = await PlanAsync(scene, pull);

        run.Summary.ShouldContain("0 new, 1 renamed, 2 unchanged");
    }

    [Fact]
    public async Task A_glob_that_the_pull_request_widens_brings_new_images()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Git.Write("brand/ideogram.yml", "name: Brand\nimages: ['photos/*.png']\n");
        scene.Git.Write("brand/photos/p1.png", TestImages.Png(seed: 1));
        scene.Git.Write("brand/drafts/b.png", TestImages.Png(seed: 2));
        scene.Git.Commit("A brand");
        var pull = scene.Open(1, git => git.Write("brand/ideogram.yml", "name: Brand\nimages: ['**/*.png']\n"));

        var run = await PlanAsync(scene, pull);

        run.Summary.ShouldContain("1 new, 1 unchanged");
    }

    [Theory]
    [InlineData("Another caption", "1 with a new caption")]
    [InlineData("A caption", "0 new, 3 unchanged")]
    [InlineData("A caption\r\n", "0 new, 3 unchanged")]
    public async Task A_sidecar_is_held_against_its_former_text(string caption, string expected)
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Git.Write("brand/photos/p1.txt", "A caption");
        scene.Begin();
        var pull = scene.Open(1, git => git.Write("brand/photos/p1.txt", caption));

        (await PlanAsync(scene, pull)).Summary.ShouldContain(expected);
    }

    [Fact]
    public async Task An_inline_caption_is_held_against_its_former_text()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Git.Write("brand/ideogram.yml", "name: Brand\nimages:\n  - path: p.png\n    caption: Old words\n");
        scene.Git.Write("brand/p.png", TestImages.Png(seed: 1));
        scene.Git.Commit("A brand");
        var pull = scene.Open(1, git => git.Write("brand/ideogram.yml", "name: Brand\nimages:\n  - path: p.png\n    caption: New words\n"));

        var run = await PlanAsync(scene, pull);

        run.Summary.ShouldContain("1 with a new caption");
        run.Summary.ShouldContain("<del><code>Old</code></del> <ins><code>New</code></ins> <code>words</code>");
    }

    [Theory]
    [InlineData("p1.png,Old words\np2.png,Other words\n", "0 new, 3 unchanged")]
    [InlineData("p1.png,New words\np2.png,Other words\n", "1 with a new caption")]
    [InlineData("p2.png,Other words\n", "1 without its caption")]
    [InlineData("p1.png,Old words\np2.png,Other words\np3.png,More\n", "1 with a new caption")]
    public async Task A_row_is_held_against_its_former_text(string rows, string expected)
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Git.Write("brand/photos/captions.csv", "file_name,text\np1.png,Old words\np2.png,Other words\n");
        scene.Begin(more: "captions-from: photos/captions.csv\n");
        var pull = scene.Open(1, git => git.Write("brand/photos/captions.csv", "file_name,text\n" + rows));

        (await PlanAsync(scene, pull)).Summary.ShouldContain(expected);
    }

    [Fact]
    public async Task Captions_that_move_into_a_table_stay_what_they_are()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Git.Write("brand/photos/p1.txt", "A caption\n");
        scene.Begin();
        var pull = scene.Open(1, git =>
        {
            git.Delete("brand/photos/p1.txt");
            git.Write("brand/photos/captions.csv", "file_name,text\np1.png,A caption\n");
            git.Write("brand/ideogram.yml", "name: Brand\nimages:\n  - '**/*.png'\ncaptions-from: photos/captions.csv\n");
        });

        (await PlanAsync(scene, pull)).Summary.ShouldContain("0 new, 3 unchanged");
    }

    [Fact]
    public async Task A_new_manifest_is_all_new()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        var pull = scene.Open(1, git =>
        {
            git.Write("more/ideogram.yml", "name: More\nimages: ['*.png']\n");
            git.Write("more/x.png", TestImages.Png(seed: 60));
        });

        var run = await PlanAsync(scene, pull);

        run.Summary.ShouldContain("1 new, 0 unchanged");
        run.Summary.ShouldContain("1 dataset unchanged, 3 images");
    }

    [Fact]
    public async Task Main_moving_on_is_not_the_pull_requests_doing()
    {
        await using var scene = await ActionScene.SetAsync();
        var old = scene.Begin();
        scene.Git.Write("brand/photos/others.png", TestImages.Png(seed: 70));
        scene.Git.Commit("Somebody else's image");
        var pull = scene.Open(1, git => git.Write("brand/photos/mine.png", TestImages.Png(seed: 71))) with { Base = old };

        (await PlanAsync(scene, pull)).Summary.ShouldContain("1 new, 4 unchanged");
    }

    private static Task<RunResult> PlanAsync(ActionScene scene, Pull pull) =>
        scene.PullRequestAsync(pull, inputs: new Dictionary<string, string>(StringComparer.Ordinal) { ["api-key"] = "" });
}
