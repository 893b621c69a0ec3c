using System.CommandLine;
using Ideogram.Build.Cli.Output;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Cli.Commands;

/// <summary>The options of a command.</summary>
/// <param name="Manifests">Files, folders or globs; none for everything below the current folder.</param>
/// <param name="Format"><c>text</c>, <c>json</c> or <c>github</c>.</param>
/// <param name="ReportFile">The file for the JSON report.</param>
/// <param name="Api">Where Ideogram is, and how patiently it is asked.</param>
internal sealed record CommandOptions(IReadOnlyList<string> Manifests, string Format, string? ReportFile, ApiOptions Api)
{
    /// <summary>How long to wait until the dataset shows what was sent; null for the default.</summary>
    public TimeSpan? Settle { get; init; }

    /// <summary>Whether an upload may start trainings.</summary>
    public bool AllowTraining { get; init; }

    /// <summary>The most trainings that the run may start.</summary>
    public int MaxTrainings { get; init; } = 1;

    /// <summary>Whether to look for what would spoil a training.</summary>
    public bool ChecksHealth { get; init; }

    /// <summary>How much is printed.</summary>
    public TextDetail Detail { get; init; }

    /// <summary>For a plan: fail if an upload would change anything.</summary>
    public bool FailOnDrift { get; init; }
}

/// <summary>The arguments and options that the commands share.</summary>
internal sealed class SharedOptions
{
    private static readonly TimeSpan MaxSettle = TimeSpan.FromMinutes(10);

    private readonly Argument<string[]> _manifests = new("manifest")
    {
        Description = "Manifests, folders or globs; none: every ideogram.yml and *.ideogram.yml below the current folder",
        Arity = ArgumentArity.ZeroOrMore,
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string> _format = new("--format")
    {
        Description = "text, json, or github (workflow commands)",
        HelpName = "text|json|github",
        DefaultValueFactory = _ => "text"
    };
    private readonly Option<string?> _report = new("--report") { Description = "Also write the report as JSON into this file", HelpName = "file" };
    private readonly Option<bool> _quiet = new("--quiet") { Description = "Print only problems and the last line" };
    private readonly Option<bool> _verbose = new("--verbose") { Description = "Also print what does not change" };
    private readonly ApiArguments _api = new();

    private readonly Option<string?> _settle = new("--settle")
    {
        Description = "How long to look in the dataset for a sent file that it does not show yet (default 20s, at most 10m)",
        HelpName = "20s|500ms",
    };

    private readonly Option<bool> _noHealth = new("--no-health") { Description = "Do not look for what would spoil a training, such as near duplicates" };

    public SharedOptions()
    {
        _settle.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && Duration.Parse(text, MaxSettle) is null)
                result.AddError($"--settle must be a duration such as 20s or 500ms, at most 10m, but it is {MessageText.Quote(text)}.");
        });
        _format.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } format and not ("text" or "json" or "github"))
                result.AddError($"--format must be text, json or github, but it is {MessageText.Quote(format)}.");
        });

        // The parser reads an unknown option as a manifest's name.
        _manifests.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(t => t.Value.StartsWith('-')))
                result.AddError(NamesAndOptions.UnknownOption(token.Value, result));
            if (result.Tokens.Any(t => t.Value.Length == 0))
                result.AddError("The name of a manifest is empty. Give a name, or none.");
        });
    }

    public void AddTo(Command command, bool withApi, bool sends = false, bool withReport = true, bool withHealth = false)
    {
        if (sends)
            command.Add(_settle);
        command.Add(_manifests);
        if (withReport)
        {
            command.Add(_quiet);
            command.Add(_verbose);
            command.Validators.Add(result =>
            {
                if (result.GetResult(_quiet) is { Implicit: false } && result.GetResult(_verbose) is { Implicit: false })
                    result.AddError("--quiet and --verbose exclude each other. Give one of them.");
            });
            command.Add(_format);
            command.Add(_report);
        }

        if (withHealth)
            command.Add(_noHealth);
        if (withApi)
            _api.AddTo(command);
    }

    public CommandOptions Read(ParseResult parsed, bool withApi) => new(
        parsed.GetValue(_manifests) ?? [],
        parsed.GetResult(_format) is null ? "text" : parsed.GetValue(_format)!,
        parsed.GetResult(_report) is null ? null : parsed.GetValue(_report),
        withApi ? _api.Read(parsed) : new ApiOptions(null, null))
    {
        Detail = Is(parsed, _quiet) ? TextDetail.Quiet : Is(parsed, _verbose) ? TextDetail.Verbose : TextDetail.Normal,
        Settle = parsed.GetResult(_settle) is null || parsed.GetValue(_settle) is not { } settle ? null : Duration.Parse(settle, MaxSettle),
        ChecksHealth = parsed.CommandResult.Command.Options.Contains(_noHealth) && !parsed.GetValue(_noHealth),
    };

    private static bool Is(ParseResult parsed, Option<bool> option) => parsed.GetResult(option) is not null && parsed.GetValue(option);
}
