using System.Diagnostics.CodeAnalysis;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync.Api;

namespace Ideogram.Build.Cli.Output;

/// <summary>What nothing else caught, in one coded line: no user is helped by a stack, and a stack may hold what nobody should read.</summary>
internal static class Unexpected
{
    public static Rule Rule { get; } = new("IDEO9001", Severity.Error, "Something went wrong that this tool does not expect");

    /// <summary>Whether the program can still say what happened. After a failure of the runtime itself it must not go on.</summary>
    public static bool IsBearable([NotNullWhen(true)] Exception? e) => e is not (null or OutOfMemoryException or AccessViolationException);

    /// <summary>The line. It begins as MSBuild and editors read it.</summary>
    public static string Line(Exception e, Redactor redactor) =>
        LogText.Line(redactor.Clean($"ideogram-build : error {Rule.Code}: {MessageText.OneLine(e.Message, 1_000)} ({e.GetType().Name}) {Rule.HelpLink}"));
}
