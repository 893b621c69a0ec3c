using Ideogram.Build.Emulator.GitHub;

namespace Ideogram.Build.Emulator;

/// <summary>How the stand-ins are set up. Only <see cref="StateFolder"/> must be given.</summary>
public sealed record EmulatorOptions
{
    /// <summary>The folder that holds everything the stand-ins remember; it is created if it is missing, and a restart on it forgets nothing.</summary>
    public required string StateFolder { get; init; }

    /// <summary>The only <c>Api-Key</c> that Ideogram's side accepts.</summary>
    public string ApiKey { get; init; } = "emulator-key";

    /// <summary>The address to listen on; port 0 takes a free one, see <see cref="EmulatorHost.BaseAddress"/>.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:0";

    /// <summary>The clock; <see cref="EmulatorHost.AdvanceClock"/> turns it forward from there.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Faults from the start, in the grammar of docs/emulator.md; null for none.</summary>
    public string? Faults { get; init; }

    /// <summary>The most bytes of one image; more answer FILE_TOO_LARGE. 25 MB, as Ideogram's other image endpoints state.</summary>
    public long MaxImageBytes { get; init; } = 25_000_000;

    /// <summary>The most bytes of one request; more answer 413. 50 MB, as Ideogram's other image endpoints state.</summary>
    public long MaxRequestBytes { get; init; } = 50_000_000;

    /// <summary>The most requests under way at Ideogram's side; more answer 429 with <c>inflight_limit</c>. 10, Ideogram's default.</summary>
    public int MaxInFlight { get; init; } = 10;

    /// <summary>How long a training takes, by the emulator's clock.</summary>
    public TimeSpan TrainingTime { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>GitHub's repositories: <c>owner/name</c> to the path of a local git repository.</summary>
    public IReadOnlyDictionary<string, string> Repositories { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The tokens that GitHub's side accepts.</summary>
    public IReadOnlyList<GitHubToken> Tokens { get; init; } = [];

    /// <summary>The most entries of one tree; more are cut off and the answer says <c>truncated</c>. 100,000, as on GitHub.</summary>
    public int MaxTreeEntries { get; init; } = 100_000;
}
