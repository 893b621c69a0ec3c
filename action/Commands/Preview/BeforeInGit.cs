using Ideogram.Build.Cli.Commits;
using Ideogram.Build.Cli.Manifests;
using Ideogram.Build.Sync.Planning;

namespace Ideogram.Build.Cli.Commands.Preview;

/// <summary>What git has of the datasets from before they were changed: the differences from the commit that a pull request would be compared with.</summary>
internal sealed class BeforeInGit
{
    private const int MaxSidecars = 300;

    private readonly List<FormerFiles> _repositories = [];
    private readonly SortedSet<string> _branches = new(StringComparer.Ordinal);

    private BeforeInGit(Sync.Planning.Plan plan, bool isAsked) => (Plan, IsAsked) = (plan, isAsked);

    /// <summary>Whether Ideogram was queried.</summary>
    public bool IsAsked { get; }

    /// <summary>The plan, with the differences where git named them.</summary>
    public Sync.Planning.Plan Plan { get; private set; }

    /// <summary>The files as they were, for each repository that was compared.</summary>
    public IReadOnlyList<FormerFiles> Repositories => _repositories;

    /// <summary>What the datasets are compared with, in words.</summary>
    public IReadOnlyCollection<string> Branches => _branches;

    /// <summary>Whether some dataset is in git but could not be compared.</summary>
    public bool IsPartial { get; private set; }

    /// <summary>Compares each dataset within its own repository. What is in none stays as it is.</summary>
    /// <param name="plan">The plan, with or without a query of Ideogram.</param>
    /// <param name="isAsked">Whether Ideogram was queried.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public static async Task<BeforeInGit> CompareAsync(Sync.Planning.Plan plan, bool isAsked, CancellationToken cancellationToken)
    {
        var before = new BeforeInGit(plan, isAsked);
        var compared = new Dictionary<DatasetPlan, DatasetPlan>();
        foreach (var group in plan.Datasets.GroupBy(d => GitTop.Find(Path.GetDirectoryName(d.Dataset.ManifestPath)!)?.Path, StringComparer.Ordinal))
        {
            if (group.Key is not { } root || await before.ReadAsync(new GitTop(root), cancellationToken) is not { } with)
                continue;
            var (all, known) = (group.ToList(), (await with.CompareAsync(new Sync.Planning.Plan([.. group]), isAsked, cancellationToken)).Plan.Datasets);
            for (var i = 0; i < all.Count; i++)
                compared[all[i]] = known[i];
        }

        before.Plan = new Sync.Planning.Plan([.. plan.Datasets.Select(d => compared.GetValueOrDefault(d, d))]);
        return before;
    }

    private async Task<CommitComparison?> ReadAsync(GitTop top, CancellationToken cancellationToken)
    {
        try
        {
            if (LocalCommits.Open(top.Path) is { } commits && commits.Base(top, cancellationToken) is { } commit)
            {
                var read = await CommitComparison.ReadAsync(commits, commit, top.Path, top.DefaultBranch, MaxSidecars, cancellationToken);
                _repositories.Add(new FormerFiles(top.Path, commits, read.Files));
                _branches.Add(commit == top.Head ? $"the last commit on {top.DefaultBranch}" : top.DefaultBranch);
                return read;
            }
        }
        catch (IOException)
        {
            // The page says that git did not say.
        }

        // Before the first commit there is no before.
        IsPartial |= top.Head is not null || top.IsLinked;
        return null;
    }
}

/// <summary>The files of one repository as they were.</summary>
/// <param name="Root">Full path of the repository's top.</param>
/// <param name="Commits">Reads them.</param>
/// <param name="Files">The files by path from the top.</param>
internal sealed record FormerFiles(string Root, LocalCommits Commits, IReadOnlyDictionary<string, GitFile> Files);
