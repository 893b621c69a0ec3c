using System.Text.RegularExpressions;
using Ideogram.Build.Cli.Tests.World;

namespace Ideogram.Build.Cli.Tests;

/// <summary>What a pull request is told without a key, beside the plan with a key: the same, or the larger claim where only Ideogram knows.</summary>
[Trait("Category", "Auto")]
public sealed partial class ForecastTests
{
    private const string AllAnew = "4 images into a new dataset";
    private const string AllImages = "images:\n  - '**/*.png'\n";
    private const string Archived = "images:\n  - '**/*.png'\n  - set.zip\n";
    private const string Structured = """{"high_level_description":"A mug","compositional_deconstruction":{"background":"wood","elements":[]}}""";

    private static readonly Dictionary<string, string> WithoutKey = new(StringComparer.Ordinal) { ["api-key"] = "" };

    [Theory]
    [InlineData("", "update: revision\n")]
    [InlineData("update: revision\n", "")]
    [InlineData("update: revision\n", "update: additive\n")]
    [InlineData("update: keep-stale\n", "update: revision\n")]
    public async Task Another_kind_of_target_is_another_dataset(string before, string after)
    {
        var said = await PlayAsync(before, git => Manifest(git, after));

        said.Without.ShouldBe(said.With);
        said.Without.ShouldBe((AllAnew, "0 new, 4 sent without a change"));
    }

    [Theory]
    [InlineData("update: keep-stale\n", "")]
    public async Task What_another_policy_can_find_is_the_larger_claim(string before, string after) =>
        (await PlayAsync(before, git => Manifest(git, after))).Without.ShouldBe((AllAnew, "0 new, 4 sent without a change"));

    [Theory]
    [InlineData("", "update: additive\n")]
    [InlineData("", "update: keep-stale\n")]
    [InlineData("update: additive\n", "")]
    [InlineData("update: additive\n", "update: keep-stale\n")]
    [InlineData("update: keep-stale\n", "update: additive\n")]
    public async Task A_policy_with_the_same_dataset_sends_nothing(string before, string after)
    {
        var said = await PlayAsync(before, git => Manifest(git, after));

        said.Without.ShouldBe(said.With);
        said.Without.ShouldBe(("nothing", "0 new, 4 unchanged"));
    }

    [Fact]
    public async Task Another_id_can_be_an_empty_dataset()
    {
        var said = await PlayAsync("", git => Manifest(git, "id: another\n"));

        said.Without.ShouldBe(("4 images", "0 new, 4 sent without a change"));
    }

    [Fact]
    public async Task Additive_with_another_name_and_an_edit_is_not_refused()
    {
        var said = await PlayAsync("update: additive\n", git =>
        {
            git.Write("brand/ideogram.yml", "name: Other\nimages:\n  - '**/*.png'\nupdate: additive\n");
            git.Write("brand/photos/p2.png", TestImages.Png(seed: 90));
        });

        said.Without.ShouldBe(said.With);
        said.Without.Sent.ShouldBe(AllAnew);
    }

    [Fact]
    public async Task Foreign_files_that_no_longer_count_are_the_larger_claim() =>
        (await PlayAsync("foreign: match\n", git => Manifest(git, "foreign: keep\n"))).Without.Sent.ShouldBe(AllAnew);

    [Theory]
    [InlineData("", "captions: none\n", "nothing", "0 new, 4 unchanged")]
    [InlineData("captions: none\n", "", "1 caption", "0 new, 1 with a new caption, 3 unchanged")]
    [InlineData("update: revision\n", "update: revision\ncaptions: none\n", AllAnew, "0 new, 1 without its caption, 3 sent without a change")]
    [InlineData("update: revision\ncaptions: none\n", "update: revision\n", AllAnew, "0 new, 1 with a new caption, 3 sent without a change")]
    public async Task Captions_that_are_switched_are_what_the_plan_says(string before, string after, string sent, string counts)
    {
        var said = await PlayAsync(before, git => Manifest(git, after));

        said.Without.ShouldBe(said.With);
        said.Without.ShouldBe((sent, counts));
    }

    [Theory]
    [InlineData("", AllAnew, "0 new, 1 without its caption, 3 sent without a change")]
    [InlineData("update: revision\n", AllAnew, "0 new, 1 without its caption, 3 sent without a change")]
    [InlineData("update: keep-stale\n", "nothing", "0 new, 1 with a caption that only the dataset has, 3 unchanged")]
    public async Task A_removed_caption_is_called_so(string update, string sent, string counts)
    {
        var said = await PlayAsync(update, git => git.Delete("brand/photos/p1.txt"));

        said.Without.ShouldBe((sent, counts));
        // Only with a key the dataset is known that all the rest was sent to before.
        said.With.ShouldBe((sent, update.Length == 0 ? counts.Replace("sent without a change", "sent again", StringComparison.Ordinal) : counts));
    }

