using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Files;
using Ideogram.Build.Datasets.Processes;

namespace Ideogram.Build.Datasets.Validation;

/// <summary>Holds datasets against git, once per repository: what git does not hold is missing from every other checkout, and what only git holds is missing
/// from this one.</summary>
/// <param name="folders">Lists the folders.</param>
/// <param name="budget">What all manifests may cost together.</param>
/// <param name="options">What is asked of git.</param>
/// <param name="timeout">The longest that git may take.</param>
internal sealed class GitCheck(FolderReader folders, RunBudget budget, ValidatorOptions options, TimeSpan timeout)
{
    private const int MaxNamed = 3;

    /// <summary>The problems of each dataset, by the manifest's path; one for each repository that git does not list.</summary>
    public ILookup<string, Diagnostic> Check(IEnumerable<DatasetDraft> drafts, CancellationToken cancellationToken) =>
        drafts.Where(d => d.Manifest is not null || (options.CheckCheckout && d.IsLost))
            .GroupBy(d => d.Root, StringComparer.Ordinal)
            .SelectMany(g => Check(g.Key, [.. g], cancellationToken))
            .ToLookup(d => d.File, StringComparer.Ordinal);

    private IEnumerable<Diagnostic> Check(string root, List<DatasetDraft> all, CancellationToken cancellationToken)
    {
        var drafts = all.FindAll(d => d.Manifest is not null);
        if (!RepositoryRoot.HasGit(root))
            return [];
        if (GitIndex.Open(root, timeout) is not { } index)
            return Unlisted(root, drafts);

        var inputs = drafts.ToDictionary(d => d, d => d.Inputs.Select(f => RepositoryPath.FromFullPath(root, f)).ToList());
        var missing = new HashSet<string>(inputs.Values.SelectMany(i => i), StringComparer.Ordinal);
        var folded = new List<HeldFile>();
        var checkout = new IncompleteCheckout(root, folders, budget);
        var lost = new LostManifests(root, all);
        if (index.Read(Take, unfold: false, cancellationToken) is { } refusal)
            return [.. drafts.Take(1).Select(d => Refused(d, refusal)), .. Unlisted(root, drafts)];

        // Files of folders that a sparse index holds whole are named by git's objects, if it has them. Where it does not, git may end well and name none.
        var unknown = folded.Where(f => drafts.Exists(d => checkout.LeadsInto(d, f))).ToDictionary(f => f.Path, StringComparer.Ordinal);
        if (unknown.Count > 0 || folded.Exists(lost.MayBeIn))
        {
            _ = index.Read(Unfold, unfold: true, cancellationToken);
            unknown.Values.ToList().ForEach(checkout.Add);
        }

        missing.RemoveWhere(f => folded.Exists(folder => f.StartsWith(folder.Path, StringComparison.Ordinal)));
        return drafts.SelectMany(d => (options.CheckGit ? NotInGit(d, [.. inputs[d].Where(missing.Contains)]) : [])
            .Concat(options.CheckCheckout ? checkout.Check(d) : [])).Concat(lost.Check());

        void Unfold(HeldFile held)
        {
            Take(held);
            for (var slash = held.Path.IndexOf('/', 0); slash >= 0 && unknown.Count > 0; slash = held.Path.IndexOf('/', slash + 1))
                unknown.Remove(held.Path.Substring(0, slash + 1));
        }

        void Take(HeldFile held)
        {
            missing.Remove(held.Path);
            lost.Add(held);
            if (held.Kind == HeldKind.Folder)
                folded.Add(held);
            else
                checkout.Add(held);
        }
    }

    private IEnumerable<Diagnostic> Unlisted(string root, List<DatasetDraft> drafts) =>
        options.CheckCheckout && SparseCheckout.IsOn(root) ? drafts.Select(MissingFiles.Unknown) : [];

    private static IEnumerable<Diagnostic> NotInGit(DatasetDraft draft, List<string> missing)
    {
        if (missing.Count == 0)
            yield break;

        var own = RepositoryPath.FromFullPath(draft.Root, draft.ManifestPath);
        var named = string.Join(", ", missing.Take(MaxNamed).Select(MessageText.Quote));
        var all = missing.Count > MaxNamed ? FormattableString.Invariant($"{named} and {missing.Count - MaxNamed} more") : named;
        yield return DatasetRules.NotInGit.At(
            draft.ManifestPath,
            draft.Manifest!.ImagesPosition,
            $"Not in git, because ignored or never added: {all}. Other machines do not have {(missing.Count == 1 ? "this file" : "these files")}. "
                + (missing.Count == 1 && missing[0] == own ? "Run 'git add'." : "Run 'git add', or exclude images with '!'."));
    }

    private static Diagnostic Refused(DatasetDraft draft, string refusal) =>
        DatasetRules.GitRefused.At(
            draft.ManifestPath,
            draft.Manifest!.ImagesPosition,
            $"git does not list the files of this repository and says: {MessageText.Quote(MessageText.OneLine(refusal))}. "
                + "So it is unknown which files are in git. Run 'git status' in the "
                + $"repository and do what it says. If another user owns it and you trust it: git config --global --add safe.directory "
                    + $"{MessageText.Quote(draft.Root)}");
}
