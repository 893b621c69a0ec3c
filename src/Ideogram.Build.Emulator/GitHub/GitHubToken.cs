namespace Ideogram.Build.Emulator.GitHub;

/// <summary>A token that GitHub's side accepts.</summary>
/// <param name="Value">The token itself.</param>
/// <param name="Login">Who its comments are by.</param>
/// <param name="CanWrite">False: every write answers 403, as for a fork's workflow.</param>
/// <param name="IsUser">True: a person's token, for which <c>GET /user</c> answers; a workflow's token gets 403 there.</param>
public sealed record GitHubToken(string Value, string Login = "github-actions[bot]", bool CanWrite = true, bool IsUser = false)
{
    /// <summary>What a classic token may do, as <c>X-OAuth-Scopes</c> says with each answer; null for the other kinds, of which GitHub does not tell.</summary>
    public string? Scopes { get; init; }
}
