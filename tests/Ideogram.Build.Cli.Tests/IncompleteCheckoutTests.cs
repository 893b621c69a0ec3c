using Ideogram.Build.Cli.Tests.World;

namespace Ideogram.Build.Cli.Tests;

/// <summary>The action on a checkout that lacks files of its commit: it has no git, and GitHub says what the commit holds.</summary>
[Trait("Category", "Silence")]
public sealed class IncompleteCheckoutTests
{
    private const string Lacks = "This checkout lacks 2 files of the dataset that are in git: 'brand/extra/e1.png', 'brand/extra/e2.png'";

    [Fact]
    public async Task A_sparse_pull_request_plans_nothing_and_its_comment_says_why()
    {
        await using var scene = await SetAsync();
        var pull = scene.Open(1, git => git.Write("brand/photos/p9.png", TestImages.Png(seed: 9)));
        Sparse(scene);

        var run = await scene.PullRequestAsync(pull);

        run.ExitCode.ShouldBe(1, run.Log);
        var comment = scene.Comments(1).ShouldHaveSingleItem().Body;
        foreach (var text in new[] { comment, run.Summary, run.Log })
        {
            text.ShouldContain("IDEO4022");
            text.ShouldContain("lacks 2 files");
            text.ShouldContain("sparse-checkout");
        }

        run.Log.ShouldContain("::error file=brand/ideogram.yml,line=3,col=3");
        comment.ShouldNotContain("p9.png");
        run.Outputs["uploaded"].ShouldBe("0");
    }

    [Fact]
    public async Task A_sparse_push_sends_nothing()
    {
        await using var scene = await SetAsync();
        var pull = scene.Open(1, git => git.Write("brand/photos/p9.png", TestImages.Png(seed: 9)));
        var merge = scene.Squash(pull);
        Sparse(scene);

        var run = await scene.PushAsync(merge, pull.Base);

        run.ExitCode.ShouldBe(1, run.Log);
        run.Log.ShouldContain(Lacks);
        scene.Comments(1).ShouldHaveSingleItem().Body.ShouldContain("lacks 2 files");
        scene.Emulator.CountRequests("create").ShouldBe(0);
        scene.Emulator.CountRequests("upload").ShouldBe(0);
    }

    [Fact]
    public async Task A_sparse_push_claims_no_reviewed_plan()
    {
        await using var scene = await SetAsync();
        var pull = scene.Open(1, git => git.Write("brand/photos/p9.png", TestImages.Png(seed: 9)));
        await scene.PullRequestAsync(pull);
        var merge = scene.Squash(pull);
        Sparse(scene);

        var run = await scene.PushAsync(merge, pull.Base);

        var comment = scene.Comments(1).ShouldHaveSingleItem().Body;
        foreach (var text in new[] { comment, run.Summary })
        {
            text.ShouldContain("Because of the errors nothing is sent");
            text.ShouldNotContain("the reviewed plan</b>");
        }

        // A second upload with the whole checkout still finds the review.
        scene.Git.Git("sparse-checkout", "disable");
        (await scene.PushAsync(merge, pull.Base)).ExitCode.ShouldBe(0);
        scene.Comments(1).ShouldHaveSingleItem().Body.ShouldContain("<b>exactly the reviewed plan</b>");
    }

    [Fact]
    public async Task A_whole_checkout_costs_one_request_more()
    {
        await using var scene = await SetAsync();
        var merge = scene.Git.Tip;

        var run = await scene.PushAsync(merge);

        run.ExitCode.ShouldBe(0, run.Log);
        run.Outputs["uploaded"].ShouldBe("5");
        scene.Emulator.CountRequests("github-tree").ShouldBe(1);
    }

    [Fact]
    public async Task A_file_that_a_step_removed_is_missed_too()
    {
        await using var scene = await SetAsync();
        scene.Git.Delete("brand/photos/p1.png");

        var run = await scene.PushAsync(scene.Git.Tip);

        run.ExitCode.ShouldBe(1, run.Log);
        run.Log.ShouldContain("A step before this one removed it");
    }

