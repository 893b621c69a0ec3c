using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Datasets.Captions.Tables;

/// <summary>A table of captions that cannot be read any further.</summary>
/// <param name="rule">The rule that it breaks.</param>
/// <param name="position">Where it breaks it.</param>
/// <param name="message">Goes on after the table's name.</param>
public sealed class TableException(Rule rule, Position position, string message) : Exception(message)
{
    internal TableException(Position position, string message)
        : this(CaptionRules.TableSyntax, position, message)
    {
    }

    /// <summary>The rule that it breaks.</summary>
    public Rule Rule => rule;

    /// <summary>Where it breaks it.</summary>
    public Position Position => position;
}
