using Ideogram.Build.Emulator.Control;
using Ideogram.Build.Emulator.Faults;
using Ideogram.Build.Emulator.GitHub;
using Ideogram.Build.Emulator.Ideogram;

namespace Ideogram.Build.Emulator;

/// <summary>
/// The stand-ins, running: Ideogram at the root, GitHub below <c>/api/v3</c>, control calls below <c>/_emulator</c>.
/// Every control call is a method here too.
/// </summary>
public sealed class EmulatorHost : IAsyncDisposable
{
    private readonly EmulatorParts _parts;
    private readonly WebApplication _app;

    private EmulatorHost(EmulatorOptions options)
    {
        _parts = EmulatorParts.Create(options);
        _app = EmulatorApp.Build(options, _parts, new ControlEndpoints(this));
    }

    /// <summary>Where Ideogram's side answers, ending with a slash; also <c>GITHUB_SERVER_URL</c> without it.</summary>
    public Uri BaseAddress => new(new Uri(_app.Urls.First()), "/");

    /// <summary>Where GitHub's side answers, without a slash at the end, as <c>GITHUB_API_URL</c> is.</summary>
    public Uri GitHubApi => new(BaseAddress, "/api/v3");

    /// <summary>The requests so far, oldest first, at most the last 10,000. Control calls are not among them.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _parts.Requests.All;

    /// <summary>Starts the stand-ins and returns when they answer.</summary>
    /// <exception cref="FormatException">The faults cannot be read.</exception>
    /// <exception cref="ArgumentException">A repository's name or path is wrong.</exception>
    /// <exception cref="IOException">The address is in use.</exception>
    public static async Task<EmulatorHost> StartAsync(EmulatorOptions options, CancellationToken cancellationToken = default)
    {
        var host = new EmulatorHost(options);
        try
        {
            host.SetFaults(options.Faults ?? "");
            foreach (var (repository, path) in options.Repositories)
                host.AddRepository(repository, path);
            foreach (var token in options.Tokens)
                host.AddToken(token);
            await host._app.StartAsync(cancellationToken);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes a local git repository answer as <paramref name="repository"/> (<c>owner/name</c>).</summary>
    /// <exception cref="ArgumentException">The name is not owner/name, or the folder does not exist.</exception>
    public void AddRepository(string repository, string path) => _parts.GitHub.AddRepository(repository, path);

    /// <summary>Makes a repository's former name lead to it by a redirect, as GitHub does after a rename.</summary>
    /// <exception cref="ArgumentException">There is no repository of the new name.</exception>
    public void RenameRepository(string from, string to) => _parts.GitHub.Rename(from, to);

    /// <summary>Makes GitHub's side accept a token.</summary>
    public void AddToken(GitHubToken token) => _parts.GitHub.AddToken(token);

    /// <summary>Registers a pull request, or replaces the one of the same number.</summary>
    public void PutPullRequest(string repository, GitHubPullRequest pullRequest) => _parts.GitHub.RequireRepository(repository).Put(pullRequest);

    /// <summary>Makes the next <paramref name="requests"/> answers of <c>commits/{sha}/pulls</c> empty, as while GitHub's index lags.</summary>
    public void LagCommitIndex(int requests) => _parts.GitHub.LagIndex(requests);

    /// <summary>Makes the next requests on GitHub's side answer a rate limit.</summary>
    public void LimitGitHub(GitHubRateLimit limit) => _parts.Door.Limit(limit);

    /// <summary>The comments of a pull request, oldest first.</summary>
    public IReadOnlyList<GitHubComment> Comments(string repository, int number) => _parts.GitHub.RequireRepository(repository).Comments(number);

    /// <summary>Writes a comment as another user.</summary>
    public GitHubComment AddComment(string repository, int number, string author, string body) =>
        _parts.GitHub.RequireRepository(repository).Add(number, author, body);

    /// <summary>Deletes a comment, as a person would; false if there is none.</summary>
    public bool DeleteComment(string repository, long id) => _parts.GitHub.RequireRepository(repository).Delete(id);

    /// <summary>How many requests a route got; without a name, all.</summary>
    public int CountRequests(string? route = null) => Requests.Count(request => route is null || request.Route == route);

    /// <summary>Starts the count of requests again.</summary>
    public void ForgetRequests() => _parts.Requests.Forget();

    /// <summary>Replaces all faults; an empty text clears them. Each rule counts its requests from here on.</summary>
    /// <exception cref="FormatException">The text cannot be read; the faults stay as they were.</exception>
    public void SetFaults(string spec) => _parts.Faults.Set(FaultSpec.Parse(spec));

    /// <summary>Turns the emulator's clock forward: trainings go on, late commits and lagging files show.</summary>
    public void AdvanceClock(TimeSpan by) => _parts.Clock.Advance(by);

    /// <summary>Every dataset as it is held, invisible ones included, oldest first.</summary>
    public IReadOnlyList<StoredDataset> Datasets() => _parts.Datasets.All();

    /// <summary>Every model as it is held, oldest first.</summary>
    public IReadOnlyList<StoredModel> Models() => _parts.Models.All();

    /// <summary>Sets a model's status by hand, such as ERRORED or ARCHIVED; false if there is no such model.</summary>
    /// <exception cref="ArgumentException">It is not a status of Ideogram.</exception>
    public bool SetModelStatus(string modelId, string status) => TrainingProgress.Statuses.Contains(status)
        ? _parts.Models.SetStatus(modelId, status, runStatus: null)
        : throw new ArgumentException($"'{status}' is not one of {string.Join(", ", TrainingProgress.Statuses)}.", nameof(status));

    /// <summary>Sets the status of a model's training run by hand, such as FAILED; the model's own stays. False if there is no such model.</summary>
    /// <exception cref="ArgumentException">It is not a status of a run.</exception>
    public bool SetRunStatus(string modelId, string status) => TrainingProgress.RunStatuses.Contains(status)
        ? _parts.Models.SetStatus(modelId, status: null, status)
        : throw new ArgumentException($"'{status}' is none of {string.Join(", ", TrainingProgress.RunStatuses)}.", nameof(status));

    /// <summary>Stops the stand-ins; what they remember stays in the state folder.</summary>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    internal Task WaitForShutdownAsync() => _app.WaitForShutdownAsync();
}
