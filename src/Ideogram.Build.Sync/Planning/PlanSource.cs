namespace Ideogram.Build.Sync.Planning;

/// <summary>What a plan was made against.</summary>
public enum PlanSource
{
    /// <summary>Nothing: the dataset was not queried, or there was no answer. Its content is unknown.</summary>
    None,

    /// <summary>The dataset itself, queried just now.</summary>
    Dataset,

    /// <summary>The base commit, because there was no key. The dataset's content is unknown.</summary>
    BaseCommit,
}
