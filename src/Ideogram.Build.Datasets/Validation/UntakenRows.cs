using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Assets.Globs;
using Ideogram.Build.Datasets.Captions;
using Ideogram.Build.Datasets.Captions.Tables;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Files;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Validation;

/// <summary>Finds rows for images that are there and that no manifest of the run takes: with the image, its caption would be missing without a word.</summary>
internal sealed class UntakenRows(Manifest manifest, string root, ValidationRun run, List<Diagnostic> diagnostics)
{
    private const int MaxNamed = 3;

    public void Check(CaptionTable table)
    {
        var rows = table.Rows.Where(r => !run.Takes(r.Key)).ToDictionary(r => r.Key, r => r.Value, StringComparer.Ordinal);
        if (rows.Count == 0 || OnPurpose(rows.Keys) is not { } excluded)
            return;

        var left = rows.Where(r => !excluded.Contains(PathOf(r.Key))).Select(r => r.Value).OrderBy(r => r.Image.Position.Line).ToList();
        if (left.Count > 0)
            diagnostics.Add(CaptionRules.RowsNotTaken.At(table.File, left[0].Image.Position,
                $"{table.Name} captions {Names(left)}, which the manifest does not take. Add them to 'images', or exclude them there with '!'."));
    }

    // What an exclude takes away. Null if it is too much work to say.
    private HashSet<string>? OnPurpose(IEnumerable<string> files)
    {
        var committed = new CommittedFiles(files.Select(PathOf), run.Budget);
        var work = new GlobWork(run.Budget.Hints, RunBudget.MaxManifestHints, CancellationToken.None);
        return committed.Select(manifest, PathOf(manifest.Folder), _ => true, form: null, work) is { } selection
            ? new HashSet<string>(selection.Excluded, StringComparer.Ordinal)
            : null;
    }

    private string PathOf(string file) => RepositoryPath.FromFullPath(root, file);

    private static string Names(IReadOnlyList<TableRow> rows) =>
        string.Join(", ", rows.Take(MaxNamed).Select(r => MessageText.Quote(r.Image.Text)))
            + (rows.Count > MaxNamed ? FormattableString.Invariant($" and {rows.Count - MaxNamed:N0} more") : "");
}
