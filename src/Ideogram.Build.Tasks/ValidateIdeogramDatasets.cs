using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Validation;
using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace Ideogram.Build.Tasks;

/// <summary>Validates the manifests of a project, offline, and says every problem at its file, line and column.</summary>
[MSBuildMultiThreadableTask]
public sealed class ValidateIdeogramDatasets : Task, ICancelableTask, IIncrementalTask, IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();

    /// <summary>The manifests, with the metadata that Ideogram.Build.props explains.</summary>
    [Required]
    public ITaskItem[] Manifests { get; set; } = [];

    /// <summary>Full path of the folder that remembers the result.</summary>
    [Required]
    public string StateFolder { get; set; } = "";

    /// <summary>What the project file says about the datasets; another text makes the next build validate again.</summary>
    [Required]
    public string Settings { get; set; } = "";

    /// <summary>Set by <c>-question</c>: nothing may be done, and work that would be done is an error.</summary>
    public bool FailIfNotIncremental { get; set; }

    /// <inheritdoc />
    public void Cancel() => _cancellation.Cancel();

    /// <inheritdoc />
    public void Dispose() => _cancellation.Dispose();

    /// <inheritdoc />
    public override bool Execute()
    {
        var log = new DiagnosticLog(Log);
        if (FailIfNotIncremental)
        {
            log.Error(BuildRules.NotUpToDate, "The datasets have changed since they were validated last: build without -question.");
            return false;
        }

        try
        {
            Validate(log);
        }
        catch (OperationCanceledException)
        {
            return false;
        }

        return !Log.HasLoggedErrors;
    }

    private void Validate(DiagnosticLog log)
    {
        var items = DatasetItem.Read(Manifests, log);
        if (Log.HasLoggedErrors)
            return;

        var folder = new StateFolder(StateFolder);
        string[] manifests = [.. items.Select(i => i.Manifest)];
        var state = State();
        var datasets = new DatasetValidator(new ValidatorOptions { CacheFolder = folder.Path }).Validate(manifests, _cancellation.Token);

        var diagnostics = new List<Diagnostic>();
        for (var i = 0; i < items.Count; i++)
        {
            Log.LogMessage(MessageImportance.Normal, LogText.Line(Summary(datasets[i])));
            diagnostics.AddRange(Problems(items[i], datasets[i]));
        }

        foreach (var diagnostic in diagnostics)
            log.Say(diagnostic);

        // With an error nothing is remembered: the next build says it again. And what changed meanwhile belongs to the next build.
        if (!diagnostics.Exists(d => d.IsError) && state.HasNamesOf(State()))
            folder.Remember(f => Remember(f, state, diagnostics), log);

        BuildState State() => BuildState.Capture(Settings, InputLister.List(manifests, _cancellation.Token), folder);
    }

    private static IEnumerable<Diagnostic> Problems(DatasetItem item, Dataset dataset)
    {
        var all = dataset.Diagnostics.Concat(item.Limits.Check(dataset.Assets));
        return item.OnlyWarns ? all.Select(d => d with { Severity = Severity.Warning }) : all;
    }

    private static void Remember(StateFolder folder, BuildState state, IReadOnlyList<Diagnostic> warnings)
    {
        WarningFile.Write(folder.Warnings, warnings);
        state.Write(folder);
    }

    private static string Summary(Dataset dataset)
    {
        var name = dataset.Manifest is { } manifest ? MessageText.Quote(manifest.Name) : "without a readable manifest";
        var captions = dataset.Assets.Count(a => a.Caption is not null);
        return FormattableString.Invariant($"Ideogram dataset {name}: {Count(dataset.Assets.Count, "image")}, {Count(captions, "caption")} ")
            + FormattableString.Invariant($"({dataset.ManifestPath})");
    }

    private static string Count(int number, string what) => FormattableString.Invariant($"{number} {what}{(number == 1 ? "" : "s")}");
}
