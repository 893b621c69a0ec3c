namespace Ideogram.Build.Cli.ActionRuns;

/// <summary>The input <c>mode</c>.</summary>
internal enum Mode
{
    /// <summary>What the event asks for (the default).</summary>
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

/// <summary>The input <c>comment</c>: when a comment is made. One that is there is always kept up to date, unless <see cref="Never"/>.</summary>
internal enum CommentPolicy
{
    /// <summary>When there is something to upload or something wrong (the default).</summary>
    Changes,

    /// <summary>On every pull request.</summary>
    Always,

    /// <summary>When something is wrong.</summary>
    Failures,

    /// <summary>Not at all.</summary>
    Never,
}
