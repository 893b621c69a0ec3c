namespace Ideogram.Build.Emulator.Faults;

/// <summary>Something that goes wrong with one request.</summary>
internal abstract record Fault;

/// <summary>A status instead of the answer. <paramref name="Commit"/>: the call is carried out anyway, only its answer is replaced.</summary>
internal sealed record StatusFault(int Code, FaultBody Body, bool Commit, bool Early) : Fault
{
    public string? Location { get; init; }

    public string? RejectReason { get; init; }

    public int? MaxInFlight { get; init; }

    public int? RetryAfterSeconds { get; init; }

    public bool RetryAfterAsDate { get; init; }

    public long OversizedBytes { get; init; }
}

/// <summary>A wait: before the call, or between carrying it out and answering.</summary>
internal sealed record DelayFault(TimeSpan By, bool BeforeAnswer) : Fault;

/// <summary>
/// Every member of a name holds another value in the answer; with <paramref name="Add"/> every object gets one; with <paramref name="Beside"/> only objects
/// that hold that text.
/// </summary>
internal sealed record MemberFault(string Name, string Value, bool Add, string? Beside) : Fault;

/// <summary>The answer says that its next page is there.</summary>
internal sealed record LinkFault(string To) : Fault;

/// <summary>The connection is cut.</summary>
internal sealed record ResetFault(ResetPoint At, int AfterBytes) : Fault;

/// <summary>Only the first images of an upload are stored, then the connection is cut or <paramref name="Code"/> answered.</summary>
internal sealed record PartialFault(int Images, int? Code) : Fault;

/// <summary>The connection is cut, and what the call stored shows only later.</summary>
internal sealed record LateFault(TimeSpan By) : Fault;

/// <summary>The call is answered at once, and what it stored shows only later.</summary>
internal sealed record LagFault(TimeSpan By) : Fault;

/// <summary>File names come back altered.</summary>
internal sealed record NamesFault(NameChange Change) : Fault;

/// <summary>The last images of an upload are in neither list of its answer.</summary>
internal sealed record MissingFault(int Images, bool Commit) : Fault;

/// <summary>The counts disagree with the lists.</summary>
internal sealed record CountsFault : Fault;

/// <summary>The first images of an upload, or those whose name contains a text, are refused.</summary>
internal sealed record RefuseFault(string Reason, int Images, string? Containing) : Fault;

/// <summary>One of the faults that a client must survive, drawn for each request.</summary>
internal sealed record RandomFault(int Seconds) : Fault;

internal enum FaultBody
{
    Json,
    Html,
    Text,
    Empty,
    Truncated,
    Oversized,
    Wrong,
    Array,
    Null,
}

internal enum ResetPoint
{
    Before,
    Body,
    Read,
    Commit,
    Answer,
}

internal enum NameChange
{
    Lower,
    Upper,
    Suffix,
    Null,
}
