using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Files;

namespace Ideogram.Build.Datasets.Validation;

/// <summary>Warns of attributes that make git write other images than reviewers see: GitHub shows what is committed.</summary>
internal static class RewrittenImages
{
    /// <summary>One warning for each line of a <c>.gitattributes</c>.</summary>
    public static IEnumerable<Diagnostic> Check(DatasetDraft draft)
    {
        if (!RepositoryRoot.HasGit(draft.Root))
            return [];
        var attributes = new GitAttributes(draft.Root);
        return draft.FilesToInspect.Select(f => RepositoryPath.FromFullPath(draft.Root, f.FullPath))
            .Select(path => (Path: path, Line: attributes.FindRewriting(path)))
            .Where(found => found.Line is not null)
            .GroupBy(found => found.Line!)
            .Select(g => DatasetRules.RewrittenByGit.At(
                Path.Combine([draft.Root, .. g.Key.File.Split('/')]),
                new Position(g.Key.Number, 1),
                $"{MessageText.Quote(g.Key.Text)} makes git rewrite images when it checks them out: {Count(g.Count())}, "
                    + $"such as {MessageText.Quote(g.First().Path)}. "
                    + "Reviewers see other bytes than those that are sent. Add a line for images: '*.jpg -text -filter -ident'."));
    }

    private static string Count(int images) => images == 1 ? "1 image" : FormattableString.Invariant($"{images:N0} images");
}
