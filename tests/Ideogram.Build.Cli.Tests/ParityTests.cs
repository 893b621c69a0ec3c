using System.Text.RegularExpressions;
using System.Xml.Linq;
using Ideogram.Build.Cli.ActionRuns;
using Ideogram.Build.Cli.Tests.World;
using YamlDotNet.RepresentationModel;

namespace Ideogram.Build.Cli.Tests;

public sealed partial class ParityTests
{
    private const string ContainerFile = "action.yml";
    private const string ToolFile = "tool/action.yml";

    private static readonly string Page = File.ReadAllText(Checkout.PathOf("docs/action.md"));

    [Fact]
    public void Action_yml_and_the_code_name_the_same_inputs() => Keys("inputs").ShouldBe(ActionInputs.Names, ignoreOrder: true);

    [Fact]
    public void Action_yml_and_the_page_name_the_same_inputs() => Keys("inputs").ShouldBe(Rows("Inputs"), ignoreOrder: true);

    [Fact]
    public void Action_yml_and_the_page_name_the_same_outputs() => Keys("outputs").ShouldBe(Rows("Outputs"), ignoreOrder: true);

    [Fact]
    public async Task Action_yml_and_the_code_name_the_same_outputs()
    {
        await using var scene = await ActionScene.SetAsync();
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

    [Fact]
    public void The_action_for_any_runner_has_the_same_inputs_and_outputs_and_one_more()
    {
        Texts(ToolFile, "inputs").Where(i => i.Key != "source").ShouldBe(Texts(ContainerFile, "inputs"));
        Texts(ToolFile, "outputs")
            .Select(o => KeyValuePair.Create(o.Key, o.Value.Replace($" | ${{{{ steps.run.outputs.{o.Key} }}}}", "", StringComparison.Ordinal)))
            .ShouldBe(Texts(ContainerFile, "outputs"));
        Rows("Any runner").ShouldBe(Keys("inputs", ToolFile).Except(Keys("inputs")));
    }

    [Fact]
    public void The_action_for_any_runner_gives_every_input_and_puts_none_into_a_script()
    {
        var steps = ((YamlSequenceNode)Root(ToolFile)["runs"]["steps"]).Children;
        var given = (YamlMappingNode)steps.Single(s => s is YamlMappingNode step && step.Children.TryGetValue("id", out var id) && (string?)id == "run")["env"];

        foreach (var input in Keys("inputs"))
            ((string?)given[$"INPUT_{input.ToUpperInvariant().Replace('-', '_')}"]).ShouldBe($"${{{{ inputs.{input} }}}}");
        foreach (var step in steps.Cast<YamlMappingNode>().Where(s => s.Children.ContainsKey("run")))
            ((string?)step["run"])!.ShouldNotContain("${{");
    }

    [Fact]
    public void The_action_for_any_runner_installs_the_tool_of_its_version() =>
        File.ReadAllText(Checkout.PathOf(ToolFile)).ShouldContain(
            $" VERSION: {XDocument.Load(Checkout.PathOf("Directory.Build.props")).Descendants("Version").Single().Value}\n");

    private static YamlNode Root(string file = ContainerFile)
    {
        var yaml = new YamlStream();
        using var text = File.OpenText(Checkout.PathOf(file));
        yaml.Load(text);
        return yaml.Documents[0].RootNode;
    }

    private static List<KeyValuePair<string, string>> Texts(string file, string section) =>
    [
        .. from entry in (YamlMappingNode)Root(file)[section]
           select KeyValuePair.Create((string)entry.Key!, string.Join(" | ", ((YamlMappingNode)entry.Value).Children.Values.Select(v => (string?)v))),
    ];

    private static List<string> Keys(string section, string file = ContainerFile) =>
        [.. ((YamlMappingNode)Root(file)[section]).Children.Keys.Select(k => ((YamlScalarNode)k).Value!)];

    private static List<string> Rows(string heading)
    {
        var section = Page[Page.IndexOf($"## {heading}\n", StringComparison.Ordinal)..];
        section = section[..section.IndexOf("\n## ", 4, StringComparison.Ordinal)];
        return [.. Row().Matches(section).Select(m => m.Groups["name"].Value)];
    }

    [GeneratedRegex("^\\| `(?<name>[a-z-]+)` \\|", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();
}
