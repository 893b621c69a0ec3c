namespace Ideogram.Build.Sync.Api;

/// <summary>Every way a request can fail, and what is done about it. docs/faults.md shows the same table; a test compares both.</summary>
public static class FaultTable
{
    /// <summary>All rows, one per <see cref="ApiFaultKind"/>.</summary>
    public static IReadOnlyList<FaultTreatment> Rows { get; } =
    [
        new(ApiFaultKind.Unreachable, ApiRules.Unreachable, IsTransient: true, MayHaveLanded: false, StopsRun: true,
            "Check the network and --api-url, then run again; nothing is sent twice."),
        new(ApiFaultKind.CertificateRefused, ApiRules.Unreachable, IsTransient: false, MayHaveLanded: false, StopsRun: true, CertificateCheck.Advice),
        new(ApiFaultKind.ConnectionLost, ApiRules.ConnectionLost, IsTransient: true, MayHaveLanded: true, StopsRun: false,
            "Run again; what arrived is not sent twice."),
        new(ApiFaultKind.Timeout, ApiRules.ConnectionLost, IsTransient: true, MayHaveLanded: true, StopsRun: false,
            "Run again; what arrived is not sent twice."),
        new(ApiFaultKind.Rejected, ApiRules.Rejected, IsTransient: false, MayHaveLanded: false, StopsRun: false,
            "Read Ideogram's answer and fix the manifest or the image; the same request would be rejected again."),
        new(ApiFaultKind.KeyRefused, ApiRules.KeyRefused, IsTransient: false, MayHaveLanded: false, StopsRun: true,
            "Put a valid key into IDEOGRAM_API_KEY (for the action: the input api-key, from a secret)."),
        new(ApiFaultKind.PaymentRequired, ApiRules.PaymentRequired, IsTransient: false, MayHaveLanded: false, StopsRun: true,
            "Add funds or raise the limit of the account at Ideogram, then run again."),
        new(ApiFaultKind.Forbidden, ApiRules.Forbidden, IsTransient: false, MayHaveLanded: false, StopsRun: false,
            "Check that the key's account may use this dataset."),
        new(ApiFaultKind.NotFound, ApiRules.NotFound, IsTransient: false, MayHaveLanded: false, StopsRun: false,
            "Check the id in the manifest, and that the key belongs to the dataset's account; without an id the dataset is found by its name, or created."),
        new(ApiFaultKind.TooLarge, ApiRules.TooLarge, IsTransient: false, MayHaveLanded: false, StopsRun: false,
            "Make the image smaller: batches are halved automatically, and this image is too large even alone."),
        new(ApiFaultKind.Throttled, ApiRules.Throttled, IsTransient: true, MayHaveLanded: false, StopsRun: true,
            "This request was not carried out, and nothing is lost. Run again later, or wait longer: --patience 30m (the action's input patience)."),
        new(ApiFaultKind.ServerError, ApiRules.ServerError, IsTransient: true, MayHaveLanded: true, StopsRun: false,
            "Run again later; what arrived is not sent twice."),
        new(ApiFaultKind.Redirected, ApiRules.Redirected, IsTransient: false, MayHaveLanded: false, StopsRun: true,
            "Name the final address with --api-url; a redirect is not followed, because the key would go with it."),
        new(ApiFaultKind.UnexpectedStatus, ApiRules.NotUnderstood, IsTransient: false, MayHaveLanded: true, StopsRun: false,
            "Check --api-url and any proxy on the way; what arrived is not sent twice."),
        new(ApiFaultKind.NotUnderstood, ApiRules.NotUnderstood, IsTransient: true, MayHaveLanded: true, StopsRun: false,
            "Check --api-url and any proxy on the way; what arrived is not sent twice."),
        new(ApiFaultKind.FileChanged, ApiRules.FileChanged, IsTransient: false, MayHaveLanded: true, StopsRun: false,
            "Run again when the file no longer changes."),
    ];

    /// <summary>The row of a kind.</summary>
    /// <param name="kind">The kind.</param>
    public static FaultTreatment For(ApiFaultKind kind) => Rows.First(row => row.Kind == kind);
}
