using System.Text.Json;
using System.Text.Json.Serialization;
using Ideogram.Build.Cli.Output;

namespace Ideogram.Build.Cli.GitHub.Events;

/// <summary>The parts of a webhook's payload that are read. A field that the event does not have is null.</summary>
internal sealed record EventPayload
{
    private const long Largest = 64 * 1024 * 1024;

    public string? Action { get; init; }

    public EventPullRequest? PullRequest { get; init; }

    public EventRepository? Repository { get; init; }

    public EventWorkflowRun? WorkflowRun { get; init; }

    /// <summary>For a push: the tip before it; zeros or null where the branch is new.</summary>
    public string? Before { get; init; }

    /// <summary>For a push: the tip after it.</summary>
    public string? After { get; init; }

    /// <summary>For a push: whether it deleted the branch.</summary>
    public bool Deleted { get; init; }

    /// <summary>For a push: the commits it brought, oldest first; GitHub cuts the list.</summary>
    public IReadOnlyList<EventCommit>? Commits { get; init; }

    public EventCommit? HeadCommit { get; init; }

    /// <summary>Reads the payload of the event.</summary>
    /// <exception cref="UsageException">The file is missing, too large or not such JSON.</exception>
    public static async Task<EventPayload> ReadAsync(string? file)
    {
        if (file is null || !File.Exists(file))
            return new EventPayload();
        if (new FileInfo(file).Length > Largest)
            throw Wrong(file);
        try
        {
            await using var stream = File.OpenRead(file);
            return await JsonSerializer.DeserializeAsync(stream, EventJson.Default.EventPayload) ?? throw Wrong(file);
        }
        catch (JsonException)
        {
            throw Wrong(file);
        }
    }

    private static UsageException Wrong(string file) =>
        new($"The event's payload {file} is not JSON of a GitHub event. GITHUB_EVENT_PATH should not be set by hand.", GitHubRules.WrongEvent);
}

internal sealed record EventPullRequest(int Number, EventPullEnd? Head, EventPullEnd? Base);

internal sealed record EventPullEnd(string? Sha, string? Ref, EventRepository? Repo);

internal sealed record EventRepository(string? FullName, string? DefaultBranch);

internal sealed record EventCommit(string? Id, string? Message);

internal sealed record EventWorkflowRun(long? Id, int? RunAttempt, string? HeadSha, string? HeadBranch, string? Event, EventRepository? HeadRepository,
    EventActor? Actor);

internal sealed record EventActor(string? Login);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(EventPayload))]
internal sealed partial class EventJson : JsonSerializerContext;
