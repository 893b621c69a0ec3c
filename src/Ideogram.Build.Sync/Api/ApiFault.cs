using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Sync.Api;

/// <summary>A request to Ideogram that ended badly.</summary>
/// <param name="Kind">In which way.</param>
/// <param name="Text">What happened, in one line: what Ideogram said, cut short, without the key and without control characters.</param>
public sealed record ApiFault(ApiFaultKind Kind, string Text)
{
    /// <summary>The HTTP status, if there was one.</summary>
    public int? Status { get; init; }

    /// <summary>How long Ideogram asks to wait, if it does.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether Ideogram limits the requests under way at once (<c>reject_reason: inflight_limit</c>).</summary>
    public bool IsInflightLimit { get; init; }

    /// <summary>The name at Ideogram of the file that changed on disk, for <see cref="ApiFaultKind.FileChanged"/>.</summary>
    public string? FileName { get; init; }

    /// <summary>What the table says about it.</summary>
    public FaultTreatment Treatment => FaultTable.For(Kind);

    /// <summary>The fault as a problem of a dataset.</summary>
    /// <param name="file">The manifest.</param>
    /// <param name="position">Where in it.</param>
    /// <param name="doing">What was being done, such as "listing datasets".</param>
    public Diagnostic At(string file, Position position, string doing) =>
        Treatment.Rule.At(file, position, $"{doing}: {Text.TrimEnd('.')}. {Treatment.Advice}");
}
