namespace Ideogram.Build.Action.Output;

/// <summary>JSON in a log.</summary>
internal static class JsonText
{
    /// <summary>The same JSON in which no runner finds a command: <c>##[</c> can only stand inside a text, where <c>#</c> may be escaped.</summary>
    public static string Safe(string json) => json.Replace("##[", "\\u0023#[", StringComparison.Ordinal);
}
