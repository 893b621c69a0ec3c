namespace Ideogram.Build.Sync.Reporting;

/// <summary>How much of a dataset is shown, in the order in which detail is given up.</summary>
internal enum Detail
{
    /// <summary>Everything.</summary>
    Full,

    /// <summary>Of long captions only the beginning.</summary>
    NoWholeCaptions,

    /// <summary>All rows, without pictures.</summary>
    NoThumbnails,

    /// <summary>Rows of what changes or went wrong.</summary>
    NoUnchanged,

    /// <summary>Target, totals and problems.</summary>
    Totals,

    /// <summary>Target and totals.</summary>
    Target,
}
