namespace Ideogram.Build.Emulator.Faults;

/// <summary>Reads the grammar of docs/emulator.md.</summary>
internal static class FaultSpec
{
    public const string Grammar = """
        SPEC   rule;rule;…           every rule that covers a request befalls it
        rule   kind:key=value,key=value,…

        keys of every rule
          route=upload|create        list create get upload train models model describe github-…; ideogram (default), github, any
          nth=2  nth=2-4  nth=2-     which of the covered requests, counted from 1; default all
          for=1800                   ends so many seconds after it began, by the emulator's clock
          rate=0.2,seed=1            which share of them; the same seed befalls the same ones

        kinds
          status:code=503            a status instead of the call; body=json|html|text|empty|truncated|oversized|wrong|array|null,
                                     commit=yes carries the call out first, early=yes answers before the body was read,
                                     retry-after=2, retry-after-as=seconds|date, reject-reason=insufficient_funds, location=URL, bytes=64000000
          throttle                   429: seconds=2, as=seconds|date|none, or inflight=10 (reject_reason inflight_limit)
          delay:seconds=3            before the call; at=answer waits after it was carried out
          member:name=X,value=Y      every member of that name in the answer holds that text or number; add=yes puts one into every object;
                                     beside=TEXT only where another member holds that text
          link:to=URL                the answer's Link header says that its next page is there
          reset:at=before            cuts the connection: at=before|body (bytes=1000)|read|commit|answer
          partial:images=2           stores only the first images of an upload, then cuts; code=500 answers instead
          late:seconds=5             cuts the connection; what the call stored shows 5 s later
          lag:seconds=5              answers; what the call stored shows 5 s later
          names:how=lower            file names come back altered: lower|upper|suffix|null
          missing:images=1           the last images of an upload are in neither list and not stored; commit=yes stores them
          counts                     the counts of an upload disagree with its lists
          refuse:reason=X            the first image of an upload fails with X; images=2, containing=TEXT instead
          random:seed=1,rate=0.2     draws from the faults that a client must survive; seconds=2 bounds late and lag
        """;

    /// <summary>The rules of a text, none for an empty one.</summary>
    /// <exception cref="FormatException">The text does not follow the grammar.</exception>
    public static IReadOnlyList<FaultRule> Parse(string? spec) =>
        [.. (spec ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Rule)];

    private static FaultRule Rule(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var settings = new FaultSettings(text, colon < 0 ? "" : text[(colon + 1)..]);
        var fault = FaultOf(colon < 0 ? text : text[..colon], settings);
        var (first, last) = settings.Range("nth");
        var rule = new FaultRule(
            fault,
            settings.Text("route")?.Split('|', StringSplitOptions.TrimEntries) ?? ["ideogram"],
            first,
            last,
            settings.Share("rate") ?? 1,
            settings.Number("seed") ?? 0)
        {
            Length = settings.Seconds("for"),
        };
        settings.Done();
        return rule.Routes.FirstOrDefault(name => !RouteNames.IsKnown(name)) is { } unknown ? throw settings.Wrong($"unknown route '{unknown}'") : rule;
    }

    private static Fault FaultOf(string kind, FaultSettings settings) => kind switch
    {
        "status" => Status(settings),
        "throttle" => Throttle(settings),
        "delay" => new DelayFault(settings.Seconds("seconds") ?? throw settings.Wrong("seconds is missing"), IsAnswer(settings)),
        "member" => new MemberFault(
            settings.Text("name") ?? throw settings.Wrong("name is missing"), settings.Text("value") ?? throw settings.Wrong("value is missing"),
                settings.Yes("add"), settings.Text("beside")),
        "link" => new LinkFault(settings.Text("to") ?? throw settings.Wrong("to is missing")),
        "reset" => new ResetFault(settings.OneOf("at", ResetPoint.Before), settings.Number("bytes") ?? 1000),
        "partial" => new PartialFault(settings.Number("images") ?? 1, settings.Number("code", 400, 599)),
        "late" => new LateFault(settings.Seconds("seconds") ?? throw settings.Wrong("seconds is missing")),
        "lag" => new LagFault(settings.Seconds("seconds") ?? throw settings.Wrong("seconds is missing")),
        "names" => new NamesFault(settings.OneOf("how", NameChange.Null)),
        "missing" => new MissingFault(settings.Number("images") ?? 1, settings.Yes("commit")),
        "counts" => new CountsFault(),
        "refuse" => Refuse(settings),
        "random" => new RandomFault(settings.Number("seconds", 0, 3600) ?? 2),
        _ => throw settings.Wrong($"unknown kind '{kind}'"),
    };

    private static StatusFault Status(FaultSettings settings) =>
        new(settings.Number("code", 200, 599) ?? throw settings.Wrong("code is missing"), settings.OneOf("body", FaultBody.Json), settings.Yes("commit"),
            settings.Yes("early"))
        {
            Location = settings.Text("location"),
            RejectReason = settings.Text("reject-reason"),
            RetryAfterSeconds = settings.Number("retry-after"),
            RetryAfterAsDate = settings.OneOf("retry-after-as", RetryAfterForm.Seconds) == RetryAfterForm.Date,
            OversizedBytes = settings.Number("bytes") ?? 64_000_000,
        };

    private static StatusFault Throttle(FaultSettings settings)
    {
        var inFlight = settings.Number("inflight");
        var form = settings.OneOf("as", RetryAfterForm.Seconds);
        var seconds = settings.Number("seconds") ?? 1;
        return new StatusFault(429, FaultBody.Json, Commit: false, Early: false)
        {
            RejectReason = inFlight is null ? null : "inflight_limit",
            MaxInFlight = inFlight,
            RetryAfterSeconds = inFlight is null && form != RetryAfterForm.None ? seconds : null,
            RetryAfterAsDate = form == RetryAfterForm.Date,
        };
    }

    private static RefuseFault Refuse(FaultSettings settings)
    {
        var containing = settings.Text("containing");
        return new RefuseFault(settings.Text("reason") ?? "INTERNAL_ERROR", settings.Number("images") ?? (containing is null ? 1 : int.MaxValue), containing);
    }

    private static bool IsAnswer(FaultSettings settings) => settings.Text("at") switch
    {
        null or "before" => false,
        "answer" => true,
        _ => throw settings.Wrong("at must be before or answer"),
    };

    private enum RetryAfterForm
    {
        Seconds,
        Date,
        None,
    }
}
