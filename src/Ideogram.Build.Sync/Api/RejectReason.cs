namespace Ideogram.Build.Sync.Api;

/// <summary>Which limit of the account rejected a request (<c>reject_reason</c> of 402 and 429), and what to do about it.</summary>
/// <param name="Name">The reason as Ideogram writes it.</param>
/// <param name="CanPass">Whether it passes by itself, so that a wait helps.</param>
/// <param name="Advice">What it means and what a person can do.</param>
public sealed record RejectReason(string Name, bool CanPass, string Advice)
{
    /// <summary>The documented reasons. Another one is shown as it came.</summary>
    public static IReadOnlyList<RejectReason> All { get; } =
    [
        new("insufficient_funds", CanPass: false, "The account has no funds left for this request. Add funds at Ideogram, then run again."),
        new("subscription_required", CanPass: false,
            "This request needs a subscription, and the account has none. Subscribe at Ideogram, or use the key of another account."),
        new("daily_limit", CanPass: false, "The account has reached its limit for today. Run again tomorrow, or raise the limit at Ideogram."),
        new("priority_credit_required", CanPass: false,
            "This request needs priority credits, and the account has none left. Buy some at Ideogram, then run again."),
        new("inflight_limit", CanPass: true,
            "Ideogram limits how many images and videos your whole organization generates at the same time, over all keys and endpoints: "
                + "the generations of other people can use all places. This request was not carried out and is not billed, and nothing is lost. "
                + "Run again later, or wait longer: --patience 30m (the action's input patience)."),
        new("feature_limit", CanPass: false, "The account has reached its limit for this feature. Raise the limit at Ideogram, then run again."),
    ];

    /// <summary>The reason of that name; null if it is not documented.</summary>
    /// <param name="name">As Ideogram wrote it.</param>
    public static RejectReason? Find(string? name) => All.FirstOrDefault(r => string.Equals(r.Name, name, StringComparison.Ordinal));
}
