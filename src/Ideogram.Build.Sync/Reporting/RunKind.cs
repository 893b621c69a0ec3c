namespace Ideogram.Build.Sync.Reporting;

/// <summary>What a run was for.</summary>
public enum RunKind
{
    /// <summary>Checked files only.</summary>
    Validate,

    /// <summary>Asked what an upload would do; sent nothing.</summary>
    Plan,

    /// <summary>Uploaded what changed.</summary>
    Upload,

    /// <summary>Started or followed trainings; sent no image.</summary>
    Train,
}
