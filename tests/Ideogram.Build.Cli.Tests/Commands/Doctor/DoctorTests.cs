using Ideogram.Build.Cli.Tests.World;
using Ideogram.Build.Emulator.GitHub;

namespace Ideogram.Build.Cli.Tests.Commands.Doctor;

public sealed class DoctorTests
{
    [Fact]
    public async Task A_good_key_says_what_it_sees_and_how_the_datasets_stand()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        await Terminal.RunAsync(scene.Git.Path, scene, "upload");

        var (code, output, _) = await Terminal.RunAsync(scene.Git.Path, scene, "doctor");

        code.ShouldBe(0, output);
        output.ShouldContain($"ok  Key: Ideogram at {new Uri(scene.Address).Authority} accepts it; its account has 1 dataset and 0 models.");
        output.ShouldContain("ok  Git LFS: 3 images can be read, and no file is a pointer.");
        output.ShouldMatch("ok  brand/ideogram.yml: dataset \"Brand\" \\(.+\\) is as the manifest says: 3 images, 0 trained models");
    }

    [Fact]
    public async Task A_dataset_that_is_not_there_yet_and_one_that_differs_are_told_apart()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();

        var before = await Terminal.RunAsync(scene.Git.Path, scene, "doctor");
        await Terminal.RunAsync(scene.Git.Path, scene, "upload");
        scene.Git.Write("brand/photos/p4.png", TestImages.Png(seed: 4));
        var after = await Terminal.RunAsync(scene.Git.Path, scene, "doctor");

        before.Output.ShouldContain("is not at Ideogram yet. An upload creates it with 3 images.");
        after.Output.ShouldContain("differs from the manifest: 1 new, 3 unchanged.");
        after.Output.ShouldContain("Merge, or upload from here: ideogram-build upload brand/ideogram.yml");
        (before.Code, after.Code).ShouldBe((0, 0));
    }

    [Fact]
    public async Task An_edit_names_the_dataset_that_it_replaces()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        await Terminal.RunAsync(scene.Git.Path, scene, "upload");
        scene.Git.Write("brand/photos/p1.png", TestImages.Png(seed: 9));

        var (code, output, _) = await Terminal.RunAsync(scene.Git.Path, scene, "doctor");

        code.ShouldBe(0, output);
        output.ShouldMatch("ok  brand/ideogram.yml: dataset \"Brand\" \\(.+\\) differs from the manifest: 0 new, 1 edited, 2 sent again\\.");
        output.ShouldContain("This edit starts a new dataset, 'Brand v2': 3 images are sent, 2 of them again. 'Brand' stays at Ideogram; delete it there.");
        output.ShouldContain("Merge, or upload from here: ideogram-build upload brand/ideogram.yml");
    }

    [Fact]
    public async Task Many_datasets_that_stand_alike_are_a_few_lines_and_one_step()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        for (var i = 0; i < 30; i++)
        {
            scene.Git.Write($"sets/{i}/ideogram.yml", $"name: Set {i}\nimages: ['*.png']\n");
            scene.Git.Write($"sets/{i}/a.png", TestImages.Png(seed: 100 + i));
        }

        var (code, output, _) = await Terminal.RunAsync(scene.Git.Path, scene, "doctor");

        code.ShouldBe(0, output);
        output.ShouldContain("ok  and 26 more manifests: 31 datasets are not at Ideogram yet. An upload creates them.");
        output.Split("ideogram-build upload").Length.ShouldBe(2, output);
        output.Split('\n').Length.ShouldBeLessThan(20);
    }

    [Fact]
    public async Task Doctor_only_reads()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();

        await DoctorAsync(scene, ActionScene.Token);

        scene.Emulator.Requests.Select(r => r.Method).Distinct().ShouldBe(["GET"]);
    }

    [Fact]
    public async Task Without_a_key_nothing_is_asked_and_nothing_is_wrong()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();

        var (code, output, _) = await Terminal.RunAsync(scene.Git.Path, "doctor");

        code.ShouldBe(0, output);
        output.ShouldContain("??  Key: IDEOGRAM_API_KEY is not set here");
        output.ShouldContain("??  brand/ideogram.yml: dataset \"Brand\" is valid, with 3 images. Ideogram was not queried.");
    }

    [Fact]
    public async Task A_refused_key_is_exit_3_and_the_first_step()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();

        var (code, output, _) = await Terminal.RunAsync(scene.Git.Path, Variables(("IDEOGRAM_API_KEY", "another-key")), ["doctor", "--api-url", scene.Address]);

        code.ShouldBe(3, output);
        output.ShouldContain("!!  Key: IDEO5002: Ideogram refused the key");
        output.ShouldContain("  1. Put a valid key into IDEOGRAM_API_KEY");
        output.ShouldNotContain("another-key");
    }

    [Fact]
    public async Task An_ideogram_that_nobody_answers_is_exit_3()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        await scene.Emulator.DisposeAsync();

        var (code, output, _) = await Terminal.RunAsync(scene.Git.Path, scene, "doctor");

        code.ShouldBe(3, output);
        output.ShouldContain("!!  Key: IDEO5001");
    }

    [Fact]
    public async Task A_manifest_with_errors_is_exit_1_and_names_the_first()
    {
        using var git = new GitRepository();
        git.Write("ideogram.yml", "name: Brand\nimages: ['*.png']\n");

        var (code, output, _) = await Terminal.RunAsync(git.Path, "doctor");

        code.ShouldBe(1, output);
        output.ShouldContain("!!  ideogram.yml: dataset \"Brand\" has 1 error, the first: ideogram.yml(2,10): error IDEO1025");
        output.ShouldContain("  1. Fix ideogram.yml: ideogram-build validate ideogram.yml");
    }

    [Fact]
    public async Task No_manifest_at_all_is_exit_2_and_leads_to_init()
    {
        using var git = new GitRepository();

        var (code, output, _) = await Terminal.RunAsync(git.Path, "doctor");

        code.ShouldBe(2, output);
        output.ShouldContain("ideogram-build init FOLDER");
    }

    [Fact]
    public async Task Pointers_of_git_lfs_are_counted_and_the_command_is_named()
    {
        using var git = new GitRepository();
        git.Write("ideogram.yml", "name: Brand\nimages: ['*.png']\n");
        git.Write("a.png", "version https://git-lfs.github.com/spec/v1\noid sha256:" + new string('0', 64) + "\nsize 12\n");

        var (code, output, _) = await Terminal.RunAsync(git.Path, "doctor");

        code.ShouldBe(1, output);
        output.ShouldContain("!!  Git LFS: of 1 image, only the Git LFS pointer is here.");
        output.ShouldContain("git lfs pull");
    }

    [Theory]
    [InlineData("repo", "ok  GitHub token: it sees acme/brand and may comment there.", 0)]
    [InlineData("public_repo, gist", "ok  GitHub token: it sees acme/brand and may comment there.", 0)]
    [InlineData("gist", "!!  GitHub token: it sees acme/brand, but may not comment: its scopes are gist.", 1)]
    [InlineData("", "!!  GitHub token: it sees acme/brand, but may not comment: its scopes are none.", 1)]
    [InlineData(null, "??  GitHub token: it sees acme/brand. GitHub does not say whether such a token may comment", 0)]
    public async Task What_a_token_may_do_is_known_of_classic_tokens_only(string? scopes, string line, int exit)
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        scene.Emulator.AddToken(new GitHubToken("probe", "ann", IsUser: true) { Scopes = scopes });

        var (code, output, _) = await DoctorAsync(scene, "probe");

        output.ShouldContain(line);
        code.ShouldBe(exit, output);
    }

    [Fact]
    public async Task A_token_that_github_refuses_or_that_sees_nothing_is_wrong()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();

        var refused = await DoctorAsync(scene, "nobody");
        var blind = await DoctorAsync(scene, ActionScene.Token, "acme/elsewhere");

        refused.Output.ShouldContain("!!  GitHub token: GitHub refused it (401).");
        blind.Output.ShouldContain("!!  GitHub token: it does not see acme/elsewhere");
        (refused.Code, blind.Code).ShouldBe((1, 1));
    }

    [Theory]
    [InlineData("git@github.com:acme/brand.git", "acme/brand")]
    [InlineData("https://github.com/acme/brand", "acme/brand")]
    [InlineData("ssh://git@github.com/acme/brand.git/", "acme/brand")]
    [InlineData("../brand", null)]
    [InlineData("https://github.com/..", null)]
    public async Task The_repository_is_read_from_the_remote(string remote, string? repository)
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        scene.Git.Git("remote", "add", "origin", remote);

        var (_, output, _) = await Terminal.RunAsync(scene.Git.Path,
            Variables(("GITHUB_TOKEN", ActionScene.Token), ("GITHUB_API_URL", scene.Emulator.GitHubApi.AbsoluteUri)), ["doctor"]);

        output.ShouldContain(repository is null ? "no remote \"origin\" says" : $"it sees {repository}");
    }

    [Fact]
    public async Task The_token_goes_to_no_address_without_tls()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();

        var (code, output, _) = await Terminal.RunAsync(
            scene.Git.Path, Variables(("GITHUB_TOKEN", ActionScene.Token), ("GITHUB_REPOSITORY", "acme/brand"), ("GITHUB_API_URL", "http://example.com")),
                ["doctor"]);

        code.ShouldBe(1);
        output.ShouldContain("so the token was not sent");
    }

    [Theory]
    [InlineData("permissions:\n  pull-requests: write\n", "ok  Workflow: .github/workflows/datasets.yml uses the action and may comment.")]
    [InlineData("permissions:\n  contents: read\n", "??  Workflow: .github/workflows/datasets.yml uses the action and does not say")]
    public async Task The_workflow_says_whether_it_may_comment(string permissions, string line)
    {
        using var git = new GitRepository();
        git.Write("ideogram.yml", "name: Brand\nimages: ['*.png']\n");
        git.Write("a.png", TestImages.Png(seed: 1));
        git.Write(".github/workflows/datasets.yml", $"{permissions}jobs:\n  a:\n    steps:\n      - uses: ideogram-build/ideogram-build@v0\n");

        (await Terminal.RunAsync(git.Path, "doctor")).Output.ShouldContain(line);
    }

    [Fact]
    [Trait("Category", "Hostile")]
    public async Task A_name_cannot_forge_a_finding_or_a_workflow_command()
    {
        using var git = new GitRepository();
        git.Write("ideogram.yml", "name: \"x\\nok  Key: good\\r::error::\"\nimages: ['*.png']\n");
        git.Write("a.png", TestImages.Png(seed: 1));

        var (_, output, _) = await Terminal.RunAsync(git.Path, "doctor");

        output.Split('\n').ShouldNotContain(l => l.StartsWith("ok  Key", StringComparison.Ordinal) || l.StartsWith("::", StringComparison.Ordinal));
    }

    private static Task<TerminalResult> DoctorAsync(ActionScene scene, string token, string repository = ActionScene.Repository) => Terminal.RunAsync(
        scene.Git.Path, Variables(("GITHUB_TOKEN", token), ("GITHUB_REPOSITORY", repository), ("GITHUB_API_URL", scene.Emulator.GitHubApi.AbsoluteUri)),
            ["doctor"]);

    private static Dictionary<string, string> Variables(params (string Name, string Value)[] variables) =>
        variables.ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal);
}
