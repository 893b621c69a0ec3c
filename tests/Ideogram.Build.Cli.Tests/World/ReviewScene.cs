using System.Text.RegularExpressions;

namespace Ideogram.Build.Cli.Tests.World;

/// <summary>What the tests of reviewed plans share.</summary>
internal static class ReviewScene
{
    public const string OnChange = "update: revision\ntraining: {base: ideogram-v4, model-name: Acme Brand, start: on-change}\n";

    /// <summary>Inputs: nothing is sent without a review.</summary>
    public static Dictionary<string, string> All { get; } = new(StringComparer.Ordinal) { ["require-reviewed-plan"] = "all" };

    /// <summary>Inputs: a training may start.</summary>
    public static Dictionary<string, string> Train { get; } = new(StringComparer.Ordinal) { ["allow-training"] = "true" };

    public static Action<GitRepository> Add(string name, int seed) => git => git.Write($"brand/photos/{name}.png", TestImages.Png(seed: seed));

    /// <summary>A further commit on the pull request's branch that no run sees.</summary>
    public static Pull Sneak(ActionScene scene, Pull pull, Action<GitRepository> edit)
    {
        scene.Git.Git("checkout", "--quiet", "-B", "sneak", pull.Head);
        edit(scene.Git);
        var head = scene.Git.Commit("Words only [skip ci]");
        scene.Git.Git("checkout", "--quiet", "--detach", pull.Base);
        scene.Git.Git("merge", "--quiet", "--no-ff", "--message", "Test merge", head);
        return pull with { Head = head, Merge = scene.Git.Tip };
    }

    /// <summary>The first line of the only comment, as a person reads it.</summary>
    public static string First(ActionScene scene, int number) => Visible(scene.Comments(number).ShouldHaveSingleItem().Body).Split('\n')[0];

    /// <summary>Markdown as a person reads it.</summary>
    public static string Visible(string markdown) => Regex.Replace(markdown, "<[^>]*>", "", RegexOptions.None, TimeSpan.FromSeconds(1)).TrimStart();
}
