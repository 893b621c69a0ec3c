using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Sync.Api;

/// <summary>5xxx: problems with Ideogram's API.</summary>
public static class ApiRules
{
    /// <summary>No connection.</summary>
    public static readonly Rule Unreachable = new("IDEO5001", Severity.Error, "Ideogram could not be reached");

    /// <summary>401.</summary>
    public static readonly Rule KeyRefused = new("IDEO5002", Severity.Error, "Ideogram refused the key");

    /// <summary>402.</summary>
    public static readonly Rule PaymentRequired = new("IDEO5003", Severity.Error, "Ideogram requires payment or a higher limit");

    /// <summary>403.</summary>
    public static readonly Rule Forbidden = new("IDEO5004", Severity.Error, "Ideogram forbids the request");

    /// <summary>400 and 422.</summary>
    public static readonly Rule Rejected = new("IDEO5005", Severity.Error, "Ideogram rejected the request");

    /// <summary>404.</summary>
    public static readonly Rule NotFound = new("IDEO5006", Severity.Error, "Not found at Ideogram");

    /// <summary>413.</summary>
    public static readonly Rule TooLarge = new("IDEO5007", Severity.Error, "A request is too large for Ideogram");

    /// <summary>429 beyond the time budget.</summary>
    public static readonly Rule Throttled = new("IDEO5008", Severity.Error, "Rate limited by Ideogram");

    /// <summary>5xx beyond the time budget.</summary>
    public static readonly Rule ServerError = new("IDEO5009", Severity.Error, "Ideogram server error");

    /// <summary>Timeouts and broken connections beyond the time budget.</summary>
    public static readonly Rule ConnectionLost = new("IDEO5010", Severity.Error, "The connection to Ideogram broke");

    /// <summary>3xx.</summary>
    public static readonly Rule Redirected = new("IDEO5011", Severity.Error, "Ideogram's address redirects");

    /// <summary>A good status without the documented JSON, or an undocumented status.</summary>
    public static readonly Rule NotUnderstood = new("IDEO5012", Severity.Error, "Ideogram's answer was not understood");

    /// <summary>A file changed between inspection and upload.</summary>
    public static readonly Rule FileChanged = new("IDEO5013", Severity.Error, "A file changed while it was being sent");
}