    [Theory]
    [InlineData("A caption\nof two lines\n")]
    [InlineData("A caption\nof two lines")]
    [InlineData("\uFEFFA caption\r\nof two lines\r\n")]
    [InlineData(" A caption\nof two lines \n")]
    public async Task A_caption_that_is_only_written_in_another_way_is_no_edit(string written)
    {
        foreach (var update in new[] { "", "update: revision\n" })
        {
            var said = await PlayAsync(update, git => git.Write("brand/photos/p1.txt", "A caption\nof two lines\n\n"), written);

            said.Without.ShouldBe(said.With);
            said.Without.ShouldBe(("nothing", "0 new, 4 unchanged"));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("update: revision\n")]
    public async Task An_inline_caption_of_several_lines_is_no_edit(string update)
    {
        const string Inline = "images:\n  - '**/*.png'\n  - path: photos/p2.png\n    caption: |\n      Two\n      lines\n";
        var said = await PlayAsync(update, git => git.Write("README.md", "words"), images: Inline);

        said.Without.ShouldBe(said.With);
        said.Without.ShouldBe(("nothing", "0 new, 4 unchanged"));
    }

    [Theory]
    [InlineData("", "nothing")]
    [InlineData("update: revision\n", AllAnew)]
    public async Task A_structured_caption_in_another_format_is_an_edit_only_for_a_revision(string update, string sent)
    {
        var said = await PlayAsync(
            update,
            git => git.Write("brand/photos/p2.json", Structured),
            structured: "{\n  \"high_level_description\": \"A mug\",\n  \"compositional_deconstruction\": {\n    \"background\": \"wood\",\n    "
                + "\"elements\": []\n  }\n}\n");

        said.Without.ShouldBe(said.With);
        said.Without.Sent.ShouldBe(sent);
    }

    [Fact]
    public async Task An_image_at_the_path_of_another_that_moved_is_new()
    {
        var said = await PlayAsync("", git =>
        {
            git.Move("brand/photos/p1.png", "brand/photos/p9.png");
            git.Move("brand/photos/p1.txt", "brand/photos/p9.txt");
            git.Write("brand/photos/p1.png", TestImages.Png(seed: 91));
        });

        said.Without.ShouldBe(said.With);
        said.Without.ShouldBe(("1 image", "1 new, 1 renamed, 3 unchanged"));
    }

    [Fact]
    public async Task An_image_is_new_if_a_twin_of_the_former_one_stays()
    {
        var said = await PlayAsync("", git => git.Write("brand/photos/p4.png", TestImages.Png(seed: 92)), more: git =>
            git.Write("brand/photos/p5.png", TestImages.Png(seed: 4)));

        said.Without.Sent.ShouldBe(said.With.Sent);
        said.Without.Sent.ShouldBe("1 image");
        said.Without.Counts.ShouldStartWith("1 new, ");
    }

    [Theory]
    [InlineData("")]
    [InlineData("update: revision\n")]
    public async Task Another_archive_is_the_larger_claim_and_no_edit(string update)
    {
        var said = await PlayArchiveAsync(update, Repacked());

        said.With.Sent.ShouldBe("nothing");
        said.Without.ShouldBe(("6 images into a new dataset", "2 new, 4 sent without a change"));
    }

    [Fact]
    public async Task Another_archive_under_additive_is_new_and_no_warning()
    {
        var said = await PlayArchiveAsync("update: additive\n", Repacked());

        said.With.ShouldBe(("nothing", "0 new, 6 unchanged"));
        said.Without.ShouldBe(("2 images", "2 new, 4 unchanged"));
        said.Log.ShouldNotContain("IDEO6012");
    }

    [Theory]
    [InlineData("", "captions: none\n", "nothing")]
    [InlineData("captions: none\n", "", "2 captions")]
    [InlineData("update: revision\n", "update: revision\ncaptions: none\n", "6 images into a new dataset")]
    public async Task Captions_in_an_archive_are_switched_with_the_others(string before, string after, string sent)
    {
        var said = await PlayArchiveAsync(before, git => Manifest(git, after, Archived));

        said.Without.Sent.ShouldBe(said.With.Sent);
        said.Without.Sent.ShouldBe(sent);
    }

    private static Action<GitRepository> Repacked() => git => git.Write("brand/set.zip", TestZip.Create(
        ("b.png", TestImages.Png(seed: 31)), ("a.txt", "In an archive"u8.ToArray()), ("a.png", TestImages.Png(seed: 30))));

    private static Task<Said> PlayArchiveAsync(string update, Action<GitRepository> edit) => PlayAsync(update, edit, images: Archived, more: git =>
        git.Write("brand/set.zip", TestZip.Create(
            ("a.png", TestImages.Png(seed: 30)), ("a.txt", "In an archive"u8.ToArray()), ("b.png", TestImages.Png(seed: 31)))));

    private static void Manifest(GitRepository git, string more, string images = AllImages) =>
        git.Write("brand/ideogram.yml", $"name: Brand\n{images}{more}");

    // An upload from main, then the edit.
    private static async Task<Said> PlayAsync(
        string policies, Action<GitRepository> edit, string caption = "A caption\nof two lines\n", string? structured = null, string images = AllImages,
        Action<GitRepository>? more = null)
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin(4);
        Manifest(scene.Git, policies, images);
        scene.Git.Write("brand/photos/p1.txt", caption);
        if (structured is not null)
            scene.Git.Write("brand/photos/p2.json", structured);
        more?.Invoke(scene.Git);
        scene.Git.Commit("What is uploaded");
        var upload = await Terminal.RunAsync(scene.Git.Path, scene, "upload");
        upload.Code.ShouldBe(0, upload.Output + upload.Errors);
        var pull = scene.Open(1, edit);
        var without = await scene.PullRequestAsync(pull, inputs: WithoutKey);
        var with = await scene.PullRequestAsync(pull);
        return new Said(Words(without), Words(with), without.Log);
    }

    private static (string Sent, string Counts) Words(RunResult run)
    {
        var sent = SentPattern().Match(run.Summary);
        var counts = CountsPattern().Match(run.Summary);
        return (sent.Groups["sent"].Value, counts.Value);
    }

    private sealed record Said((string Sent, string Counts) Without, (string Sent, string Counts) With, string Log);

    [GeneratedRegex("a merge uploads (?<sent>[^,\\n]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SentPattern();

    [GeneratedRegex("[0-9]+ new(, [0-9]+ [a-z ]+[a-z])*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CountsPattern();
}
