using Ideogram.Build.Datasets.Diagnostics;
using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace Ideogram.Build.Tasks;

/// <summary>No <c>IdeogramDatasetUpload</c> item is left after evaluation: says why, since nothing is validated then.</summary>
[MSBuildMultiThreadableTask]
public sealed class WarnWithoutIdeogramDatasets : Task
{
    /// <summary>Full path of the project file.</summary>
    [Required]
    public string Project { get; set; } = "";

    /// <summary>Whether the project file itself refers to the package: a reference for a whole repository is no promise of each project.</summary>
    public bool RefersToPackage { get; set; }

    /// <inheritdoc />
    public override bool Execute()
    {
        var log = new DiagnosticLog(Log);
        var items = ProjectFile.Items(Project);
        foreach (var item in items.Where(i => !i.IsConditional))
        {
            log.Say(BuildRules.NoManifest.At(Project, item.Position, $"{MessageText.Quote(item.Include)} matches no manifest, so no dataset is validated. "
                + "Correct the Include of the IdeogramDatasetUpload, or make a manifest with 'ideogram-build init FOLDER'."));
        }

        if (items.Count == 0 && RefersToPackage)
        {
            log.Say(BuildRules.NoManifest.At(Project, Position.Start, "The project refers to the package Ideogram.Build, but has no "
                + "IdeogramDatasetUpload item, so no dataset is validated. Add one: <IdeogramDatasetUpload Include=\"photos/ideogram.yml\" />."));
        }

        return !Log.HasLoggedErrors;
    }
}
