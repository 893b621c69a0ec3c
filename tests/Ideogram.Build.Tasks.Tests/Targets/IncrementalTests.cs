using Ideogram.Build.Tasks.Tests.Support;

namespace Ideogram.Build.Tasks.Tests.Targets;

[Collection(InProcessCollection.Name)]
public sealed class IncrementalTests : IDisposable
{
    private readonly Workspace _work = new();

    public IncrementalTests()
    {
        InProcessBuild.WriteProject(_work);
        _work.WriteManifest();
        _work.WriteImage("photos/a.png", 1);
        _work.WriteImage("photos/b.png", 2);
        _work.Write("photos/a.txt", "a caption");
        _work.Write("photos/notes.md", "no part of the dataset");
    }

    public void Dispose() => _work.Dispose();

    [Fact]
    public void A_build_without_changes_runs_no_task_of_ours()
    {
        Build().Validations.ShouldBe(1);

        var second = Build();

        (second.Validations, second.Searches).ShouldBe((0, 0));
    }

    [Fact]
    public void A_changed_image_is_validated()
    {
        Build();
        _work.WriteImage("photos/a.png", 3);

        Build().Validations.ShouldBe(1);
    }

    [Theory]
    [InlineData("ideogram.yml", 1)]
    [InlineData("photos/a.png", 1)]
    [InlineData("photos/a.png", -1)]
    [InlineData("photos/a.txt", -1)]
    public void A_file_with_a_newer_or_an_older_time_is_validated(string file, int hours)
    {
        Build();
        _work.Touch(file, hours);

        Build().Validations.ShouldBe(1);
    }

    [Theory]
    [InlineData("photos/c.png")]
    [InlineData("photos/new/deep/c.png")]
    public void A_new_image_that_a_glob_matches_is_validated(string file)
    {
        Build();
        _work.WriteImage(file, 4);

        Build().Validations.ShouldBe(1);
        Build().Validations.ShouldBe(0);
    }

    [Fact]
    public void A_new_caption_is_validated()
    {
        Build();
        _work.Write("photos/b.txt", "another caption");

        Build().Validations.ShouldBe(1);
    }

    [Fact]
    public void A_changed_table_of_captions_is_validated()
    {
        _work.Write("captions.csv", "file_name,text\nphotos/b.png,a row\n");
        _work.Write("ideogram.yml", "name: Acme Brand\nimages: ['photos/*.png']\ncaptions-from: captions.csv\n");
        Build().Errors.ShouldBeEmpty();
        Build().Validations.ShouldBe(0);
        _work.Write("captions.csv", "file_name,text\nphotos/c.png,a row\n");

        Build().Errors.ShouldHaveSingleItem().Code.ShouldBe("IDEO3034");
    }

    [Fact]
    public void A_new_caption_without_an_image_is_warned_about()
    {
        Build();
        _work.Write("photos/c.txt", "a caption for nothing");

        Build().Warnings.ShouldHaveSingleItem().Code.ShouldBe("IDEO3008");
        _work.Touch("photos/c.txt");
        Build().Validations.ShouldBe(0);
    }

    [Theory]
    [Trait("Category", "Silence")]
    [InlineData("photos/IMG_1.PNG", "IDEO4024")]
    [InlineData("photos/more.heic", "IDEO4025")]
    [InlineData("photos/metadata.jsonl", "IDEO3040")]
    [InlineData("photos/b.tags", "IDEO3040")]
    public void What_appears_beside_and_is_not_taken_is_warned_about(string file, string code)
    {
        Build().Warnings.ShouldBeEmpty();
        _work.Write(file, "left beside");

        Build().Warnings.ShouldHaveSingleItem().Code.ShouldBe(code);
        Build().Validations.ShouldBe(0);
    }

    [Fact]
    public void A_new_image_that_no_manifest_names_but_that_shares_a_caption_is_seen()
    {
        Build();
        _work.WriteImage("photos/a.webp", 7);

        Build().Errors.ShouldHaveSingleItem().Code.ShouldBe("IDEO3010");
    }

    [Theory]
    [InlineData("photos/b.png")]
    [InlineData("photos/a.txt")]
    public void A_removed_file_is_validated(string file)
    {
        Build();
        File.Delete(_work.PathOf(file));

        Build().Validations.ShouldBe(1);
    }

    [Fact]
    public void A_removed_folder_is_validated()
    {
        _work.WriteImage("photos/old/c.png", 5);
        Build();
        Directory.Delete(_work.PathOf("photos/old"), recursive: true);

        Build().Validations.ShouldBe(1);
    }

    [Fact]
    public void A_renamed_image_is_validated()
    {
        Build();
        File.Move(_work.PathOf("photos/b.png"), _work.PathOf("photos/c.png"));

        Build().Validations.ShouldBe(1);
    }

    [Fact]
    public void A_touched_file_that_no_manifest_names_runs_nothing()
    {
        Build();
        _work.Touch("photos/notes.md");

        var log = Build();

        (log.Validations, log.Searches).ShouldBe((0, 0));
    }

    [Fact]
    public void A_new_file_that_no_manifest_names_costs_one_search_and_no_validation()
    {
        Build();
        _work.Write("photos/more.md", "no part of the dataset either");

        var second = Build();
        var third = Build();

        (second.Validations, second.Searches).ShouldBe((0, 1));
        (third.Validations, third.Searches).ShouldBe((0, 0));
    }

    [Fact]
    public void Another_setting_is_validated()
    {
        Build();
        InProcessBuild.WriteProject(_work, "<IdeogramDatasetUpload Include=\"ideogram.yml\" Severity=\"warning\" />");

        Build().Validations.ShouldBe(1);
    }

    [Fact]
    public void Question_passes_when_nothing_changed()
    {
        Build();

        new InProcessBuild(_work) { Question = true }.Run().Succeeded.ShouldBeTrue();
    }

    [Fact]
    public void Question_fails_when_an_image_came()
    {
        Build();
        _work.WriteImage("photos/c.png", 6);

        var log = new InProcessBuild(_work) { Question = true }.Run();

        log.Succeeded.ShouldBeFalse();
        log.Errors.ShouldHaveSingleItem().Code.ShouldBe("IDEO4092");
    }

    [Theory]
    [InlineData("")]
    [InlineData("half a fi")]
    [InlineData("a\u0001b\u0001c\u0001d")]
    [InlineData("%\u0001%\u0001%\u0001%\u0001%\u0001%\u0001whole")]
    [InlineData("\u0001\u0001\u0001\u0001\u0001\u0001whole")]
    public void A_corrupt_state_costs_one_validation(string content)
    {
        Build();
        _work.Write("obj/ideogram/state", content);

        Build().Validations.ShouldBe(1);
        Build().Validations.ShouldBe(0);
    }

    [Fact]
    public void A_lost_state_costs_one_validation()
    {
        Build();
        File.Delete(_work.PathOf("obj/ideogram/state"));

        Build().Validations.ShouldBe(1);
        Build().Validations.ShouldBe(0);
    }

    [Fact]
    public void Clean_removes_what_was_remembered()
    {
        Build();

        new InProcessBuild(_work).Run("Clean").Succeeded.ShouldBeTrue();

        Directory.Exists(_work.PathOf("obj/ideogram")).ShouldBeFalse();
        Build().Validations.ShouldBe(1);
    }

    [Fact]
    public void A_glob_over_the_whole_project_does_not_see_its_own_traces()
    {
        _work.WriteManifest("**/*.png");
        Build();
        Build();

        var third = Build();

        (third.Validations, third.Searches).ShouldBe((0, 0));
    }

    private BuildLog Build() => new InProcessBuild(_work).Run();
}
