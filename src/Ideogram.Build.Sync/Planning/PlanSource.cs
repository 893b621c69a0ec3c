namespace Ideogram.Build.Sync.Planning;

/// <summary>What a plan was made against.</summary>
public enum PlanSource
{
    /// <summary>Nothing: the dataset was not asked, or nobody answered. What it holds is unknown.</summary>
    None,

    /// <summary>The dataset itself, asked just now.</summary>
    Dataset,

    /// <summary>The base commit, because no key was at hand: what the dataset holds is unknown.</summary>
    BaseCommit,
}
