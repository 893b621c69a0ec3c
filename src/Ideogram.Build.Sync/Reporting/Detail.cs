namespace Ideogram.Build.Sync.Reporting;

/// <summary>How much of a dataset is shown, in the order in which details are left out. The pictures of what changes stay longest.</summary>
internal enum Detail
{
    /// <summary>Everything.</summary>
    Full,

    /// <summary>Of long captions only the beginning.</summary>
    NoWholeCaptions,

    /// <summary>Rows of what changes or went wrong; other files are counted.</summary>
    NoLists,

    /// <summary>Target, totals, problems, and what changes as pictures with their names.</summary>
    Pictures,

    /// <summary>The same without problems.</summary>
    NoProblems,

    /// <summary>Target and totals.</summary>
    Target,
}
