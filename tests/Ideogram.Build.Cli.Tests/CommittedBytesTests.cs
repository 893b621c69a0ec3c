using Ideogram.Build.Cli.Tests.World;

namespace Ideogram.Build.Cli.Tests;

/// <summary>What is sent is what the commit holds, and so what reviewers see.</summary>
[Trait("Category", "Reviewed")]
public sealed class CommittedBytesTests
{
    [Fact]
    public async Task Attributes_that_turn_one_picture_into_another_are_an_error_without_a_picture()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin(1);
        var pull = scene.Open(1, git =>
        {
            git.Write("brand/ideogram.yml", "name: Brand\nimages: ['**/*.png', '**/*.jpg']\n");
            git.Write(".gitattributes", "*.jpg text eol=crlf\n");
            git.Write("two.bin", TwoPictures.Jpeg());
            var blob = git.Git("hash-object", "-w", "--no-filters", "two.bin");
            git.Delete("two.bin");
            git.Git("update-index", "--add", "--cacheinfo", $"100644,{blob},brand/photos/two.jpg");
            git.Git("checkout-index", "--force", "brand/photos/two.jpg");
        });

        var plan = await scene.PullRequestAsync(pull);
        var push = await scene.PushAsync(scene.Squash(pull), pull.Base);

        foreach (var run in new[] { plan, push })
        {
            run.ExitCode.ShouldBe(1, run.Log);
            run.Log.ShouldContain("IDEO4023");
            run.Log.ShouldContain("'.gitattributes' makes git rewrite it, in line 1: '*.jpg text eol=crlf'");
            run.Log.ShouldContain("IDEO4026");
            run.Summary.ShouldNotContain("<img");
        }

        scene.Comments(1).ShouldHaveSingleItem().Body.ShouldNotContain("<img");
        scene.Emulator.CountRequests("create").ShouldBe(0);
    }

    [Theory]
    [InlineData("brand/photos/p1.png", "A filter of git or a step of the workflow changed it")]
    [InlineData("brand/photos/p1.txt", "A filter of git or a step of the workflow changed it")]
    [InlineData("brand/photos/made.png", "The commit has no such file: a step of the workflow made it")]
    public async Task A_file_that_a_step_changed_or_made_is_not_sent(string file, string reason)
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Git.Write("brand/photos/p1.txt", "a caption");
        var main = scene.Begin();
        scene.Git.Write(file, file.EndsWith(".txt", StringComparison.Ordinal) ? "another caption"u8.ToArray() : TestImages.Png(seed: 77));

        var run = await scene.PushAsync(main);

        run.ExitCode.ShouldBe(1, run.Log);
        run.Log.ShouldContain($"{file}(1,1): error IDEO4023: Not the file of the commit that reviewers see: '{file}'. {reason}");
        run.Summary.ShouldNotContain("<img");
        scene.Emulator.CountRequests("create").ShouldBe(0);
    }

    [Fact]
    public async Task Another_checkout_than_the_run_s_commit_is_named()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        scene.Git.Write("brand/photos/p1.png", TestImages.Png(seed: 30));
        var other = scene.Git.Commit("Another");
        scene.Git.Write("brand/photos/p1.png", TestImages.Png(seed: 31));
        var main = scene.Git.Commit("The run's");
        scene.Git.Git("checkout", "--quiet", other);

        var run = await scene.PushAsync(main);

        run.ExitCode.ShouldBe(1, run.Log);
        run.Log.ShouldContain($"The workspace is a checkout of the commit {other[..7]}: check out the commit of the run.");
    }

    [Fact]
    public async Task Line_ends_of_texts_and_files_of_Git_LFS_are_no_difference()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin(1);
        var large = TestImages.Png(seed: 60);
        var sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(large));
        scene.Git.Write("brand/photos/large.png", $"version https://git-lfs.github.com/spec/v1\noid sha256:{sha256}\nsize {large.Length}\n");
        scene.Git.Write("brand/photos/large.txt", "two\nlines");
        var main = scene.Git.Commit("With LFS");
        scene.Git.Write("brand/photos/large.png", large);
        scene.Git.Write("brand/photos/large.txt", "two\r\nlines");

        var run = await scene.PushAsync(main);

        run.ExitCode.ShouldBe(0, run.Log);
        run.Outputs["uploaded"].ShouldBe("2");
    }
}
