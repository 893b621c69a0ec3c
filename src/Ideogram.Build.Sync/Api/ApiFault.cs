using System.Globalization;
using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Sync.Api;

/// <summary>A failed request to Ideogram.</summary>
/// <param name="Kind">How it failed.</param>
/// <param name="Text">What happened, in one line: what Ideogram said, cut short, without the key and without control characters.</param>
public sealed record ApiFault(ApiFaultKind Kind, string Text)
{
    private static readonly TimeSpan Noticeable = TimeSpan.FromSeconds(2);

    /// <summary>The HTTP status, if there was one.</summary>
    public int? Status { get; init; }

    /// <summary>How long Ideogram requires the client to wait, if it does.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Which limit of the account rejected the request, where Ideogram gives a documented <c>reject_reason</c>.</summary>
    public RejectReason? RejectReason { get; init; }

    /// <summary>The name at Ideogram of the file that changed on disk, for <see cref="ApiFaultKind.FileChanged"/>.</summary>
    public string? FileName { get; init; }

    /// <summary>Its row in the table.</summary>
    public FaultTreatment Treatment => FaultTable.For(Kind);

    /// <summary>What a person can do.</summary>
    public string Advice => (RetryAfter >= Noticeable ? $"Ideogram asks to wait {Words(RetryAfter.Value)}. " : "") + (RejectReason?.Advice ?? Treatment.Advice);

    /// <summary>The same fault, and how long it was tried in vain.</summary>
    /// <param name="tried">How long.</param>
    internal ApiFault After(TimeSpan tried) => tried < Noticeable ? this : this with { Text = $"{Text.TrimEnd('.')}; no try worked for {Words(tried)}" };

    /// <summary>The fault as a problem of a dataset.</summary>
    /// <param name="file">The manifest.</param>
    /// <param name="position">Where in it.</param>
    /// <param name="doing">The action that failed, such as "Querying the dataset".</param>
    public Diagnostic At(string file, Position position, string doing) =>
        Treatment.Rule.At(file, position, $"{doing}: {Text.TrimEnd('.')}. {Advice}");

    private static string Words(TimeSpan time) => time switch
    {
        { TotalHours: >= 2 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalHours:0.#} hours"),
        { TotalMinutes: >= 2 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0.#} minutes"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0} seconds"),
    };
}
