namespace Ideogram.Build.Cli.ActionRuns;

/// <summary>The input <c>mode</c>.</summary>
internal enum Mode
{
    /// <summary>What fits the event (the default).</summary>
    Auto,

    /// <summary>Check files only.</summary>
    Validate,

    /// <summary>Show what an upload would do.</summary>
    Plan,

    /// <summary>As plan, and fail if an upload would change anything.</summary>
    Check,

    /// <summary>Upload, if the run's commit is the tip of a branch that uploads.</summary>
    Upload,

    /// <summary>Only find the manifests and put them into groups for <c>strategy.matrix</c>.</summary>
    Matrix,

    /// <summary>Merge the reports of other jobs into one comment.</summary>
    Report,
}

/// <summary>The input <c>comment</c>: when a comment is made. An existing one is always updated, unless <see cref="Never"/>.</summary>
internal enum CommentPolicy
{
    /// <summary>If there is something to upload or a problem (the default).</summary>
    Changes,

    /// <summary>On every pull request.</summary>
    Always,

    /// <summary>If there is a problem.</summary>
    Failures,

    /// <summary>Not at all.</summary>
    Never,
}

/// <summary>The input <c>require-reviewed-plan</c>: what a push does only if its plan is the one that was reviewed.</summary>
internal enum ReviewPolicy
{
    /// <summary>Start trainings, because they cost money (the default).</summary>
    Training,

    /// <summary>Nothing needs a review.</summary>
    Off,

    /// <summary>Send anything.</summary>
    All,
}
