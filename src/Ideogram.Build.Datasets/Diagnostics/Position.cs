namespace Ideogram.Build.Datasets.Diagnostics;

/// <summary>A place in a text file. Both numbers start at 1; a file without lines (an image) is at <see cref="Start"/>.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The character in the line, from 1.</param>
public readonly record struct Position(int Line, int Column)
{
    /// <summary>The first character of a file.</summary>
    public static Position Start => new(1, 1);
}
