namespace Ideogram.Build.Sync.Api;

/// <summary>A request to Ideogram ended badly; <see cref="ApiFault"/> says how.</summary>
/// <param name="fault">How.</param>
/// <param name="inner">What lay beneath, if anything.</param>
public sealed class IdeogramException(ApiFault fault, Exception? inner = null) : Exception(fault.Text, inner)
{
    /// <summary>How the request ended.</summary>
    public ApiFault ApiFault { get; } = fault;
}
