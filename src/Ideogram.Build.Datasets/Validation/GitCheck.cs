using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Files;
using Ideogram.Build.Datasets.Processes;

namespace Ideogram.Build.Datasets.Validation;

/// <summary>Checks once per repository that the files of manifests are in git: an ignored or never added file is missing from every other
/// checkout.</summary>
internal sealed class GitCheck(TimeSpan timeout)
{
    private const int MaxNamed = 3;

    /// <summary>One warning for each dataset with files that are not in git, by the manifest's path; one for each repository that git does not
    /// list.</summary>
    public ILookup<string, Diagnostic> Check(IEnumerable<DatasetDraft> drafts, CancellationToken cancellationToken) =>
        drafts.Where(d => d.Manifest is not null)
            .GroupBy(d => d.Root, StringComparer.Ordinal)
            .SelectMany(g => Check(g.Key, [.. g], cancellationToken))
            .ToLookup(d => d.File, StringComparer.Ordinal);

    private IEnumerable<Diagnostic> Check(string root, List<DatasetDraft> drafts, CancellationToken cancellationToken)
    {
        if (!RepositoryRoot.HasGit(root) || GitIndex.Open(root, timeout) is not { } index)
            return [];

        var missing = new HashSet<string>(drafts.SelectMany(d => d.Inputs).Select(f => RepositoryPath.FromFullPath(root, f)), StringComparer.Ordinal);
        var folders = new List<string>();
        if (index.Read(name => Remove(name, missing, folders), cancellationToken) is { } refusal)
            return [Refused(drafts[0], refusal)];

        missing.RemoveWhere(f => folders.Exists(folder => f.StartsWith(folder, StringComparison.Ordinal)));
        return drafts.SelectMany(d => Missing(d, [.. d.Inputs.Select(f => RepositoryPath.FromFullPath(root, f)).Where(missing.Contains)]));
    }

    private static void Remove(string name, HashSet<string> missing, List<string> folders)
    {
        if (name.EndsWith('/'))
            folders.Add(name);
        else
            missing.Remove(name);
    }

    private static IEnumerable<Diagnostic> Missing(DatasetDraft draft, List<string> missing)
    {
        if (missing.Count == 0)
            yield break;

        var named = string.Join(", ", missing.Take(MaxNamed).Select(MessageText.Quote));
        var all = missing.Count > MaxNamed ? FormattableString.Invariant($"{named} and {missing.Count - MaxNamed} more") : named;
        yield return DatasetRules.NotInGit.At(
            draft.ManifestPath,
            draft.Manifest!.ImagesPosition,
            $"Not in git, because ignored or never added: {all}. Other machines do not have {(missing.Count == 1 ? "this file" : "these files")}. "
                + "Run 'git add', or exclude with '!'.");
    }

    private static Diagnostic Refused(DatasetDraft draft, string refusal) =>
        DatasetRules.GitRefused.At(
            draft.ManifestPath,
            draft.Manifest!.ImagesPosition,
            $"git does not list the files of this repository and says: {MessageText.Quote(MessageText.OneLine(refusal))}. "
                + "So it is unknown whether all images are in git. Run 'git status' in the "
                + $"repository and do what it says. If another user owns it and you trust it: git config --global --add safe.directory "
                    + $"{MessageText.Quote(draft.Root)}");
}
