using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync.Api;

namespace Ideogram.Build.Sync.Reporting;

/// <summary>Why an image is not in its dataset. It is made where the answer is read, so that no code must find the rule in a text.</summary>
/// <param name="Rule">The code under which it is reported.</param>
/// <param name="Reason">Ideogram's <c>failure_reason</c> as it came, or what went wrong with the request. Untrusted text: escape it.</param>
/// <param name="Advice">What a person can do.</param>
public sealed record Failure(Rule Rule, string Reason, string Advice)
{
    /// <summary>The failure of a request.</summary>
    /// <param name="fault">How the request ended.</param>
    public static Failure From(ApiFault fault) => new(fault.Treatment.Rule, fault.Text.TrimEnd('.'), fault.Advice);
}
