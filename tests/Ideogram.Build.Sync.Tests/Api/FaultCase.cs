using Ideogram.Build.Sync.Api;

namespace Ideogram.Build.Sync.Tests.Api;

/// <summary>One thing that befalls a request, and the row of the fault table that it belongs to. docs/faults.md lists the same words.</summary>
/// <param name="Kind">The row.</param>
/// <param name="ReportText">What happens, as docs/faults.md says it.</param>
public sealed record FaultCase(ApiFaultKind Kind, string ReportText)
{
    /// <summary>The emulator's fault.</summary>
    public string? Spec { get; init; }

    /// <summary>What a bare socket answers, once it read the request.</summary>
    public Func<Stream, CancellationToken, Task>? Raw { get; init; }

    /// <summary>Whether the client speaks TLS to the bare socket.</summary>
    public bool IsTls { get; init; }

    /// <summary>What becomes of the file between inspection and sending.</summary>
    public Action<string>? File { get; init; }
}
