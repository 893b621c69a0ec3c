using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Datasets.Files;

/// <summary>A file or folder was not made, because a link is on the way to it.</summary>
/// <param name="link">Full path of the link.</param>
public sealed class LinkOnTheWayException(string link)
    : IOException($"{MessageText.Quote(link)} is a symbolic link, and nothing is written through one: it could point outside the repository")
{
    /// <summary>Full path of the link.</summary>
    public string Link => link;
}
