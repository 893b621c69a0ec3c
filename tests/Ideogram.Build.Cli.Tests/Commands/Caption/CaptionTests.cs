using Ideogram.Build.Cli.Output;
using Ideogram.Build.Cli.Tests.World;

namespace Ideogram.Build.Cli.Tests.Commands.Caption;

/// <summary><c>caption</c> as somebody types it: nothing is sent without a yes, and a pull request shows what was written.</summary>
[Trait("Category", "Api2026")]
public sealed class CaptionTests
{
    [Fact]
    public async Task A_dry_run_names_the_images_and_the_number_of_paid_calls_and_needs_neither_key_nor_network()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();

        var run = await Terminal.RunAsync(scene.Git.Path, "caption", "--dry-run", "--max", "2");

        run.Code.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("  describe brand/photos/p1.png (");
        run.Output.ShouldContain("  describe brand/photos/p2.png (");
        run.Output.ShouldEndWith("ideogram: 2 images without a caption, 2 paid calls; 1 more call without --max\n");
        scene.Emulator.CountRequests().ShouldBe(0);
    }

    [Fact]
    public async Task Where_nobody_can_say_yes_nothing_is_sent()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();

        var run = await Terminal.RunAsync(scene.Git.Path, scene, "caption");

        run.Code.ShouldBe(2);
        run.Errors.ShouldContain("3 paid calls cost money, and no person can confirm them here. Run again with --yes");
        scene.Emulator.CountRequests().ShouldBe(0);
    }

    [Theory]
    [InlineData("y", 0, 3)]
    [InlineData("Yes", 0, 3)]
    [InlineData("n", 2, 0)]
    [InlineData("", 2, 0)]
    [InlineData(null, 2, 0)]
    public async Task A_person_is_asked_and_only_a_yes_is_a_yes(string? answer, int code, int calls)
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        await using var output = new StringWriter();
        var variables = new Dictionary<string, string>(StringComparer.Ordinal) { [AppHost.KeyVariable] = ActionScene.Key };
        using var answers = new StringReader(answer is null ? "" : answer + "\n");
        var host = new AppHost(output, output, variables, scene.Git.Path, new ImpatientTime()) { Answers = answers };

        var exit = await CommandLine.RunAsync(["caption", "--api-url", scene.Address], host, TestContext.Current.CancellationToken);

        exit.ShouldBe(code, output.ToString());
        output.ToString().ShouldContain("ideogram: 3 images without a caption, 3 paid calls\nGo on? [y/N] ");
        scene.Emulator.CountRequests("describe").ShouldBe(calls);
    }

    [Fact]
    public async Task What_is_written_is_shown_by_the_pull_request()
    {
        await using var scene = await ActionScene.SetAsync();
        var main = scene.Begin();
        (await scene.PushAsync(main)).ExitCode.ShouldBe(0);
        // The new files are in the work tree, and the branch takes them.
        var run = await Terminal.RunAsync(scene.Git.Path, scene, "caption", "--yes", "--style");
        var pull = scene.Open(1, _ => { });

        var plan = await scene.PullRequestAsync(pull);

        run.Code.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("  wrote    brand/photos/p1.json\n");
        run.Output.ShouldContain("ideogram: 3 captions written, 0 errors\nRead the captions");
        plan.ExitCode.ShouldBe(0, plan.Log);
        var comment = scene.Comments(1).ShouldHaveSingleItem().Body;
        comment.ShouldContain("3 captions");
        comment.ShouldContain("high_level_description");

        var merge = await scene.PushAsync(scene.Squash(pull), main);
        (merge.Outputs["uploaded"], merge.Outputs["captions-sent"]).ShouldBe(("0", "3"), merge.Log);
    }

    [Fact]
    public async Task What_has_a_caption_is_not_asked_again_and_with_nothing_to_do_no_key_is_needed()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        (await Terminal.RunAsync(scene.Git.Path, scene, "caption", "--yes")).Code.ShouldBe(0);
        scene.Emulator.ForgetRequests();

        var again = await Terminal.RunAsync(scene.Git.Path, "caption", "--yes");

        again.Code.ShouldBe(0, again.Errors);
        again.Output.ShouldBe("ideogram: 0 images without a caption, 0 paid calls\n");
        scene.Emulator.CountRequests().ShouldBe(0);
    }

    [Theory]
    [InlineData("status:code=401,route=describe", 3, "IDEO5002")]
    [InlineData("status:code=402,reject-reason=insufficient_funds,route=describe", 1, "IDEO5003")]
    [InlineData("status:code=422,route=describe,nth=1", 1, "IDEO5301")]
    public async Task What_went_wrong_is_a_coded_line_and_the_exit_code(string fault, int code, string rule)
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        scene.Emulator.SetFaults(fault);

        var run = await Terminal.RunAsync(scene.Git.Path, scene, "caption", "--yes");

        run.Code.ShouldBe(code, run.Output);
        run.Output.ShouldContain($".png(1,1): error {rule}: ");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("many")]
    public async Task A_number_of_calls_that_is_none_is_exit_2(string max)
    {
        using var git = new GitRepository();

        (await Terminal.RunAsync(git.Path, "caption", "--max", max)).Code.ShouldBe(2);
    }
}
