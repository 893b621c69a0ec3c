using Ideogram.Build.Action.GitHub;
using Ideogram.Build.Action.Tests.World;

namespace Ideogram.Build.Action.Tests.GitHub;

/// <summary>GitHub's client, alone, against the stand-in.</summary>
internal sealed class GitHubStage : IAsyncDisposable
{
    private readonly GitHubConnection _connection;

    private GitHubStage(Scene scene, string commit, string repository, string? token)
    {
        Scene = scene;
        Commit = commit;
        _connection = new GitHubConnection(scene.Emulator.GitHubApi, token, new GitHubRetryPolicy(scene.Time, GitHubRetryPolicy.DefaultBudget));
        GitHub = new GitHubRepository(_connection, repository);
    }

    public Scene Scene { get; }

    /// <summary>The commit that the scene begins with.</summary>
    public string Commit { get; }

    public IGitHub GitHub { get; }

    public static async Task<GitHubStage> OpenAsync(string repository = Scene.Repository, string? token = Scene.Token)
    {
        var scene = await Scene.SetAsync();
        return new GitHubStage(scene, scene.Begin(), repository, token);
    }

    public async ValueTask DisposeAsync()
    {
        _connection.Dispose();
        await Scene.DisposeAsync();
    }
}
