namespace Ideogram.Build.Emulator.Control;

/// <summary>A request that reached the emulator. Control calls are not recorded.</summary>
/// <param name="Route">The route's name: <c>list</c>, <c>create</c>, <c>get</c>, <c>upload</c>, <c>train</c>, <c>models</c>, <c>model</c>, <c>describe</c>, or
/// <c>github-…</c>; see docs/emulator.md.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="PathAndQuery">Its path and query.</param>
public sealed record RecordedRequest(string Route, string Method, string PathAndQuery)
{
    /// <summary>The status answered; 0 when the connection was cut instead.</summary>
    public int Status { get; internal set; }
}
