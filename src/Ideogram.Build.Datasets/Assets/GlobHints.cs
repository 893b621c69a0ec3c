using Ideogram.Build.Datasets.Assets.Globs;

namespace Ideogram.Build.Datasets.Assets;

/// <summary>Finds why globs match nothing. A hint must not cost more than the check: if it takes too long, there is none.</summary>
internal sealed class GlobHints(FolderReader folders, GlobWork work)
{
    /// <summary>Finds files that lines match but that are not images, and names that they would match in another case or with accents written
    /// differently.</summary>
    public void Find(IReadOnlyList<GlobLine> lines)
    {
        try
        {
            Walk(lines, form: null, name => !FileExtensions.IsAsset(name), line => line.PassedOver);
            foreach (var form in NameForm.All)
            {
                Walk([.. lines.Where(l => l.PassedOver.Count + l.Nearly.Count == 0)], form, FileExtensions.IsAsset, line =>
                {
                    line.Form = form;
                    return line.Nearly;
                });
            }
        }
        catch (TooMuchWorkException)
        {
            // The lines are reported as wrong anyway.
        }
    }

    /// <summary>Why a line matches nothing.</summary>
    public static string Why(GlobLine line)
    {
        if (line.PassedOver.Count > 0)
            return $"It matches {line.PassedOver}, but images end in {ImageFormats.Extensions} and archives in .zip.";
        return line.Nearly.Count > 0
            ? $"It would match {line.Nearly}, but {line.Form!.Difference}. Copy the names from the folders, rename the files, or remove this line."
            : "Paths are relative to the manifest's folder. Check the spelling, that the files are committed and that Git LFS or a sparse "
                + "checkout did not leave them out.";
    }

    private void Walk(IReadOnlyList<GlobLine> lines, NameForm? form, Func<string, bool> concerns, Func<GlobLine, PathSummary> summaryOf)
    {
        var walker = new GlobWalker(folders, work) { Form = form?.Of, Concerns = concerns };
        foreach (var ofStart in Enumerable.Range(0, lines.Count).GroupBy(i => lines[i].Start, StringComparer.Ordinal))
        {
            var globs = new GlobNode();
            foreach (var number in ofStart)
            {
                var text = lines[number].Entry.Pattern;
                if (PathPattern.Parse(form is null ? text : form.Of(text), isSingleFile: false, out _) is { } pattern)
                    globs.Add(pattern.Segments, number);
            }

            walker.Walk(ofStart.Key, lines[ofStart.First()].Prefix, globs, (match, matching) =>
            {
                if (form is not null && (match.InSubmodule || match.Item.Kind != FolderItemKind.File))
                    return;
                foreach (var number in matching)
                    summaryOf(lines[number]).Add(match.RelativePath);
            });
        }
    }
}
