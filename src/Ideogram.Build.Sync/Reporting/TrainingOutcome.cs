namespace Ideogram.Build.Sync.Reporting;

/// <summary>What became of a manifest's training in a run.</summary>
public enum TrainingOutcome
{
    /// <summary>None was started; the reason says why.</summary>
    Skipped,

    /// <summary>An upload would start it; nothing was started in this run.</summary>
    Due,

    /// <summary>A model of this very set is there already, whatever became of it.</summary>
    AlreadyTrained,

    /// <summary>Started in this run.</summary>
    Started,

    /// <summary>The answer was lost and no model showed: one may have been started.</summary>
    Unknown,

    /// <summary>Ideogram did not start it.</summary>
    Failed,
}
