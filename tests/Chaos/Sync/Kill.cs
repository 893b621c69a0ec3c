namespace Ideogram.Build.Chaos.Sync;

/// <summary>How a program is ended before its time.</summary>
/// <param name="Requests">After so many requests,</param>
/// <param name="After">and so long after them.</param>
/// <param name="IsGentle">SIGTERM instead of SIGKILL: the program says what is known.</param>
internal sealed record Kill(int Requests, TimeSpan After, bool IsGentle);
