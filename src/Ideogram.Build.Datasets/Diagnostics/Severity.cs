namespace Ideogram.Build.Datasets.Diagnostics;

/// <summary>How bad a <see cref="Diagnostic"/> is.</summary>
public enum Severity
{
    /// <summary>Reported, but nothing stops.</summary>
    Warning,

    /// <summary>The dataset must not be uploaded as it is.</summary>
    Error,
}
