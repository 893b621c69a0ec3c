using System.Text.RegularExpressions;
using Ideogram.Build.Tasks.Tests.Support;
using Microsoft.Build.Framework;

namespace Ideogram.Build.Tasks.Tests.Tasks;

public sealed class ValidateTaskTests : IDisposable
{
    private readonly Workspace _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public void A_sound_dataset_is_one_line_at_normal_importance()
    {
        _work.WriteManifest();
        _work.WriteImage("photos/a.png");
        var run = new TaskRun(_work);

        run.Execute().ShouldBeTrue();

        var line = run.Engine.Messages.ShouldHaveSingleItem();
        line.Importance.ShouldBe(MessageImportance.Normal);
        line.Message.ShouldStartWith("Ideogram dataset 'Acme Brand': 1 image, 0 captions");
    }

    [Fact]
    public void A_misspelt_key_is_an_error_at_its_line_and_column()
    {
        _work.Write("ideogram.yml", "name: Acme\nimagse:\n  - '*.png'\n");
        var run = new TaskRun(_work);

        run.Execute().ShouldBeFalse();

        var error = run.Engine.Errors.First(e => e.Code == "IDEO1010");
        error.File.ShouldBe(_work.PathOf("ideogram.yml"));
        (error.LineNumber, error.ColumnNumber).ShouldBe((2, 1));
    }

    [Fact]
    public void A_name_with_a_bracket_keeps_its_text_in_an_annotation()
    {
        var line = $"a.jpg(1,1): error IDEO2003: {DiagnosticLog.Text("'photo [1].jpg' is broken. Leave it out.", isOnGitHub: true)} [/w/Shop.csproj]";

        // The regular expression of actions/setup-dotnet.
        var match = Regex.Match(
            line,
            @"^([^\s].*)\((\d+)(?:,\d+|,\d+,\d+)?\):\s+(error|warning)\s+([a-zA-Z]+(?<!MSB)\d+):\s*(?<message>.*?)\s+\[(.*?)\]$",
            RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(5));

        match.Groups["message"].Value.ShouldBe(@"'photo \u005b1].jpg' is broken. Leave it out.");
        DiagnosticLog.Text("'photo [1].jpg'", isOnGitHub: false).ShouldBe("'photo [1].jpg'");
    }

    [Fact]
    public void An_error_has_a_start_but_no_end_so_that_CI_matchers_find_it()
    {
        _work.Write("ideogram.yml", "naem: Acme\n");
        var run = new TaskRun(_work);

        run.Execute();

        run.Engine.Errors.ShouldAllBe(e => e.EndLineNumber == 0 && e.EndColumnNumber == 0 && e.Subcategory == null);
    }

    [Fact]
    public void An_error_links_to_its_help()
    {
        _work.Write("ideogram.yml", "naem: Acme\n");
        var run = new TaskRun(_work);

        run.Execute();

        run.Engine.Errors[0].HelpLink.ShouldEndWith("docs/diagnostics.md#ideo1010");
    }

    [Fact]
    public void A_broken_image_is_an_error_at_the_image()
    {
        _work.WriteManifest();
        _work.Write("photos/a.png", "no image");
        var run = new TaskRun(_work);

        run.Execute().ShouldBeFalse();

        run.Engine.Errors.ShouldContain(e => e.File == _work.PathOf("photos/a.png") && e.LineNumber == 1 && e.ColumnNumber == 1);
    }

    [Fact]
    public void Text_from_a_manifest_that_looks_like_a_format_string_is_said_as_it_is()
    {
        _work.Write("ideogram.yml", "name: Acme\n'{0}{1': 1\nimages: ['*.png']\n");
        var run = new TaskRun(_work);

        run.Execute();

        run.Engine.Errors.ShouldContain(e => e.Message!.Contains("{0}{1", StringComparison.Ordinal));
    }

    [Fact]
    public void Names_from_a_manifest_cannot_forge_a_line_or_a_log_command()
    {
        _work.WriteImage("photos/a.png");
        _work.Write("ideogram.yml", "name: \"x\\n::error::forged ##[error]y\"\nimages: ['photos/*.png']\n");
        var run = new TaskRun(_work);

        run.Execute();

        var said = run.Engine.Errors.Select(e => e.Message).Concat(run.Engine.Messages.Select(m => m.Message)).ToList();
        said.ShouldNotBeEmpty();
        said.SelectMany(m => CiCommands.In(m!)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("##vso[task.complete]x")]
    [InlineData("##teamcity[buildStop]")]
    [InlineData("--- x")]
    [InlineData("a\u001b[2Kb")]
    public void Names_of_folders_and_images_cannot_forge_a_log_command(string name)
    {
        _work.WriteManifest(images: "**/*.png");
        _work.Write($"{name}/{name}.png", "no image");
        var run = new TaskRun(_work);

        run.Execute();

        var said = run.Engine.Errors.SelectMany(e => new[] { e.Message!, e.File });
        run.Engine.Errors.ShouldNotBeEmpty();
        said.SelectMany(CiCommands.In).ShouldBeEmpty();
    }

    [Fact]
    public void After_an_error_nothing_is_remembered()
    {
        _work.WriteManifest();
        var run = new TaskRun(_work);

        run.Execute().ShouldBeFalse();

        run.Remembered.ShouldBeFalse();
    }

    [Fact]
    public void A_cancelled_task_stops_without_an_error_and_remembers_nothing()
    {
        _work.WriteManifest();
        _work.WriteImage("photos/a.png");
        var run = new TaskRun(_work);

        run.Task.Cancel();

        run.Execute().ShouldBeFalse();
        run.Engine.Errors.ShouldBeEmpty();
        run.Remembered.ShouldBeFalse();
    }

    [Fact]
    public void Under_question_work_to_do_is_an_error_and_none_is_done()
    {
        _work.WriteManifest();
        _work.WriteImage("photos/a.png");
        var run = new TaskRun(_work);
        run.Task.FailIfNotIncremental = true;

        run.Execute().ShouldBeFalse();

        run.Engine.Errors.ShouldHaveSingleItem().Code.ShouldBe("IDEO4092");
        run.Remembered.ShouldBeFalse();
    }

    [Fact]
    public void A_manifest_that_is_named_twice_is_one_dataset()
    {
        _work.WriteManifest();
        _work.WriteImage("photos/a.png");
        var run = new TaskRun(_work);
        run.Task.Manifests = [run.Item("ideogram.yml"), run.Item("ideogram.yml")];

        run.Execute().ShouldBeTrue();

        run.Engine.Messages.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_missing_manifest_is_an_error_that_names_it()
    {
        var run = new TaskRun(_work);

        run.Execute().ShouldBeFalse();

        run.Engine.Errors.ShouldHaveSingleItem().File.ShouldBe(_work.PathOf("ideogram.yml"));
    }

    [Fact]
    public void A_state_folder_that_cannot_be_written_is_a_warning()
    {
        _work.WriteManifest();
        _work.WriteImage("photos/a.png");
        _work.Write("obj", "a file where the folder should be");
        var run = new TaskRun(_work);

        run.Execute().ShouldBeTrue();

        run.Engine.Warnings.ShouldHaveSingleItem().Code.ShouldBe("IDEO4094");
    }
}
