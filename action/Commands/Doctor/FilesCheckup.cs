using Ideogram.Build.Cli.Output;
using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Validation;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Cli.Commands.Doctor;

/// <summary>Whether the images are there, or only Git LFS pointers to them.</summary>
internal static class FilesCheckup
{
    public static Finding Look(IReadOnlyList<Dataset> datasets)
    {
        var pointers = datasets.SelectMany(d => d.Diagnostics).Count(d => d.Rule == ImageRules.LfsPointer);
        return pointers == 0
            ? new Finding(FindingState.Good, "Git LFS", $"{ReportText.Count(datasets.Sum(d => d.Assets.Count), "image")} can be read, "
                + "and no file is a pointer.")
            : new Finding(FindingState.Wrong, "Git LFS", $"{ReportText.Count(pointers, "file")} of the manifests {(pointers == 1 ? "is" : "are")} not here: "
                + "only the pointer is.")
            {
                Next = "Run \"git lfs pull\"; in a workflow give actions/checkout \"lfs: true\".",
            };
    }
}
