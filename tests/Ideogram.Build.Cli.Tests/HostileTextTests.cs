using Ideogram.Build.Cli.Output;
using Ideogram.Build.Cli.Tests.World;
using Markdig;

namespace Ideogram.Build.Cli.Tests;

public sealed class HostileTextTests
{
    private const string Caption = "@octocat <img src=x onerror=alert(1)> [link](https://evil.example) ![pic](https://evil.example/p.png)\n::set-output "
        + "name=x::y\n##[error]forged\n</details> fixes #1 GH-2 acme/brand#3 :tada: 3f786850e387550fdab836ed7e6dc881de23001b "
        + "https://evil.example www.evil.example";

    // What GitHub would make something of outside of code.
    private static readonly string[] Live = ["@", "#1", "GH-2", "brand#3", ":tada:", "3f786850", "://evil.example", "www.evil", "::set-output", "##["];

    private static readonly string Emoji = string.Concat(Enumerable.Repeat("😀", 50)) + ":tada:" + "\u202Egnp.exe\u202C";

    [Fact]
    public async Task Names_captions_and_manifests_are_shown_as_text_everywhere()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin(1);
        var pull = scene.Open(1, git =>
        {
            git.Write("brand/ideogram.yml", "name: \"@acme <b>x</b> [l](https://evil.example) ::error::forged #1\"\nimages:\n  - '**/*.png'\n");
            git.Write("brand/@acme [x](https:evil.example) <i>.png", TestImages.Png(seed: 2));
            git.Write($"brand/{Emoji}.png", TestImages.Png(seed: 3));
            git.Write("brand/::error::forged.png", TestImages.Png(seed: 4));
            git.Write("brand/photos/p1.txt", Caption);
            git.Write("brand/photos/p1b.png", TestImages.Png(seed: 5));
            git.Write("brand/photos/p1b.txt", string.Concat(Enumerable.Repeat("😀\u202E\u2067", 200)) + "@octocat");
        });

        var run = await scene.PullRequestAsync(pull, inputs: new Dictionary<string, string>(StringComparer.Ordinal) { ["api-key"] = "" });

        run.ExitCode.ShouldBe(0, run.Log);
        foreach (var line in run.Log.Split('\n'))
        {
            line.ShouldNotContain("##[");
            if (line.TrimStart().StartsWith("::", StringComparison.Ordinal))
                line.ShouldMatch("^::(add-mask::|(notice|warning) (title|file)=)");
        }

        run.Log.EnumerateRunes().Any(r => r.Value is 0x202E or 0x202C or 0x1B).ShouldBeFalse();
        Rendered(scene.Comments(1).ShouldHaveSingleItem().Body, scene);
        Rendered(run.Summary, scene);
    }

    [Fact]
    public async Task A_value_cannot_begin_another_output()
    {
        await using var scene = await ActionScene.SetAsync();

        var run = await scene.PushAsync(scene.Begin());

        run.Outputs.Keys.ShouldBe(
            ["uploaded", "captions-sent", "failed", "unchanged", "dataset-ids", "models", "plan-digest", "report", "comment-url"], ignoreOrder: true);
    }

    // What a Markdown renderer makes of it: no link, picture or tag but this tool's own, and no mention outside code.
    internal static void Rendered(string markdown, ActionScene scene)
    {
        var html = Markdown.ToHtml(markdown, new MarkdownPipelineBuilder().UseAdvancedExtensions().Build());
        html.ShouldNotContain("<img src=x");
        html.ShouldNotContain("href=\"https://evil.example");
        html.ShouldNotContain("src=\"https://evil.example");
        html.ShouldNotContain("<b>x</b>");
        html.ShouldNotContain("<i>.png");
        html.ShouldNotContain("\u202E");
        foreach (var at in Live.SelectMany(text => AllIndexesOf(html, text)))
            InsideCodeOrAttribute(html, at).ShouldBeTrue(html[Math.Max(0, at - 60)..Math.Min(html.Length, at + 20)]);
        html.ShouldContain(scene.Emulator.BaseAddress.Authority);
    }

    private static IEnumerable<int> AllIndexesOf(string text, string part)
    {
        for (var at = text.IndexOf(part, StringComparison.Ordinal); at >= 0; at = text.IndexOf(part, at + 1, StringComparison.Ordinal))
            yield return at;
    }

    private static bool InsideCodeOrAttribute(string html, int at)
    {
        var before = html[..at];
        return before.LastIndexOf("<code>", StringComparison.Ordinal) > before.LastIndexOf("</code>", StringComparison.Ordinal)
            || before.LastIndexOf('<') > before.LastIndexOf('>');
    }
}
