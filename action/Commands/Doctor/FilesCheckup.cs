using Ideogram.Build.Cli.Output;
using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Validation;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Cli.Commands.Doctor;

/// <summary>Whether the images are here, or only their Git LFS pointers.</summary>
internal static class FilesCheckup
{
    public static Finding Look(IReadOnlyList<Dataset> datasets)
    {
        var pointers = datasets.SelectMany(d => d.Diagnostics).Count(d => d.Rule == ImageRules.LfsPointer);
        return pointers == 0
            ? new Finding(FindingState.Good, "Git LFS", $"{ReportText.Count(datasets.Sum(d => d.Assets.Count), "image")} can be read, "
                + "and no file is a pointer.")
            : new Finding(FindingState.Wrong, "Git LFS", $"of {ReportText.Count(pointers, "image")}, only the Git LFS pointer is here.")
            {
                Next = "Run \"git lfs pull\"; in a workflow give actions/checkout \"lfs: true\".",
            };
    }
}
