using Ideogram.Build.Emulator.Control;
using Ideogram.Build.Emulator.GitHub;
using Ideogram.Build.Emulator.Ideogram;

namespace Ideogram.Build.Emulator;

/// <summary>
/// The stand-ins, running: Ideogram at the root, GitHub below <c>/api/v3</c>, control calls below <c>/_emulator</c>.
/// Every control call is a method here too.
/// </summary>
public sealed class EmulatorHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private EmulatorHost(WebApplication app, Uri baseAddress)
    {
        _app = app;
        BaseAddress = baseAddress;
    }

    /// <summary>Where Ideogram's side answers, ending with a slash; also <c>GITHUB_SERVER_URL</c> without it.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Where GitHub's side answers, without a slash at the end, as <c>GITHUB_API_URL</c> is.</summary>
    public Uri GitHubApi => new(BaseAddress, "/api/v3");

    /// <summary>The requests so far, oldest first, at most the last 10,000.</summary>
    public IReadOnlyList<RecordedRequest> Requests => throw new NotSupportedException();

    /// <summary>Starts the stand-ins and returns when they answer.</summary>
    /// <exception cref="FormatException">The faults cannot be read.</exception>
    public static Task<EmulatorHost> StartAsync(EmulatorOptions options, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    /// <summary>Makes a local git repository answer as <paramref name="repository"/> (<c>owner/name</c>).</summary>
    public void AddRepository(string repository, string path) => throw new NotSupportedException();

    /// <summary>Makes GitHub's side accept a token.</summary>
    public void AddToken(GitHubToken token) => throw new NotSupportedException();

    /// <summary>Registers a pull request, or replaces the one of the same number.</summary>
    public void PutPullRequest(string repository, GitHubPullRequest pullRequest) => throw new NotSupportedException();

    /// <summary>Makes the next <paramref name="requests"/> answers of <c>commits/{sha}/pulls</c> empty, as while GitHub's index lags.</summary>
    public void LagCommitIndex(int requests) => throw new NotSupportedException();

    /// <summary>Makes the next requests on GitHub's side answer a rate limit.</summary>
    public void LimitGitHub(GitHubRateLimit limit) => throw new NotSupportedException();

    /// <summary>The comments of a pull request, oldest first.</summary>
    public IReadOnlyList<GitHubComment> Comments(string repository, int number) => throw new NotSupportedException();

    /// <summary>Writes a comment as somebody else.</summary>
    public GitHubComment AddComment(string repository, int number, string author, string body) => throw new NotSupportedException();

    /// <summary>Deletes a comment, as a person would; false if there is none.</summary>
    public bool DeleteComment(string repository, long id) => throw new NotSupportedException();

    /// <summary>How many requests a route got; without a name, all.</summary>
    public int CountRequests(string? route = null) => throw new NotSupportedException();

    /// <summary>Starts the count of requests anew.</summary>
    public void ForgetRequests() => throw new NotSupportedException();

    /// <summary>Replaces all faults; an empty text clears them. Each rule counts its requests from here on.</summary>
    /// <exception cref="FormatException">The text cannot be read; the faults stay as they were.</exception>
    public void SetFaults(string spec) => throw new NotSupportedException();

    /// <summary>Turns the emulator's clock forward: trainings go on, late commits and lagging files show.</summary>
    public void AdvanceClock(TimeSpan by) => throw new NotSupportedException();

    /// <summary>Every dataset as it is held, invisible ones included, oldest first.</summary>
    public IReadOnlyList<StoredDataset> Datasets() => throw new NotSupportedException();

    /// <summary>Every model as it is held, oldest first.</summary>
    public IReadOnlyList<StoredModel> Models() => throw new NotSupportedException();

    /// <summary>Sets a model's status by hand, such as ERRORED or ARCHIVED; false if there is none.</summary>
    public bool SetModelStatus(string modelId, string status) => throw new NotSupportedException();

    /// <summary>Stops the stand-ins; what they remember stays in the state folder.</summary>
    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
