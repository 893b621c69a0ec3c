using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ideogram.Build.Cli.GitHub.Events;
using Ideogram.Build.Cli.Output;
using Ideogram.Build.Datasets.Files;
using Ideogram.Build.Sync.Api;

namespace Ideogram.Build.Cli.ActionRuns;

/// <summary>What a step gives to the runner: outputs, the job summary, and files for later steps. All of it is outside the workspace.</summary>
internal sealed class RunnerFiles(GitHubEnvironment environment, Redactor redactor)
{
    /// <summary>The most bytes of a job summary: over 1 MiB the runner drops all of it.</summary>
    public const int MaxSummaryBytes = 1_000_000;

    private const int MaxReports = 1_000;

    /// <summary>Sets outputs. Values may have several lines.</summary>
    public async Task OutputAsync(IReadOnlyDictionary<string, string> outputs)
    {
        if (environment.OutputFile is null)
            return;
        var text = new StringBuilder();
        foreach (var (name, value) in outputs)
        {
            // A delimiter that cannot be guessed: no value can end itself and begin another output.
            var delimiter = "end-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            text.Append(name).Append("<<").Append(delimiter).Append('\n').Append(redactor.Clean(value)).Append('\n').Append(delimiter).Append('\n');
        }

        await AppendAsync(environment.OutputFile, text.ToString());
    }

    /// <summary>Adds to the job summary.</summary>
    public async Task SummaryAsync(string markdown)
    {
        if (environment.SummaryFile is not null)
            await AppendAsync(environment.SummaryFile, redactor.Clean(markdown) + "\n");
    }

    /// <summary>Writes the report where later steps find it.</summary>
    /// <returns>Its path relative to the runner's temp folder, which has another path outside the container; null if there is no such folder.</returns>
    public string? Report(string json)
    {
        if (environment.TempFolder is null)
            return null;
        var step = new string([.. (environment.ActionId ?? "report").Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '-')]);
        // Two uses in one composite action have the same step.
        var name = Enumerable.Range(1, MaxReports).Select(n => n == 1 ? $"{step}.json" : string.Create(CultureInfo.InvariantCulture, $"{step}-{n}.json"))
            .FirstOrDefault(n => !Path.Exists(Path.Combine(environment.TempFolder, "ideogram-build", n))) ?? $"{step}.json";
        FileWriter.Replace(Path.Combine(environment.TempFolder, "ideogram-build", name), Encoding.UTF8.GetBytes(json), environment.TempFolder);
        return $"ideogram-build/{name}";
    }

    // These two files are the runner's own, made for this step outside the workspace; earlier steps wrote to them, so text is only added.
#pragma warning disable RS0030
    private static Task AppendAsync(string file, string text) => File.AppendAllTextAsync(file, text);
#pragma warning restore RS0030
}
