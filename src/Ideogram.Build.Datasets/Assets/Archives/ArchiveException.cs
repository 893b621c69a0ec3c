using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Datasets.Assets.Archives;

/// <summary>An archive or entry that cannot be read, with the rule that says why.</summary>
/// <param name="rule">One of <see cref="ArchiveRules"/>.</param>
/// <param name="message">What is wrong and what to do; continues after the name.</param>
public sealed class ArchiveException(Rule rule, string message) : IOException(message)
{
    /// <summary>One of <see cref="ArchiveRules"/>.</summary>
    public Rule Rule => rule;
}
