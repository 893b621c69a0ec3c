using System.Diagnostics.CodeAnalysis;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync.Api;

namespace Ideogram.Build.Cli.Output;

/// <summary>An unexpected exception in one coded line. A stack trace does not help users, and it may hold secrets.</summary>
internal static class Unexpected
{
    public static Rule Rule { get; } = new("IDEO9001", Severity.Error, "Unexpected error");

    /// <summary>Whether the program can still report it. After a failure of the runtime itself it must not continue.</summary>
    public static bool IsBearable([NotNullWhen(true)] Exception? e) => e is not (null or OutOfMemoryException or AccessViolationException);

    /// <summary>The line. It begins as MSBuild and editors read it.</summary>
    public static string Line(Exception e, Redactor redactor) =>
        LogText.Line(redactor.Clean($"ideogram-build : error {Rule.Code}: {MessageText.OneLine(e.Message, 1_000)} ({e.GetType().Name}) {Rule.HelpLink}"));
}
