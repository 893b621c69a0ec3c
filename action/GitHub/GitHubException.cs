using System.Net;
using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Cli.GitHub;

/// <summary>A request to GitHub failed.</summary>
/// <param name="rule">The kind of failure.</param>
/// <param name="message">What happened and what to do. It may hold GitHub's own words: escape it.</param>
internal sealed class GitHubException(Rule rule, string message) : Exception(message)
{
    public Rule Rule { get; } = rule;

    /// <summary>The status that GitHub answered with; null if there was no usable answer.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>Whether the request may have been carried out although no answer arrived.</summary>
    public bool MayHaveLanded { get; init; }
}
