using System.Text.Json;
using System.Text.RegularExpressions;
using Ideogram.Build.Cli.Output;
using Ideogram.Build.Cli.Tests.World;

namespace Ideogram.Build.Cli.Tests.Output;

/// <summary>Whatever names, captions, arguments and answers hold: no line that the program prints is a command for a CI system or a terminal.</summary>
public sealed partial class PrintedTextTests
{
    private static readonly string[] Hostile =
    [
        "##vso[task.setvariable variable=x]y", "##[error]forged", "::error::forged", "##teamcity[buildStop comment='x']", "section_start:1:x",
            "travis_fold:start:x",
        "--- x", "+++ x", "~~~ x", "a\u001b[2K\u001b]8;;https:evil.example\u0007b", "a\u202egnp.exe", "a\u200bb", "#\u00ad#vso[x]",
    ];

    public static TheoryData<string, string> Faces
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var command in new[] { "validate", "plan", "upload", "train" })
            {
                foreach (var format in new[] { "text", "json", "github" })
                    data.Add(command, format);
            }

            data.Add("doctor", "");
            data.Add("preview", "");
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Faces))]
    public async Task No_command_prints_a_command(string command, string format)
    {
        await using var scene = await ActionScene.SetAsync();
        for (var i = 0; i < Hostile.Length; i++)
            Write(scene.Git, Hostile[i].Replace('/', '_'), i);
        scene.Emulator.SetFaults("refuse:reason=##vso[task.complete]x,images=2;status:code=503,nth=1,route=list");

        var (_, output, errors) = command == "validate"
            ? await Terminal.RunAsync(scene.Git.Path, command, "--format", format)
            : await Terminal.RunAsync(scene.Git.Path, scene, [command, .. format.Length == 0 ? [] : new[] { "--format", format }]);

        output.ShouldContain("x");
        if (format == "json")
            JsonDocument.Parse(output).Dispose();
        Obeyed(output + errors).ShouldBeEmpty();
    }

    [Fact]
    public async Task Json_decodes_to_the_names_as_they_are()
    {
        using var git = new GitRepository();
        git.Write("##vso[x]/ideogram.yml", "nonsense");

        var (_, output, _) = await Terminal.RunAsync(git.Path, "validate", "--format", "json", "--report", "report.json");

        output.ShouldNotContain("##");
        JsonDocument.Parse(output).RootElement[0].GetProperty("file").GetString().ShouldBe("##vso[x]/ideogram.yml");
        var report = await File.ReadAllTextAsync(Path.Combine(git.Path, "report.json"), TestContext.Current.CancellationToken);
        report.ShouldNotContain("##");
        JsonDocument.Parse(report).RootElement.GetProperty("datasets")[0].GetProperty("manifest").GetString().ShouldBe("##vso[x]/ideogram.yml");
    }

    [Theory]
    [InlineData("validate")]
    [InlineData("init")]
    public async Task An_init_and_wrong_usage_print_no_command(string command)
    {
        using var git = new GitRepository();
        foreach (var hostile in Hostile)
        {
            var name = hostile.Replace('/', '_');
            git.Write($"{name}/a.png", TestImages.Png(seed: 1));
            git.Write($"{name}/.github/workflows/{name}.yml", "uses: ideogram-build/ideogram-build@v0");
            string[][] forms = [[command, "--", name], [command, "--format", name], [command, "--name", name, name], [command, "--" + name], [name],
                [command, "--api-url", name], [command, "--report", name]];
            foreach (var form in forms)
            {
                var (_, output, errors) = await Terminal.RunAsync(git.Path, form);

                (output + errors).ShouldNotBeEmpty();
                Obeyed(output + errors).ShouldBeEmpty(string.Join(' ', form));
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("matrix")]
    [InlineData("report")]
    [InlineData("##vso[task.complete]x")]
    public async Task The_action_prints_no_command_but_its_own(string mode)
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        var pull = scene.Open(1, git =>
        {
            for (var i = 0; i < Hostile.Length; i++)
                Write(git, Hostile[i].Replace('/', '_'), i);
        });

        var run = await scene.PullRequestAsync(pull, inputs: new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["mode"] = mode,
            ["reports"] = "##vso[x]",
            ["comment-key"] = "##vso[x]"
        });

        run.Log.ShouldContain("::");
        Obeyed(run.Log).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_matrix_holds_no_command_and_decodes_to_the_names()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Git.Write("##vso[x]/ideogram.yml", "name: Brand\nimages: ['*.png']\n");

        var run = await scene.PushAsync(scene.Begin(), inputs: new Dictionary<string, string>(StringComparer.Ordinal) { ["mode"] = "matrix" });

        run.Outputs["matrix"].ShouldNotContain("##");
        JsonDocument.Parse(run.Outputs["matrix"]).RootElement.GetProperty("include")[0].GetProperty("manifests").GetString().ShouldBe("##vso[x]/ideogram.yml");
    }

    // Each line goes through LogText, or is this program's own words: nothing is printed past it.
    [Fact]
    public void Everything_that_is_printed_goes_through_one_function()
    {
        var top = Path.GetDirectoryName(Checkout.PathOf("README.md"))!;
        var printed = Directory.EnumerateFiles(Path.Combine(top, "action"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal))
            .SelectMany(f => Printing().Matches(File.ReadAllText(f)).Select(m => $"{Path.GetRelativePath(top, f)}: {m.Value}"))
            .ToList();

        printed.Count.ShouldBeGreaterThan(8);
        printed.Where(p => !Clean().IsMatch(p)).ShouldBeEmpty();
    }

    private static void Write(GitRepository git, string text, int number)
    {
        git.Write($"{number}/{text}/ideogram.yml", $"name: {JsonSerializer.Serialize(text)}\nimages: "
            + $"['**/*.png', {JsonSerializer.Serialize(text + ".jpg")}]\n{JsonSerializer.Serialize(text)}: 1\n");
        git.Write($"{number}/{text}/{text}.png", TestImages.Png(seed: number));
        git.Write($"{number}/{text}/{text}.json", $"{{{JsonSerializer.Serialize(text)}: 1}}");
        git.Write($"{number}/good/{text}.png", TestImages.Png(seed: 100 + number));
        git.Write($"{number}/good/{text}.txt", text);
        git.Write($"{number}/good/{text}.ideogram.yml", $"name: {JsonSerializer.Serialize(text)}\nimages: ['*.png']\nupdate: keep-stale\n");
    }

    private static List<string> Obeyed(string printed) =>
        [.. printed.Split('\n').Select(l => l.TrimEnd('\r')).SelectMany(l => CiCommands.In(Own().Replace(l, "own "))).Where(c => c != "\t")];

    [GeneratedRegex(@"\A::(add-mask::|(notice|warning|error) (title|file)=[^:\n]*::)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Own();

    [GeneratedRegex(@"(host\.(Out|Error)|writer|inner|Console\.\w+)\.Write(Line)?(Async)?\([^;]*;", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Printing();

    [GeneratedRegex("""LogText\.|Unexpected\.Line|WorkflowCommand\.|ReportWriter\.Json|\(Shells\[|\(redactor\.Clean\(command\)\)|\("[^"{]*"\)""",
        RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Clean();
}
