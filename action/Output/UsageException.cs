using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Cli.Output;

/// <summary>Wrong usage or configuration: exit code 2.</summary>
/// <param name="message">What is wrong and what to do. It may hold text from outside: escape it.</param>
/// <param name="rule">The code, where there is one.</param>
internal sealed class UsageException(string message, Rule? rule = null) : Exception(message)
{
    public Rule? Rule { get; } = rule;

    /// <summary>The message with its code, for a terminal.</summary>
    public string Line => Rule is null ? Message : $"error {Rule.Code}: {Message}";
}
