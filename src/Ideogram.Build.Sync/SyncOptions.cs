namespace Ideogram.Build.Sync;

/// <summary>How a run uploads.</summary>
public sealed record SyncOptions
{
    /// <summary>The most bytes of images and captions in one request. Ideogram's other calls state 50 MB a request.</summary>
    public long BatchBytes { get; init; } = 45_000_000;

    /// <summary>The most images in one request.</summary>
    public int BatchFiles { get; init; } = 20;

    /// <summary>The most uploads at once, all datasets together; one while Ideogram limits the rate.</summary>
    public int Parallelism { get; init; } = 4;

    /// <summary>How long the dataset is queried for files whose answer was lost, or that it does not show yet.</summary>
    public TimeSpan SettleWindow { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The pause between two queries in the settle window; it doubles, up to five seconds.</summary>
    public TimeSpan SettleDelay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Dataset names and ids that may be a target; null for any.</summary>
    public IReadOnlyCollection<string>? AllowedDatasets { get; init; }
}
