namespace Ideogram.Build.Sync.Api;

/// <summary>The address of Ideogram's API, the key and the time limits of requests.</summary>
/// <param name="ApiKey">The key. It goes into the <c>Api-Key</c> header and nowhere else.</param>
public sealed record IdeogramClientOptions(string ApiKey)
{
    /// <summary>Ideogram's public address.</summary>
    public static Uri PublicAddress { get; } = new("https://api.ideogram.ai");

    /// <summary>Longer than any run waits, and short enough that sums with it do not overflow.</summary>
    public static TimeSpan MaxPatience { get; } = TimeSpan.FromDays(1);

    /// <summary>The address: https, or http on loopback. It never comes from a manifest.</summary>
    public Uri BaseAddress { get; init; } = PublicAddress;

    /// <summary>How long one answer to a small request may take.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long one upload may take, from its first byte to the end of its answer.</summary>
    public TimeSpan UploadTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long one description of an image may take.</summary>
    public TimeSpan DescribeTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// How long a request is tried again when the trouble may pass, from its first fault to the last try, all pauses included; and how long all of a run
    /// are while none succeeds.
    /// </summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The same while no connection can be made, or the answer is not Ideogram's. Usually the address is wrong, so this is short.</summary>
    public TimeSpan ConnectPatience { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The first pause between two tries; it doubles, with jitter, up to 30 seconds.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Removes the key and other secrets of the environment from every text of Ideogram and of the network.</summary>
    public Redactor Redactor { get; init; } = new(ApiKey);

    /// <summary>Receives each pause before a retry, when it begins; null for none. Several requests call it at once.</summary>
    public IProgress<Pause>? Pauses { get; init; }

    /// <summary>Hides the key: records print their members.</summary>
    public override string ToString() => $"IdeogramClientOptions {{ BaseAddress = {BaseAddress} }}";
}
