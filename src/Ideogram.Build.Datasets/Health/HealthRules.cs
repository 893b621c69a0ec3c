using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Datasets.Health;

/// <summary>What is correct, and would still spoil a training: docs/health.md says how each is decided. One warning for each kind and dataset.</summary>
public static class HealthRules
{
    /// <summary>Some images have captions, others have none.</summary>
    public static readonly Rule SomeCaptions = new("IDEO3050", Severity.Warning, "Some images have no caption");

    /// <summary>Several images have one caption.</summary>
    public static readonly Rule IdenticalCaptions = new("IDEO3051", Severity.Warning, "Identical captions");

    /// <summary>A caption without the phrase that the manifest requires.</summary>
    public static readonly Rule WithoutPhrase = new("IDEO3052", Severity.Warning, "Captions without the required phrase");

    /// <summary>Ideogram 4.0 is trained with structured captions (Ideogram's API reference).</summary>
    public static readonly Rule PlainTextForV4 = new("IDEO3053", Severity.Warning, "Plain captions for Ideogram 4");

    /// <summary>Plain and structured captions in one dataset.</summary>
    public static readonly Rule MixedCaptions = new("IDEO3054", Severity.Warning, "Plain and structured captions in one dataset");
}
