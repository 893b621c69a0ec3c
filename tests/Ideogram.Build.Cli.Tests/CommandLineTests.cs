using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ideogram.Build.Cli.Tests.World;

namespace Ideogram.Build.Cli.Tests;

public sealed partial class CommandLineTests
{
    [Theory]
    [InlineData("validate", "--fromat", "json")]
    [InlineData("validate", "--format", "xml")]
    [InlineData("plan", "--nope")]
    [InlineData("frobnicate")]
    [InlineData("validate", "--api-url", "https://example.com")]
    [InlineData("upload", "--api-url", "http://example.com")]
    [InlineData("validate", "nothing/*.ideogram.yml")]
    [InlineData("validate", "--report", "")]
    [InlineData("validate", "--report", "brand")]
    [InlineData("upload", "--max-trainings", "-1")]
    [InlineData("train", "--max-trainings", "abc")]
    [InlineData("init", "--name", "", "brand")]
    public async Task Wrong_usage_is_exit_2_and_says_why(params string[] arguments)
    {
        using var git = Brand();

        var (code, output, errors) = await RunAsync(git, arguments);

        code.ShouldBe(2, output);
        errors.ShouldNotBeEmpty();
        errors.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_report_is_written_over_an_earlier_report_and_over_nothing_else()
    {
        using var git = Brand();
        var manifest = await File.ReadAllTextAsync(Path.Combine(git.Path, "brand", "ideogram.yml"), TestContext.Current.CancellationToken);

        (await RunAsync(git, "validate", "--report", "brand/ideogram.yml")).Code.ShouldBe(2);
        (await RunAsync(git, "validate", "--report", "report.json")).Code.ShouldBe(0);
        (await RunAsync(git, "validate", "--report", "report.json")).Code.ShouldBe(0);

        (await File.ReadAllTextAsync(Path.Combine(git.Path, "brand", "ideogram.yml"), TestContext.Current.CancellationToken)).ShouldBe(manifest);
    }

    [Fact]
    public async Task A_misspelt_manifest_gets_a_suggestion()
    {
        using var git = Brand();

        (await RunAsync(git, "validate", "brand/ideogarm.yml")).Output.ShouldContain("The manifest does not exist (did you mean 'ideogram.yml'?).");
        (await RunAsync(git, "validate", "bran")).Output.ShouldContain("The manifest does not exist (did you mean 'brand'?).");
    }

    [Fact]
    public async Task The_last_line_of_a_plan_says_that_a_dataset_has_errors()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        scene.Git.Write("brand/photos/p1.png", "no image");

        (await RunAsync(scene.Git, scene, "plan")).Output.TrimEnd().ShouldEndWith("ideogram: 1 dataset with errors");
    }

    [Fact]
    public async Task No_command_is_exit_2_and_prints_the_short_help()
    {
        using var git = Brand();

        var (code, output, errors) = await RunAsync(git);

        code.ShouldBe(2);
        output.ShouldBeEmpty();
        foreach (var command in new[] { "Usage:", "init", "validate", "preview", "plan", "upload", "train", "doctor", "action" })
            errors.ShouldContain(command);
    }

    [Fact]
    public async Task No_manifest_named_means_all_below_outside_of_built_folders()
    {
        using var git = Brand();
        git.Write("more/second.ideogram.yml", "name: Second\nimages: ['*.png']\n");
        git.Write("more/x.png", TestImages.Png(seed: 5));
        foreach (var skipped in new[] { "bin", "obj", "node_modules", ".hidden" })
            git.Write($"{skipped}/ideogram.yml", "nonsense");

        var (code, output, _) = await RunAsync(git, "validate");

        code.ShouldBe(0, output);
        output.ShouldContain("2 datasets, 2 images checked");
    }

    [Fact]
    public async Task A_glob_chooses_among_the_manifests()
    {
        using var git = Brand();
        git.Write("more/second.ideogram.yml", "nonsense");

        var (code, output, _) = await RunAsync(git, "validate", "br*/ideogram.yml");

        code.ShouldBe(0, output);
        output.ShouldContain("1 dataset, 1 image checked");
    }

    [Fact]
    public async Task Json_lists_each_problem_with_place_and_help()
    {
        using var git = Brand();
        git.Write("brand/ideogram.yml", "name: Brand\nimages: ['*.png']\ncaption: none\n");

        var (code, output, _) = await RunAsync(git, "validate", "--format", "json");

        code.ShouldBe(1);
        var problem = JsonNode.Parse(output)!.AsArray().ShouldHaveSingleItem()!;
        problem["file"]!.GetValue<string>().ShouldBe("brand/ideogram.yml");
        (problem["line"]!.GetValue<int>(), problem["column"]!.GetValue<int>()).ShouldBe((3, 1));
        problem["severity"]!.GetValue<string>().ShouldBe("error");
        problem["helpLink"]!.GetValue<string>().ShouldContain(problem["code"]!.GetValue<string>(), Case.Insensitive);
    }

