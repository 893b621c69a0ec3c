namespace Ideogram.Build.Sync.Reporting;

/// <summary>How much of a report is written as text.</summary>
public enum TextDetail
{
    /// <summary>What changes, what is wrong, and the totals.</summary>
    Normal,

    /// <summary>What is wrong, and the last line.</summary>
    Quiet,

    /// <summary>Also what does not change.</summary>
    Verbose,
}
