namespace Ideogram.Build.Sync.Reporting;

/// <summary>How much of a report fits, in the order in which detail is given up.</summary>
internal enum Detail
{
    Full,
    NoThumbnails,
    NoUnchanged,
    Totals,
}
