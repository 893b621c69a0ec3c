namespace Ideogram.Build.Sync.Api;

/// <summary>A request to Ideogram failed; <see cref="ApiFault"/> says how.</summary>
/// <param name="fault">How.</param>
/// <param name="inner">The cause, if there is one.</param>
public sealed class IdeogramException(ApiFault fault, Exception? inner = null) : Exception(fault.Text, inner)
{
    /// <summary>How the request ended.</summary>
    public ApiFault ApiFault { get; } = fault;
}
