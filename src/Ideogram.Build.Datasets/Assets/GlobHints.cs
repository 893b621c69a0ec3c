using Ideogram.Build.Datasets.Assets.Globs;

namespace Ideogram.Build.Datasets.Assets;

/// <summary>Finds why globs match nothing. A hint must not cost more than the check: what takes too long stays without one.</summary>
internal sealed class GlobHints(FolderReader folders, GlobWork work)
{
    /// <summary>Looks for what lines match that is no image, and for what they would match in another case or with accents written in another way.</summary>
    public void Find(IReadOnlyList<GlobLine> lines)
    {
        try
        {
            Walk(lines, name => name, form: null, name => !FileExtensions.IsAsset(name), line => line.PassedOver);
            Walk([.. lines.Where(l => l.PassedOver.Count == 0)], NameForm.Loose, NameForm.Loose, FileExtensions.IsAsset, line => line.Nearly);
        }
        catch (TooMuchWorkException)
        {
            // The lines are wrong all the same, and are told so.
        }
    }

    /// <summary>Why a line matches nothing.</summary>
    public static string Why(GlobLine line)
    {
        if (line.PassedOver.Count > 0)
            return $"It matches {line.PassedOver}, but images end in {ImageFormats.Extensions} and archives in .zip.";
        return line.Nearly.Count > 0
            ? $"With other upper and lower case it would match {line.Nearly}: case counts on every operating system."
            : "Paths are relative to the manifest's folder. Check the spelling, that the files are committed and, with Git LFS or sparse "
                + "checkouts, that they are there.";
    }

    private void Walk(IReadOnlyList<GlobLine> lines, Func<string, string> patternForm, Func<string, string>? form,
        Func<string, bool> concerns, Func<GlobLine, PathSummary> summaryOf)
    {
        var walker = new GlobWalker(folders, work) { Form = form, Concerns = concerns };
        foreach (var ofStart in Enumerable.Range(0, lines.Count).GroupBy(i => lines[i].Start, StringComparer.Ordinal))
        {
            var globs = new GlobNode();
            foreach (var number in ofStart)
            {
                if (PathPattern.Parse(patternForm(lines[number].Entry.Pattern), isSingleFile: false, out _) is { } pattern)
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
