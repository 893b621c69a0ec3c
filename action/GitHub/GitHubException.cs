using System.Net;
using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Cli.GitHub;

/// <summary>GitHub did not do what was asked.</summary>
/// <param name="rule">Which kind of trouble.</param>
/// <param name="message">What happened and what to do. It may hold GitHub's own words: escape it.</param>
internal sealed class GitHubException(Rule rule, string message) : Exception(message)
{
    public Rule Rule { get; } = rule;

    /// <summary>The status that GitHub answered with; null where there was no answer, or none that counts.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>Whether the request may have been carried out although no answer came.</summary>
    public bool MayHaveLanded { get; init; }
}
