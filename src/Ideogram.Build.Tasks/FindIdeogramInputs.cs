using Ideogram.Build.Datasets.Validation;
using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace Ideogram.Build.Tasks;

/// <summary>A folder changed, but no file that the last validation read. Checks whether a file that the manifests name appeared or disappeared.</summary>
[MSBuildMultiThreadableTask]
public sealed class FindIdeogramInputs : Task
{
    /// <summary>The manifests for which files were looked for in the folder.</summary>
    [Required]
    public ITaskItem[] Manifests { get; set; } = [];

    /// <summary>Full path of the folder that holds the state of the last validation.</summary>
    [Required]
    public string StateFolder { get; set; } = "";

    /// <summary>Those of them that must be validated again.</summary>
    [Output]
    public ITaskItem[] Changed { get; private set; } = [];

    /// <inheritdoc />
    public override bool Execute()
    {
        var folder = new StateFolder(StateFolder);
        var last = BuildState.Read(folder);
        var isWhole = File.Exists(folder.State);
        string[] manifests = [.. Manifests.Select(ManifestItem.PathOf)];

        // Listed before and after the folders' times are taken: a file that appears in between is seen either here or by the next build.
        DatasetState[] before = [.. manifests.Zip(InputLister.List(manifests), (manifest, inputs) => DatasetState.Capture(manifest, "", inputs, folder))];
        var after = InputLister.List(manifests);
        var changed = new List<ITaskItem>();
        var unchanged = new List<DatasetState>();
        for (var i = 0; i < manifests.Length; i++)
        {
            if (after[i].HasErrors || last.Find(manifests[i]) is not { } dataset || !dataset.HasFilesOf(before[i])
                || !before[i].HasNamesOf(DatasetState.Capture(manifests[i], "", after[i], folder)))
                changed.Add(Manifests[i]);
            else
                unchanged.Add(before[i] with { Settings = dataset.Settings, FileTimes = dataset.FileTimes });
        }

        Changed = [.. changed];
        if (unchanged.Count > 0)
            folder.Remember(f => last.With(unchanged).Write(f, isWhole), new DiagnosticLog(Log));
        return !Log.HasLoggedErrors;
    }
}
