namespace Ideogram.Build.Cli.GitHub;

/// <summary>A comment on a pull request. Its text can come from anyone.</summary>
internal sealed record Comment(long Id, string? Author, string Body, Uri? Page);
