using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace Ideogram.Build.Tasks;

/// <summary>Compares what the last validation read with what is there now. It runs in every build, so it touches nothing of the libraries that the other tasks
/// need.</summary>
[MSBuildMultiThreadableTask]
public sealed class CompareIdeogramInputs : Task
{
    /// <summary>Full path of the folder that holds the state of the last validation.</summary>
    [Required]
    public string StateFolder { get; set; } = "";

    /// <summary>What the project file says about the datasets.</summary>
    [Required]
    public string Settings { get; set; } = "";

    /// <summary>Whether the settings or a file that was read changed, or nothing is remembered: the datasets must be validated again.</summary>
    [Output]
    public bool FilesChanged { get; private set; }

    /// <summary>Whether a folder changed in which files were looked for: one may have come or gone.</summary>
    [Output]
    public bool FoldersChanged { get; private set; }

    /// <inheritdoc />
    public override bool Execute()
    {
        var last = BuildState.TryRead(new StateFolder(StateFolder));
        FilesChanged = last is null || last.Settings != Settings || !last.HasFileTimes();
        FoldersChanged = last?.HasFolderTimes() != true;
        return true;
    }
}
