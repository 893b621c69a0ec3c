using System.Text.RegularExpressions;
using Ideogram.Build.Action.Running;
using Ideogram.Build.Action.Tests.World;
using YamlDotNet.RepresentationModel;

namespace Ideogram.Build.Action.Tests;

public sealed partial class ParityTests
{
    private static readonly string Page = File.ReadAllText(GitHubRulesTests.RepositoryFile("docs/action.md"));

    [Fact]
    public void Action_yml_and_the_code_name_the_same_inputs() => Keys("inputs").ShouldBe(ActionInputs.Names, ignoreOrder: true);

    [Fact]
    public void Action_yml_and_the_page_name_the_same_inputs() => Keys("inputs").ShouldBe(Rows("Inputs"), ignoreOrder: true);

    [Fact]
    public void Action_yml_and_the_page_name_the_same_outputs() => Keys("outputs").ShouldBe(Rows("Outputs"), ignoreOrder: true);

    [Fact]
    public async Task Action_yml_and_the_code_name_the_same_outputs()
    {
        await using var scene = await Scene.SetAsync();
        var sha = scene.Begin();
        var upload = await scene.PushAsync(sha);
        var matrix = await scene.PushAsync(sha, inputs: new Dictionary<string, string>(StringComparer.Ordinal) { ["mode"] = "matrix" });

        upload.Outputs.Keys.Concat(matrix.Outputs.Keys).ShouldBe(Keys("outputs"), ignoreOrder: true);
    }

    [Fact]
    public void The_page_states_the_defaults_of_action_yml()
    {
        foreach (var (name, input) in (YamlMappingNode)Root()["inputs"])
        {
            var value = ((YamlScalarNode)input["default"]).Value!;
            if (value.Length > 0)
                Page.ShouldContain($"| `{name}` | `{value}` |");
            else
                Page.ShouldContain($"| `{name}` | |");
        }
    }

    private static YamlNode Root()
    {
        var yaml = new YamlStream();
        using var text = File.OpenText(GitHubRulesTests.RepositoryFile("action.yml"));
        yaml.Load(text);
        return yaml.Documents[0].RootNode;
    }

    private static List<string> Keys(string section) => [.. ((YamlMappingNode)Root()[section]).Children.Keys.Select(k => ((YamlScalarNode)k).Value!)];

    private static List<string> Rows(string heading)
    {
        var section = Page[Page.IndexOf($"## {heading}\n", StringComparison.Ordinal)..];
        section = section[..section.IndexOf("\n## ", 4, StringComparison.Ordinal)];
        return [.. Row().Matches(section).Select(m => m.Groups["name"].Value)];
    }

    [GeneratedRegex("^\\| `(?<name>[a-z-]+)` \\|", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();
}
