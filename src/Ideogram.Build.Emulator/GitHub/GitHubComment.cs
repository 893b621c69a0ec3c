namespace Ideogram.Build.Emulator.GitHub;

/// <summary>A comment on a pull request.</summary>
/// <param name="Id">Grows with every comment of the emulator, over all repositories.</param>
/// <param name="Number">The pull request's number.</param>
/// <param name="Author">The login of the token that wrote it.</param>
/// <param name="Body">Markdown, as it was sent.</param>
/// <param name="CreatedAt">When it was written.</param>
/// <param name="UpdatedAt">When it was last written.</param>
public sealed record GitHubComment(long Id, int Number, string Author, string Body, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);
