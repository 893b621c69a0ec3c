using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace Ideogram.Build.Tasks;

/// <summary>Names the files that the last validation read, for Visual Studio's check whether a build is needed.</summary>
[MSBuildMultiThreadableTask]
public sealed class ReadIdeogramInputs : Task
{
    /// <summary>Full path of the folder that holds the state of the last validation.</summary>
    [Required]
    public string StateFolder { get; set; } = "";

    /// <summary>Full paths of manifests, images, sidecars and archives; none if nothing is remembered.</summary>
    [Output]
    public string[] Files { get; private set; } = [];

    /// <inheritdoc />
    public override bool Execute()
    {
        Files = [.. BuildState.Read(new StateFolder(StateFolder)).Files];
        return true;
    }
}
