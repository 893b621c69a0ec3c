using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Files;

namespace Ideogram.Build.Datasets.Validation;

/// <summary>Says what an incomplete checkout lacks, why, and the way out.</summary>
internal static class MissingFiles
{
    private const int MaxNamed = 3;

    private const string Sparse = "Run 'git sparse-checkout disable', or add the folder with 'git sparse-checkout add'; in a workflow remove "
        + "'sparse-checkout' from actions/checkout, or add the folder to it.";

    private const string Smaller = "Nothing is uploaded: the dataset would lose images.";

    /// <summary>Files that git or the commit holds.</summary>
    public static Diagnostic Report(DatasetDraft draft, IReadOnlyList<HeldFile> missing)
    {
        var (count, verb) = missing.Count == 1 ? ("a file", "is") : (FormattableString.Invariant($"{missing.Count:N0} files"), "are");
        var why = Why(missing[0].LeftOut, missing.Count == 1);
        return At(draft, $"This checkout lacks {count} of the dataset that {verb} in git: {Names(missing)}. {why} {Smaller}");
    }

    /// <summary>The manifest itself.</summary>
    public static Diagnostic Manifest(DatasetDraft draft, HeldFile manifest) => DatasetRules.IncompleteCheckout.At(draft.ManifestPath, Position.Start,
        $"This checkout lacks the manifest {MessageText.Quote(manifest.Path)}, which is in git. {Why(manifest.LeftOut, isOne: true)} "
            + "Nothing is planned or uploaded for it.");

    /// <summary>A folder whose files nobody names.</summary>
    public static Diagnostic Unknown(DatasetDraft draft, HeldFile folder) => At(draft,
        $"This checkout lacks the folder {MessageText.Quote(folder.Path)}, into which the globs lead, and git does not have "
        + $"the list of its files. sparse-checkout leaves it out. {Sparse} {Smaller}");

    /// <summary>A checkout that says it is sparse, and nobody to say what it leaves out.</summary>
    public static Diagnostic Unknown(DatasetDraft draft) => At(draft,
        "This checkout is sparse ('core.sparseCheckout'), and the list of the commit's files could not be read. "
        + $"It may lack files of the dataset. {Sparse} {Smaller}");

    /// <summary>A submodule that is not there.</summary>
    public static Diagnostic Submodule(DatasetDraft draft, HeldFile submodule) => At(draft,
        $"The globs lead into {MessageText.Quote(submodule.Path)}, a submodule that is not in this checkout. "
        + "Files of submodules are never taken: exclude the folder with '!', or copy the images here.");

    private static string Why(LeftOut leftOut, bool isOne)
    {
        var (they, them) = isOne ? ("It was", "it") : ("They were", "them");
        return leftOut switch
        {
            LeftOut.Skipped => $"sparse-checkout (or 'skip-worktree') leaves {them} out. {Sparse}",
            LeftOut.AssumedUnchanged =>
                $"git was told to assume that nothing is changed. Run 'git update-index --no-assume-unchanged' and 'git restore' on {them}.",
            LeftOut.Deleted => $"{they} deleted here and not in git. Run 'git restore' on {them}; if you want to remove {them}, run 'git rm' on {them}.",
            _ => $"A step before this one removed {them}, or actions/checkout left {them} out: look for its 'sparse-checkout'.",
        };
    }

    private static string Names(IReadOnlyList<HeldFile> files) => string.Join(", ", files.Take(MaxNamed).Select(f => MessageText.Quote(f.Path)))
        + (files.Count > MaxNamed ? FormattableString.Invariant($" and {files.Count - MaxNamed:N0} more") : "");

    private static Diagnostic At(DatasetDraft draft, string message) =>
        DatasetRules.IncompleteCheckout.At(draft.ManifestPath, draft.Manifest!.ImagesPosition, message);
}