    [Fact]
    public async Task Github_format_escapes_what_would_end_a_property()
    {
        using var git = Brand();
        git.Write("brand, and: more/ideogram.yml", "name: Brand\nimages: ['*.png']\n");

        var (_, output, _) = await RunAsync(git, "validate", "--format", "github");

        output.ShouldContain("file=brand%2C and%3A more/ideogram.yml,line=2,col=");
    }

    [Fact]
    public async Task Plan_and_upload_need_the_key_from_the_environment()
    {
        using var git = Brand();

        var (code, _, errors) = await RunAsync(git, "upload");

        code.ShouldBe(2);
        errors.ShouldContain("IDEOGRAM_API_KEY");
    }

    [Fact]
    public async Task Upload_uploads_and_check_then_finds_no_drift()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        var report = Path.Combine(scene.Git.Path, "out", "report.json");

        var before = await RunAsync(scene.Git, scene, "plan", "--check");
        var upload = await RunAsync(scene.Git, scene, "upload", "--report", report);
        var after = await RunAsync(scene.Git, scene, "plan", "--check");

        before.Code.ShouldBe(1, before.Output);
        upload.Code.ShouldBe(0, upload.Output);
        upload.Output.ShouldContain("3 uploaded, 0 failed, 0 unchanged");
        after.Code.ShouldBe(0, after.Output);
        JsonNode.Parse(await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken))!["success"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task An_api_that_nobody_answers_is_exit_3()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        await scene.Emulator.DisposeAsync();

        var (code, output, _) = await RunAsync(scene.Git, scene, "plan");

        code.ShouldBe(3, output);
        output.TrimEnd().ShouldEndWith("ideogram: remote state of 1 dataset not checked");
    }

    [Fact]
    public async Task Each_pause_before_another_try_is_said_on_standard_error_with_its_reason()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        await scene.Emulator.DisposeAsync();

        var (_, output, errors) = await RunAsync(scene.Git, scene, "plan", "--format", "json");

        var lines = errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBeGreaterThan(1, errors);
        lines.ShouldAllBe(l => l.StartsWith($"Ideogram could not be reached ({new Uri(scene.Address).Authority}: ", StringComparison.Ordinal)
            && PauseEnd().IsMatch(l), errors);
        errors.ShouldNotContain(ActionScene.Key);
        JsonNode.Parse(output)!["datasets"]!.AsArray().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_report_of_a_validation_plans_nothing()
    {
        using var git = Brand();

        (await RunAsync(git, "validate", "--report", "report.json")).Code.ShouldBe(0);

        var report = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(git.Path, "report.json"), TestContext.Current.CancellationToken))!;
        report["totals"]!["planned"]!.GetValue<int>().ShouldBe(0);
        report["datasets"]![0]!["images"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Validate_remembers_images_in_the_users_cache_and_writes_nothing_beside_them()
    {
        using var git = Brand();
        using var home = new GitRepository();
        var before = git.Git("status", "--porcelain", "--ignored");

        var (code, output, _) = await RunAsync(git, new Dictionary<string, string>(StringComparer.Ordinal) { ["XDG_CACHE_HOME"] = home.Path }, ["validate"]);

        code.ShouldBe(0, output);
        Directory.GetFiles(Path.Combine(home.Path, "ideogram-build")).ShouldHaveSingleItem();
        git.Git("status", "--porcelain", "--ignored").ShouldBe(before);
    }

    [Fact]
    public async Task A_cache_folder_that_is_not_a_full_path_is_none()
    {
        using var git = Brand();

        await RunAsync(git, new Dictionary<string, string>(StringComparer.Ordinal) { ["XDG_CACHE_HOME"] = "cache", ["HOME"] = "." }, ["validate"]);

        Directory.GetDirectories(git.Path).Select(Path.GetFileName).ShouldBe([".git", "brand"], ignoreOrder: true);
    }

    [Fact]
    public async Task What_git_does_not_hold_is_warned_of()
    {
        using var git = Brand();
        git.Write("brand/forgotten.png", TestImages.Png(seed: 2));

        var (code, output, _) = await RunAsync(git, "validate");

        code.ShouldBe(0, output);
        output.ShouldContain("IDEO4020");
        output.ShouldContain("forgotten.png");
    }

    [GeneratedRegex(@"\), trying again in [0-9]+(\.[0-9])? s\z", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex PauseEnd();

    private static GitRepository Brand()
    {
        var git = new GitRepository();
        git.Write("brand/ideogram.yml", "name: Brand\nimages: ['*.png']\n");
        git.Write("brand/a.png", TestImages.Png(seed: 1));
        File.SetLastWriteTimeUtc(Path.Combine(git.Path, "brand/a.png"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        git.Commit("The brand");
        return git;
    }

    private static Task<TerminalResult> RunAsync(GitRepository git, params string[] arguments) => Terminal.RunAsync(git.Path, arguments);

    private static Task<TerminalResult> RunAsync(GitRepository git, ActionScene scene, params string[] arguments) =>
        Terminal.RunAsync(git.Path, scene, arguments);

    private static Task<TerminalResult> RunAsync(GitRepository git, Dictionary<string, string> variables, string[] arguments) =>
        Terminal.RunAsync(git.Path, variables, arguments);
}
