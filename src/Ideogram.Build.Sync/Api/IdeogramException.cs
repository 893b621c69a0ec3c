namespace Ideogram.Build.Sync.Api;

/// <summary>A request to Ideogram ended badly; <see cref="Fault"/> says how.</summary>
/// <param name="fault">How.</param>
/// <param name="inner">What lay beneath, if anything.</param>
public sealed class IdeogramException(Fault fault, Exception? inner = null) : Exception(fault.Text, inner)
{
    /// <summary>How the request ended.</summary>
    public Fault Fault { get; } = fault;
}
