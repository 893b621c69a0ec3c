using System.Text;
using Ideogram.Build.Cli.Tests.World;

namespace Ideogram.Build.Cli.Tests;

/// <summary>Sets as people bring them, which would spoil a training without a word: what a reviewer, a log and a terminal say of each.</summary>
[Trait("Category", "Silence")]
public sealed class FieldSceneTests
{
    private const string Boxes =
        """{"high_level_description":"A","compositional_deconstruction":{"background":"b","elements":[{"type":"obj","desc":"d","bbox":[0,0,500,500]}]}}""";

    /// <summary>Each scene: its files, the code, and the sentence that names them.</summary>
    public static TheoryData<string, (string Path, byte[] Bytes)[], string, string> Scenes => new()
    {
        {
            "turned by EXIF only, with a box in its caption",
            [("a.jpg", TestImages.Jpeg(600, 512, options: new() { Orientation = 6 })), ("a.json", Encoding.UTF8.GetBytes(Boxes))], "IDEO2031", "'photos/a.jpg'"
        },
        { "a mark with noise below its transparency", [("mark.png", Mark())], "IDEO2032", "have transparent parts" },
        {
            "twenty phone photographs", [.. Enumerable.Range(10, 20).Select(i => ($"PXL_{i}.jpg", Phone(i)))], "IDEO2015",
            "'photos/PXL_10.jpg', 'photos/PXL_11.jpg', 'photos/PXL_12.jpg' and 17 more hold further pictures"
        },
        {
            "one picture twice", [("a.png", Canvas.Png(Canvas.Motif(7))), ("half.png", Canvas.Png(Canvas.Motif(7), 520, 520))], "IDEO4030",
            "Nearly the same picture (1 pair)"
        },
        {
            "a caption in Windows-1252", [("a.jpg", TestImages.Jpeg(600, 512)), ("a.txt", [.. "the mug"u8, 0x92, .. "s handle"u8])], "IDEO3003",
            "It looks like Windows-1252"
        },
        {
            "a caption in a Markdown fence", [("a.jpg", TestImages.Jpeg(600, 512)), ("a.json", Encoding.UTF8.GetBytes($"```json\n{Boxes}\n```\n"))], "IDEO3020",
            "Remove line 1 and line 3"
        },
    };

    [Theory]
    [MemberData(nameof(Scenes))]
    public async Task A_scene_of_the_field_is_named_in_every_face(string name, (string Path, byte[] Bytes)[] files, string code, string says)
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Git.Write("brand/ideogram.yml", "name: Brand\nimages:\n  - 'photos/*.{jpg,png}'\n");
        scene.Git.Write("brand/photos/z.jpg", TestImages.Jpeg(600, 512, seed: 99));
        scene.Git.Commit("A brand");
        var pull = scene.Open(1, git => files.ToList().ForEach(f => git.Write("brand/photos/" + f.Path, f.Bytes)));

        var run = await scene.PullRequestAsync(pull, inputs: new Dictionary<string, string>(StringComparer.Ordinal) { ["health"] = "true" });

        foreach (var text in new[] { scene.Comments(1).ShouldHaveSingleItem().Body, run.Summary, run.Log })
        {
            text.ShouldContain(code, customMessage: name);
            Plain(text).ShouldContain(Plain(says), customMessage: name);
        }

        run.Log.ShouldMatch($"::(error|warning) file=brand/[^\n]*{code}");
        var terminal = await Terminal.RunWithHealthAsync(scene.Git.Path, "validate");
        terminal.Output.ShouldContain(says, customMessage: name);
    }

    [Fact]
    public async Task Near_duplicates_have_their_pictures_also_where_errors_leave_no_plan()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Git.Write("brand/sets/ideogram.yml", "name: Brand\nimages:\n  - '../photos/*.png'\n  - '*.png'\n");
        scene.Git.Commit("A brand");
        var pull = scene.Open(1, git =>
        {
            git.Write("brand/photos/a.png", Canvas.Png(Canvas.Motif(7)));
            git.Write("brand/sets/half.png", Canvas.Png(Canvas.Motif(7), 520, 520));
            git.Write("brand/sets/broken.png", "no image");
        });

        await scene.PullRequestAsync(pull, inputs: new Dictionary<string, string>(StringComparer.Ordinal) { ["health"] = "true" });

        var comment = scene.Comments(1).ShouldHaveSingleItem().Body;
        comment.ShouldContain("a merge uploads nothing");
        comment.ShouldContain($"/blob/{pull.Head}/brand/photos/a.png?raw=true");
        comment.ShouldContain($"/blob/{pull.Head}/brand/sets/half.png?raw=true");
    }

    [Fact]
    public async Task A_caption_in_UTF_16_is_sent_as_what_it_says()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Git.Write("brand/ideogram.yml", "name: Brand\nimages:\n  - 'photos/*.jpg'\n");
        scene.Git.Write("brand/photos/a.jpg", TestImages.Jpeg());
        scene.Git.Write("brand/photos/a.txt", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("a red mug")]);
        var main = scene.Git.Commit("A brand");

        var run = await scene.PushAsync(main);

        run.ExitCode.ShouldBe(0, run.Log);
        scene.Emulator.Datasets().ShouldHaveSingleItem().Files.ShouldHaveSingleItem().Caption.ShouldBe("a red mug");
    }

    // Markdown and HTML write quotes and commands in their own way.
    private static string Plain(string text) => new([.. text.Replace("&#39;", "", StringComparison.Ordinal).Replace("<code>", "", StringComparison.Ordinal)
        .Replace("</code>", "", StringComparison.Ordinal).Where(c => char.IsLetterOrDigit(c) || c == ' ')]);

    private static byte[] Mark()
    {
        var noise = Canvas.Motif(3);
        return Canvas.Png((x, y) => (noise(x, y), ((x - 0.5) * (x - 0.5)) + ((y - 0.5) * (y - 0.5)) < 0.1 ? 255 : 0), 600, 600, alpha: true);
    }

    private static byte[] Phone(int seed) =>
        [0xFF, 0xD8, 0xFF, 0xE2, 0, 6, .. "MPF\0"u8, .. TestImages.Jpeg(seed: seed).AsSpan(2), .. TestImages.Jpeg(seed: 1000 + seed)];
}
