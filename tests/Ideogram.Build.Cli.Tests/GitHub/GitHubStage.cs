using Ideogram.Build.Cli.GitHub;
using Ideogram.Build.Cli.Tests.World;

namespace Ideogram.Build.Cli.Tests.GitHub;

/// <summary>GitHub's client, alone, against the stand-in.</summary>
internal sealed class GitHubStage : IAsyncDisposable
{
    private readonly GitHubConnection _connection;

    private GitHubStage(ActionScene scene, string commit, string repository, string? token)
    {
        ActionScene = scene;
        Commit = commit;
        _connection = new GitHubConnection(scene.Emulator.GitHubApi, token, new GitHubRetryPolicy(scene.Time, GitHubRetryPolicy.DefaultBudget));
        GitHub = new GitHubRepository(_connection, repository);
    }

    public ActionScene ActionScene { get; }

    /// <summary>The commit that the scene begins with.</summary>
    public string Commit { get; }

    public IGitHub GitHub { get; }

    public static async Task<GitHubStage> OpenAsync(string repository = ActionScene.Repository, string? token = ActionScene.Token)
    {
        var scene = await ActionScene.SetAsync();
        return new GitHubStage(scene, scene.Begin(), repository, token);
    }

    public async ValueTask DisposeAsync()
    {
        _connection.Dispose();
        await ActionScene.DisposeAsync();
    }
}
