using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace EndToEnd;

/// <summary>Plays a composite action as GitHub's runner does: step by step, each in the shell that it names, with expressions replaced in its
/// settings.</summary>
/// <param name="file">The action, relative to the checkout.</param>
/// <param name="temp">The folder that <c>runner.temp</c> is.</param>
internal sealed partial class CompositeAction(string file, string temp)
{
    private readonly YamlMappingNode _action = Load(file);
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal) { ["runner.temp"] = temp, ["github.token"] = "" };

    /// <summary>Everything that the steps printed.</summary>
    public string Log { get; private set; } = "";

    /// <summary>What the action gives to later steps.</summary>
    public IReadOnlyDictionary<string, string> Outputs => ((YamlMappingNode)_action["outputs"])
        .Children.ToDictionary(o => (string)o.Key!, o => Evaluate((string)o.Value["value"]!));

    /// <summary>Plays all steps until one fails.</summary>
    /// <param name="environment">What the runner gives to each step.</param>
    /// <param name="inputs">The step's <c>with</c>.</param>
    /// <returns>The exit code of the last step.</returns>
    public async Task<int> RunAsync(IReadOnlyDictionary<string, string> environment, IReadOnlyDictionary<string, string> inputs)
    {
        foreach (var (name, input) in (YamlMappingNode)_action["inputs"])
            _values[$"inputs.{(string)name!}"] = inputs.GetValueOrDefault((string)name!) ?? Evaluate((string)input["default"]!);
        foreach (var step in ((YamlSequenceNode)_action["runs"]["steps"]).Children.Cast<YamlMappingNode>().Where(IsWanted))
        {
            var exit = await StepAsync(step, environment);
            if (exit != 0)
                return exit;
        }

        return 0;
    }

    private bool IsWanted(YamlMappingNode step)
    {
        if (Text(step, "if") is not { } condition)
            return true;
        var match = Unequal().Match(condition);
        match.Success.ShouldBeTrue($"This player does not know the condition {condition}.");
        return Value(match.Groups["left"].Value) != match.Groups["right"].Value;
    }

    private async Task<int> StepAsync(YamlMappingNode step, IReadOnlyDictionary<string, string> environment)
    {
        Text(step, "shell").ShouldBe("bash");
        var (script, output) = (Path.Combine(temp, $"{Guid.NewGuid()}.sh"), Path.Combine(temp, $"output-{Guid.NewGuid()}"));
        await File.WriteAllTextAsync(script, Evaluate(Text(step, "run")!), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(output, "", TestContext.Current.CancellationToken);
        var variables = new Dictionary<string, string>(environment, StringComparer.Ordinal) { ["GITHUB_OUTPUT"] = output, ["RUNNER_TEMP"] = temp };
        if (step.Children.TryGetValue("env", out var settings))
        {
            foreach (var (name, value) in (YamlMappingNode)settings)
                variables[(string)name!] = Evaluate((string)value!);
        }

        var folder = Text(step, "working-directory") is { } other ? Evaluate(other) : environment["GITHUB_WORKSPACE"];
        var (exit, printed) = await TestProcess.RunAsync(folder, variables, "bash", "--noprofile", "--norc", "-eo", "pipefail", script);
        Log += printed;
        if (Text(step, "id") is { } id)
            Take(id, await File.ReadAllTextAsync(output, TestContext.Current.CancellationToken));
        return exit;
    }

    // name=value, or name<<delimiter, lines, delimiter.
    private void Take(string id, string outputs)
    {
        var lines = new Queue<string>(outputs.Split('\n'));
        while (lines.TryDequeue(out var line))
        {
            if (line.Split("<<", 2) is [var name, var delimiter])
            {
                var value = new List<string>();
                while (lines.TryDequeue(out var next) && next != delimiter)
                    value.Add(next);
                _values[$"steps.{id}.outputs.{name}"] = string.Join('\n', value);
            }
            else if (line.Split('=', 2) is [var key, var text])
            {
                _values[$"steps.{id}.outputs.{key}"] = text;
            }
        }
    }

    private string Evaluate(string text) => Expression().Replace(text, m => Value(m.Groups["name"].Value));

    private string Value(string name) => _values.GetValueOrDefault(name, "");

    private static string? Text(YamlMappingNode node, string key) => node.Children.TryGetValue(key, out var value) ? (string?)value : null;

    private static YamlMappingNode Load(string file)
    {
        var yaml = new YamlStream();
        using var text = new StringReader(Checkout.Read(file));
        yaml.Load(text);
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    [GeneratedRegex(@"\$\{\{ (?<name>[a-z.-]+) \}\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Expression();

    [GeneratedRegex("^(?<left>[a-z.-]+) != '(?<right>[^']*)'$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unequal();
}
