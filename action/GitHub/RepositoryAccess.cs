namespace Ideogram.Build.Cli.GitHub;

/// <summary>What a repository shows to a token.</summary>
/// <param name="IsPrivate">Whether it is private.</param>
/// <param name="IsArchived">Whether it is archived, which nobody can write to.</param>
/// <param name="Scopes">What a classic token may do; null for tokens of other kinds, of which GitHub does not tell.</param>
internal sealed record RepositoryAccess(bool IsPrivate, bool IsArchived, IReadOnlyList<string>? Scopes);
