namespace Ideogram.Build.Sync.Api;

/// <summary>The ways in which a request to Ideogram fails. <see cref="FaultTable"/> says what each means.</summary>
public enum ApiFaultKind
{
    /// <summary>No connection: refused, unknown host, no TLS. Nothing was sent.</summary>
    Unreachable,

    /// <summary>The server's certificate is not trusted: mostly a proxy that opens TLS. Nothing was sent.</summary>
    CertificateRefused,

    /// <summary>The connection broke after it was made: what was sent may have arrived.</summary>
    ConnectionLost,

    /// <summary>No answer in time: what was sent may have arrived.</summary>
    Timeout,

    /// <summary>400 or 422.</summary>
    Rejected,

    /// <summary>401.</summary>
    KeyRefused,

    /// <summary>402, or 429 with the reason of an account's limit (<see cref="RejectReason"/>). Trying again never helps.</summary>
    PaymentRequired,

    /// <summary>403.</summary>
    Forbidden,

    /// <summary>404.</summary>
    NotFound,

    /// <summary>413.</summary>
    TooLarge,

    /// <summary>429.</summary>
    Throttled,

    /// <summary>500 to 599: the request may have been carried out anyway.</summary>
    ServerError,

    /// <summary>300 to 399: never followed, because the key would go with it.</summary>
    Redirected,

    /// <summary>A status that this list does not have.</summary>
    UnexpectedStatus,

    /// <summary>A good status with an answer that is not the documented JSON: HTML, empty, cut off, too long, another shape.</summary>
    NotUnderstood,

    /// <summary>A file changed on disk while it was being sent; the request was stopped.</summary>
    FileChanged,
}