    [Theory]
    [InlineData("/brand/*", "!/brand/ideogram.yml")]
    [InlineData("/more/*")]
    public async Task A_manifest_that_is_left_out_is_named(params string[] patterns)
    {
        await using var scene = await SetAsync();
        scene.Git.Write("more/a.png", TestImages.Png(seed: 20));
        scene.Git.Write("more/ideogram.yml", "name: More\nimages: ['*.png']\n");
        var tip = scene.Git.Commit("Another dataset");
        scene.Git.Git(["sparse-checkout", "set", "--no-cone", "/more/*", .. patterns]);

        var run = await scene.PushAsync(tip);

        run.ExitCode.ShouldBe(1, run.Log);
        run.Log.ShouldContain("::error file=brand/ideogram.yml");
        run.Log.ShouldContain("This checkout lacks the manifest 'brand/ideogram.yml', which is in git. sparse-checkout (or 'skip-worktree') leaves it out.");
        run.Outputs["uploaded"].ShouldBe("1");
        (await scene.PushAsync(tip, inputs: new Dictionary<string, string>(StringComparer.Ordinal) { ["mode"] = "matrix" }))
            .Outputs["matrix"].ShouldContain("brand/ideogram.yml");
    }

    [Fact]
    public async Task A_checkout_without_any_manifest_is_an_error()
    {
        await using var scene = await SetAsync();
        scene.Git.Git("sparse-checkout", "set", "--no-cone", "/README.md");

        var run = await scene.PushAsync(scene.Git.Tip);

        run.ExitCode.ShouldBe(1, run.Log);
        run.Log.ShouldContain("This checkout lacks the manifest 'brand/ideogram.yml', which is in git.");
        scene.Emulator.CountRequests("create").ShouldBe(0);
    }

    [Fact]
    public async Task The_head_of_the_pull_request_may_be_checked_out_instead_of_its_test_merge()
    {
        await using var scene = await SetAsync();
        var pull = scene.Open(1, git => git.Write("brand/photos/p9.png", TestImages.Png(seed: 9)));
        scene.Git.Git("checkout", "--quiet", pull.Head);

        (await scene.PullRequestAsync(pull)).ExitCode.ShouldBe(0);
        scene.Git.Git("checkout", "--quiet", "main");
        (await scene.PullRequestAsync(pull)).ExitCode.ShouldBe(1);
    }

    [Theory]
    [InlineData(25, "lacks 2 files")]
    [InlineData(6, "is sparse ('core.sparseCheckout'), and the list of the commit's files could not be read")]
    public async Task In_a_repository_with_more_files_than_GitHub_lists_the_manifests_folders_are_listed(int maxTreeEntries, string says)
    {
        await using var scene = await SetAsync(maxTreeEntries);
        for (var i = 0; i < 30; i++)
            scene.Git.Write($"code/f{i}.cs", "class C;");
        var tip = scene.Git.Commit("Code");
        Sparse(scene);

        var run = await scene.PushAsync(tip);

        run.ExitCode.ShouldBe(1, run.Log);
        run.Log.ShouldContain(says);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task In_such_a_repository_a_sparse_checkout_is_told_that_a_manifest_may_be_missed(bool isSparse)
    {
        await using var scene = await SetAsync(maxTreeEntries: 25);
        for (var i = 0; i < 30; i++)
            scene.Git.Write($"code/f{i}.cs", "class C;");
        scene.Git.Write("more/ideogram.yml", "name: More\nimages: ['*.png']\n");
        var tip = scene.Git.Commit("Code");
        if (isSparse)
            scene.Git.Git("sparse-checkout", "set", "--no-cone", "/brand/*");

        var run = await scene.PushAsync(tip);

        run.Log.Contains("a manifest that it leaves out is missed only beside the manifests that it has", StringComparison.Ordinal).ShouldBe(isSparse);
        run.Log.Contains("IDEO6008", StringComparison.Ordinal).ShouldBe(isSparse);
    }

    [Fact]
    public async Task When_GitHub_lists_nothing_a_whole_checkout_is_uploaded_and_a_sparse_one_is_not()
    {
        await using var scene = await SetAsync();
        scene.Emulator.SetFaults("status:code=503,route=github-tree");
        (await scene.PushAsync(scene.Git.Tip)).Outputs["uploaded"].ShouldBe("5");

        Sparse(scene);
        var run = await scene.PushAsync(scene.Git.Tip);

        run.ExitCode.ShouldBe(1, run.Log);
        run.Log.ShouldContain("It may lack files of the dataset");
    }

    private static async Task<ActionScene> SetAsync(int maxTreeEntries = 100_000)
    {
        var scene = await ActionScene.SetAsync(maxTreeEntries);
        scene.Git.Write("brand/extra/e1.png", TestImages.Png(seed: 11));
        scene.Git.Write("brand/extra/e2.png", TestImages.Png(seed: 12));
        scene.Begin(more: "update: revision\n");
        return scene;
    }

    private static void Sparse(ActionScene scene) => scene.Git.Git("sparse-checkout", "set", "--no-cone", "/brand/*", "!/brand/extra/");
}
