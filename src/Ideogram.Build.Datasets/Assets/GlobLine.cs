using Ideogram.Build.Datasets.Assets.Globs;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Assets;

/// <summary>A line of <c>images</c> with its parsed pattern and its result.</summary>
/// <param name="Entry">The line.</param>
/// <param name="Pattern">Its parts.</param>
/// <param name="Start">Full path of the folder in which the first name is searched.</param>
internal sealed record GlobLine(ImageEntry Entry, PathPattern Pattern, string Start)
{
    /// <summary>What relative paths begin with: "" or "../".</summary>
    public string Prefix { get; } = string.Concat(Enumerable.Repeat("../", Pattern.Up));

    /// <summary>Whether the line takes a file, or removes one that a line before it matches.</summary>
    public bool IsMatched { get; set; }

    /// <summary>Folders that the line must search and that cannot be read.</summary>
    public PathSummary Unreadable { get; } = new();

    /// <summary>Files that the line matches but that are not images.</summary>
    public PathSummary PassedOver { get; } = new();

    /// <summary>What the line would match if names counted in another form.</summary>
    public PathSummary Nearly { get; } = new();

    /// <summary>The form of <see cref="Nearly"/>.</summary>
    public NameForm? Form { get; set; }
}

/// <summary>Many paths in few words: the first, and how many more.</summary>
internal sealed class PathSummary
{
    public int Count { get; private set; }

    /// <summary>The first of them (ordinal).</summary>
    public string First { get; private set; } = "";

    public void Add(string path)
    {
        if (Count++ == 0 || string.CompareOrdinal(path, First) < 0)
            First = path;
    }

    public override string ToString()
    {
        var first = MessageText.Quote(First.Length == 0 ? "." : First);
        return Count == 1 ? first : FormattableString.Invariant($"{first} and {Count - 1} more");
    }
}
