using Ideogram.Build.Datasets.Validation;
using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace Ideogram.Build.Tasks;

/// <summary>A folder changed, but none of the files that the last validation read: looks whether a file came or went that the manifests name.</summary>
[MSBuildMultiThreadableTask]
public sealed class FindIdeogramInputs : Task
{
    /// <summary>The manifests.</summary>
    [Required]
    public ITaskItem[] Manifests { get; set; } = [];

    /// <summary>Full path of the folder that holds the state of the last validation.</summary>
    [Required]
    public string StateFolder { get; set; } = "";

    /// <summary>Whether the datasets must be validated again.</summary>
    [Output]
    public bool Changed { get; private set; }

    /// <inheritdoc />
    public override bool Execute()
    {
        var folder = new StateFolder(StateFolder);
        var manifests = DatasetItem.Manifests(Manifests);
        var last = BuildState.TryRead(folder);

        // Listed before and after the folders' times are taken: a file that comes in between is seen either here or by the next build.
        var now = BuildState.Capture("", InputLister.List(manifests), folder);
        var inputs = InputLister.List(manifests);
        Changed = inputs.HasErrors || last is null || !last.HasFilesOf(now) || !now.HasNamesOf(BuildState.Capture("", inputs, folder));
        if (!Changed)
            folder.Remember(f => (now with { Settings = last!.Settings, FileTimes = last.FileTimes }).Write(f), new DiagnosticLog(Log));
        return !Log.HasLoggedErrors;
    }
}
