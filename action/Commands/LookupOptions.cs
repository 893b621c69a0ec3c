using System.CommandLine;
using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Cli.Commands;

/// <summary>What the commands that look around at Ideogram share: a list, and <c>show</c> for one of it.</summary>
/// <param name="Name">The name or id of the one to show; null for the list.</param>
/// <param name="IsJson">Whether a program reads the output.</param>
/// <param name="Api">Where Ideogram is, and how patiently it is asked.</param>
internal sealed record LookupOptions(string? Name, bool IsJson, ApiOptions Api)
{
    /// <summary>The command and its <c>show</c>.</summary>
    /// <param name="kind">What is listed: "dataset" or "model".</param>
    /// <param name="description">What the list says.</param>
    /// <param name="details">What <c>show</c> says.</param>
    /// <param name="run">Runs it.</param>
    public static Command Command(string kind, string description, string details, Func<LookupOptions, CancellationToken, Task<int>> run)
    {
        var api = new ApiArguments();
        var format = new Option<string>("--format") { Description = "text or json", HelpName = "text|json", DefaultValueFactory = _ => "text" };
        format.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } asked and not ("text" or "json"))
                result.AddError($"--format must be text or json, but it is {MessageText.Quote(asked)}.");
        });
        var name = new Argument<string>("name") { Description = $"The {kind}'s name or id" };
        name.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(t => t.Value.StartsWith("--", StringComparison.Ordinal)))
                result.AddError(NamesAndOptions.UnknownOption(token.Value, result));
            if (result.Tokens.Any(t => t.Value.Length == 0))
                result.AddError($"The name of the {kind} is empty.");
        });
        var show = new Command("show", details) { name };
        var list = new Command($"{kind}s", description) { show };
        foreach (var command in new[] { list, show })
        {
            command.Add(format);
            api.AddTo(command);
            command.SetAction((parsed, token) =>
                run(new LookupOptions(command == show ? parsed.GetValue(name) : null, parsed.GetValue(format) == "json", api.Read(parsed)), token));
        }

        return list;
    }
}
