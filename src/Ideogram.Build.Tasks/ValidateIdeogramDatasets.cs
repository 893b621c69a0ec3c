using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Validation;
using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace Ideogram.Build.Tasks;

/// <summary>Validates the manifests of a project, offline, and logs every problem at its file, line and column.</summary>
[MSBuildMultiThreadableTask]
public sealed class ValidateIdeogramDatasets : Task, ICancelableTask, IIncrementalTask, IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();

    /// <summary>The manifests, with the metadata that Ideogram.Build.props explains.</summary>
    [Required]
    public ITaskItem[] Manifests { get; set; } = [];

    /// <summary>Full path of the folder for the result.</summary>
    [Required]
    public string StateFolder { get; set; } = "";

    /// <summary>Those of them that changed; the others are as the last validation found them.</summary>
    [Required]
    public ITaskItem[] Changed { get; set; } = [];

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
            log.Error(BuildRules.NotUpToDate, "The datasets have changed since the last validation: build without -question.");
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
        var last = BuildState.Read(folder);
        var changed = new HashSet<string>(ManifestItem.Paths(Changed), ManifestItem.Comparer);
        var missing = items.Where(i => changed.Contains(i.Manifest)).Select(i => (i.Manifest, Problem: MissingManifest.Find(i)))
            .Where(m => m.Problem is not null).ToDictionary(m => m.Manifest, m => m.Problem!, ManifestItem.Comparer);
        List<DatasetItem> present = [.. items.Where(i => !missing.ContainsKey(i.Manifest))];
        changed.UnionWith(Neighbours(present, States(), last));
        var before = States();
        var options = new ValidatorOptions
        {
            CacheFolder = folder.Path,
            CheckHealth = true,
            CheckHealthOnlyOf = [.. present.Where(i => i.ChecksHealth).Select(i => Path.GetFullPath(i.Manifest))],
        };
        var datasets = new DatasetValidator(options)
            .Validate([.. present.Select(i => i.Manifest)], changed.Contains, _cancellation.Token)
            .GroupBy(d => d.ManifestPath, ManifestItem.Comparer).ToDictionary(g => g.Key, g => g.First(), ManifestItem.Comparer);
        var after = States();

        var remembered = WarningFile.Read(folder.Warnings);
        var (states, warnings) = (new List<DatasetState>(), new List<(string, Diagnostic)>());
        foreach (var item in items)
        {
            var isValidated = datasets.TryGetValue(Path.GetFullPath(item.Manifest), out var dataset);
            if (isValidated)
                Log.LogMessage(MessageImportance.Normal, LogText.Line(Summary(dataset!)));
            List<Diagnostic> problems = missing.TryGetValue(item.Manifest, out var problem) ? [problem]
                : isValidated ? [.. Problems(item, dataset!)]
                : [.. remembered[item.Manifest]];
            problems.ForEach(log.Say);

            // What has an error is not remembered: the next build says it again. And what changed meanwhile belongs to the next build.
            var state = !isValidated ? last.Find(item.Manifest)
                : before.TryGetValue(item.Manifest, out var was) && was.HasNamesOf(after[item.Manifest]) ? was
                : null;
            if (state is null || problem is not null || problems.Exists(d => d.IsError))
                continue;
            states.Add(state);
            warnings.AddRange(problems.Select(d => (item.Manifest, d)));
        }

        folder.Remember(f => Remember(f, new BuildState(states), isWhole: states.Count == items.Count, warnings), log);

        Dictionary<string, DatasetState> States()
        {
            List<DatasetItem> list = [.. present.Where(i => changed.Contains(i.Manifest))];
            return list.Zip(InputLister.List(list.Select(i => i.Manifest), _cancellation.Token), (i, inputs) =>
                DatasetState.Capture(i.Manifest, i.Settings, inputs, folder)).ToDictionary(d => d.Manifest, ManifestItem.Comparer);
        }
    }

    // Those that look into the same folders: what one manifest takes there the other need not speak of.
    private static IEnumerable<string> Neighbours(IReadOnlyList<DatasetItem> items, Dictionary<string, DatasetState> changed, BuildState last)
    {
        var folders = new HashSet<string>(changed.Values.SelectMany(c => c.Folders.Concat(last.Find(c.Manifest)?.Folders ?? [])), StringComparer.Ordinal);
        return items.Select(i => i.Manifest).Where(m => last.Find(m)?.Folders.Any(folders.Contains) == true);
    }

    private static IEnumerable<Diagnostic> Problems(DatasetItem item, Dataset dataset)
    {
        var all = dataset.Diagnostics.Concat(item.Limits.Check(dataset.Assets));
        return item.OnlyWarns ? all.Select(d => d with { Severity = Severity.Warning }) : all;
    }

    private static void Remember(StateFolder folder, BuildState state, bool isWhole, IReadOnlyList<(string Manifest, Diagnostic Warning)> warnings)
    {
        WarningFile.Write(folder.Warnings, warnings);
        state.Write(folder, isWhole);
    }

    private static string Summary(Dataset dataset)
    {
        var name = dataset.Manifest is { } manifest ? MessageText.Quote(manifest.Name) : "without a readable manifest";
        var captions = dataset.Assets.Count(a => a.Caption is not null);
        return FormattableString.Invariant($"Ideogram dataset {name}: {Count(dataset.Assets.Count, "image")}, {Count(captions, "caption")}")
            + Broken(dataset) + FormattableString.Invariant($" ({dataset.ManifestPath})");
    }

    private static string Broken(Dataset dataset) => dataset.Broken > 0 ? FormattableString.Invariant($", {dataset.Broken} cannot be used") : "";

    private static string Count(int number, string what) => FormattableString.Invariant($"{number} {what}{(number == 1 ? "" : "s")}");
}
