using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ideogram.Build.Cli.Tests.World;
using static Ideogram.Build.Cli.Tests.World.ReviewScene;

namespace Ideogram.Build.Cli.Tests;

/// <summary>Commits after the review that once passed as the reviewed plan: with <c>require-reviewed-plan: all</c> nothing of them is sent.</summary>
[Trait("Category", "Reviewed")]
public sealed class HiddenDifferenceTests
{
    private const string Structured = """{"high_level_description":"a dog","compositional_deconstruction":{"background":"grass","elements":[]}}""";

    [Fact]
    public async Task A_text_caption_that_becomes_a_structured_one_by_its_name()
    {
        await using var scene = await ActionScene.SetAsync();
        var main = scene.Begin();
        var pull = scene.Open(1, git =>
        {
            Add("new", 9)(git);
            git.Write("brand/photos/new.txt", Structured);
        });
        await scene.PullRequestAsync(pull);
        var sneaked = Sneak(scene, pull, git => git.Git("mv", "brand/photos/new.txt", "brand/photos/new.json"));

        await RefusedAsync(scene, sneaked, main, "1 caption changed");
    }

    [Fact]
    public async Task Another_table_of_captions_that_Git_LFS_keeps()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin(more: "captions-from: t.csv\n");
        var main = Table(scene, "a cat");
        var pull = scene.Open(1, Add("new", 9));
        scene.Git.Git("checkout", "--quiet", "-B", "feature-1", pull.Head);
        var head = Table(scene, "a good dog");
        pull = pull with { Head = head, Merge = head };
        scene.Emulator.PutPullRequest(ActionScene.Repository, pull.ToGitHub());
        await scene.PullRequestAsync(pull);
        var sneaked = Table(scene, "other words");
        scene.Git.Git("branch", "--force", "main", sneaked);

        await RefusedAsync(scene, pull with { Head = sneaked, Merge = sneaked }, main, "1 table of captions changed", sneaked);
    }

    [Fact]
    public async Task A_reviewed_edit_that_is_taken_back_is_no_other_merge()
    {
        await using var scene = await ActionScene.SetAsync();
        var main = scene.Begin(1);
        var before = scene.Open(1, git =>
        {
            Add("gone", 8)(git);
            git.Write("brand/photos/p1.txt", "bad words");
        });
        await scene.PullRequestAsync(before);
        var merged = scene.Squash(before);
        (await scene.PushAsync(merged, main, inputs: All)).ExitCode.ShouldBe(0);
        var pull = scene.Open(2, git =>
        {
            git.Git("rm", "--quiet", "brand/photos/gone.png");
            git.Write("brand/photos/p1.txt", "good words");
            Add("new", 9)(git);
        });
        await scene.PullRequestAsync(pull);
        var sneaked = Sneak(scene, pull, git =>
        {
            Add("gone", 8)(git);
            git.Write("brand/photos/p1.txt", "bad words");
        });

        await RefusedAsync(scene, sneaked, merged, "1 image added, 1 caption changed");
    }

    [Fact]
    public async Task Other_digests_without_a_named_difference_are_another_plan()
    {
        await using var scene = await ActionScene.SetAsync();
        var main = scene.Begin();
        scene.Git.Write("more/ideogram.yml", "name: More\nimages: ['*.png']\n");
        scene.Git.Write("more/a.png", TestImages.Png(seed: 30));
        main = scene.Git.Commit("More");
        var pull = scene.Open(1, Add("new", 9));
        await scene.PullRequestAsync(pull);
        var sneaked = Sneak(scene, pull, git => git.Git("rm", "-r", "--quiet", "more"));

        await RefusedAsync(scene, sneaked, main, "What differs cannot be named");
    }

    private static async Task RefusedAsync(ActionScene scene, Pull pull, string before, string says, string? merge = null)
    {
        if (merge is null)
            merge = scene.Squash(pull);
        else
            scene.Merged(pull, merge);
        var sent = scene.Emulator.Datasets().Sum(d => d.Files.Count);

        var run = await scene.PushAsync(merge, before, inputs: All);

        run.ExitCode.ShouldBe(1, run.Log);
        run.Log.ShouldContain("IDEO6032");
        run.Log.ShouldContain(says);
        First(scene, pull.Number).ShouldContain("not the reviewed plan");
        scene.Emulator.Datasets().Sum(d => d.Files.Count).ShouldBe(sent);
    }

    // The folder has the table, the commit only its pointer.
    private static string Table(ActionScene scene, string caption)
    {
        var text = Encoding.UTF8.GetBytes($"file_name,text\nphotos/p1.png,{caption}\n");
        var hash = Convert.ToHexStringLower(SHA256.HashData(text));
        scene.Git.Write("brand/t.csv", string.Create(CultureInfo.InvariantCulture,
            $"version https://git-lfs.github.com/spec/v1\noid sha256:{hash}\nsize {text.Length}\n"));
        var commit = scene.Git.Commit("A table");
        scene.Git.Write("brand/t.csv", text);
        return commit;
    }
}
