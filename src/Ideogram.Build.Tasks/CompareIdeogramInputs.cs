using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace Ideogram.Build.Tasks;

/// <summary>Compares what the last validation read with what is there now. It runs in every build, so it uses no type of the libraries that the other tasks
/// need.</summary>
[MSBuildMultiThreadableTask]
public sealed class CompareIdeogramInputs : Task
{
    /// <summary>The manifests, with the metadata that Ideogram.Build.props explains.</summary>
    [Required]
    public ITaskItem[] Manifests { get; set; } = [];

    /// <summary>Full path of the folder that holds the state of the last validation.</summary>
    [Required]
    public string StateFolder { get; set; } = "";

    /// <summary>The manifests that must be validated again: a file that was read or the item's metadata changed, or nothing is remembered.</summary>
    [Output]
    public ITaskItem[] Changed { get; private set; } = [];

    /// <summary>Of the others those for which files were looked for in a folder that changed: one may have come or gone.</summary>
    [Output]
    public ITaskItem[] Uncertain { get; private set; } = [];

    /// <inheritdoc />
    public override bool Execute()
    {
        var last = BuildState.Read(new StateFolder(StateFolder));
        List<ITaskItem> changed = [], uncertain = [];
        foreach (var item in ManifestItem.Distinct(Manifests))
        {
            var dataset = last.Find(ManifestItem.PathOf(item));
            if (dataset is null || dataset.Settings != ManifestItem.Settings(item) || !dataset.HasFileTimes())
                changed.Add(item);
            else if (!dataset.HasFolderTimes())
                uncertain.Add(item);
        }

        (Changed, Uncertain) = ([.. changed], [.. uncertain]);
        return true;
    }
}
