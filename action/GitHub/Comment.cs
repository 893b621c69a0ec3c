namespace Ideogram.Build.Cli.GitHub;

/// <summary>A comment on a pull request. Its text may be anybody's.</summary>
internal sealed record Comment(long Id, string? Author, string Body, Uri? Page);
