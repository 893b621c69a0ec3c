using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace Ideogram.Build.Tasks;

/// <summary>Logs the warnings of the last validation again when nothing has changed: a skipped check must not look like a clean one.</summary>
[MSBuildMultiThreadableTask]
public sealed class ReplayIdeogramWarnings : Task
{
    /// <summary>The manifests.</summary>
    [Required]
    public ITaskItem[] Manifests { get; set; } = [];

    /// <summary>Full path of the folder that holds the state of the last validation.</summary>
    [Required]
    public string StateFolder { get; set; } = "";

    /// <inheritdoc />
    public override bool Execute()
    {
        try
        {
            var log = new DiagnosticLog(Log);
            var warnings = WarningFile.Read(new StateFolder(StateFolder).Warnings);
            foreach (var warning in ManifestItem.Paths(Manifests).SelectMany(m => warnings[m]))
                log.Say(warning);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            // A validation of the same project in another build has just found no more warnings.
        }

        return !Log.HasLoggedErrors;
    }
}
