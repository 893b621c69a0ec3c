namespace Ideogram.Build.Sync.Reporting;

/// <summary>What a run was for.</summary>
public enum RunKind
{
    /// <summary>Only checked files.</summary>
    Validate,

    /// <summary>Found out what an upload would do; sent nothing.</summary>
    Plan,

    /// <summary>Uploaded what changed.</summary>
    Upload,

    /// <summary>Started or followed trainings; sent no image.</summary>
    Train,
}
