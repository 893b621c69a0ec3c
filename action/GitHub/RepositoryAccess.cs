namespace Ideogram.Build.Cli.GitHub;

/// <summary>What a token can see of a repository.</summary>
/// <param name="IsPrivate">Whether it is private.</param>
/// <param name="IsArchived">Whether it is archived and therefore read-only.</param>
/// <param name="Scopes">What a classic token may do; null for other kinds of token, whose permissions GitHub does not show.</param>
internal sealed record RepositoryAccess(bool IsPrivate, bool IsArchived, IReadOnlyList<string>? Scopes);
