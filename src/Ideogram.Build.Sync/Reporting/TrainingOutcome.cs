namespace Ideogram.Build.Sync.Reporting;

/// <summary>The outcome of a manifest's training in a run.</summary>
public enum TrainingOutcome
{
    /// <summary>No training was started; the reason says why.</summary>
    Skipped,

    /// <summary>An upload would start it; nothing was started in this run.</summary>
    Due,

    /// <summary>A model of this set exists already, whatever its status.</summary>
    AlreadyTrained,

    /// <summary>Started in this run.</summary>
    Started,

    /// <summary>The answer was lost and no model appeared: a training may have started.</summary>
    Unknown,

    /// <summary>Ideogram did not start it.</summary>
    Failed,
}
