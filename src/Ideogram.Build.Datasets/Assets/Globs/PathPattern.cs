using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Files;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Assets.Globs;

/// <summary>A path or glob of a manifest, taken apart: how many folders up, then one pattern per folder and for the file.</summary>
internal sealed record PathPattern(int Up, IReadOnlyList<Segment> Segments)
{
    /// <summary>What the paths of a manifest are relative to, for messages.</summary>
    public const string ManifestFolder = "the manifest's folder";

    /// <summary>Whether this names exactly one file.</summary>
    public bool IsLiteral => Segments.All(s => s.Literal is not null);

    /// <summary>Takes a pattern apart; if that cannot be done, the answer is the rule that it breaks and why.</summary>
    /// <param name="text">The path or glob.</param>
    /// <param name="isSingleFile">Whether it is the name of one file, and no glob.</param>
    /// <param name="problem">The rule and a sentence.</param>
    /// <param name="relativeTo">What the path is relative to, for messages.</param>
    public static PathPattern? Parse(string text, bool isSingleFile, out (Rule Rule, string Message) problem, string relativeTo = ManifestFolder)
    {
        problem = Refuse(text, relativeTo) ?? default;
        if (problem.Rule is not null)
            return null;

        var up = 0;
        var segments = new List<Segment>();
        foreach (var part in text.Split('/').Where(p => p != "."))
        {
            if (part == "..")
            {
                if (segments.Count > 0)
                    return Fail(ManifestRules.BadPath, "has '..' after a name. Write '..' only at the start", out problem);
                up++;
            }
            else if (part.Length == 0)
            {
                return Fail(ManifestRules.BadPath, "has an empty part between or after slashes. "
                    + (isSingleFile ? "Name one file" : "For everything in a folder write 'folder/**'"), out problem);
            }
            else if (part[0] == '.')
            {
                return Fail(ManifestRules.DotName, "names a dot file or dot folder. Those hold settings and secrets and are never read: "
                    + "move the images elsewhere", out problem);
            }
            else if (isSingleFile || !Segment.HasWildcard(part))
            {
                segments.Add(Segment.FromName(part));
            }
            else if (Segment.Parse(part, out var reason) is { } segment)
            {
                // "**/**" says no more than "**".
                if (!(segment.IsAnyDepth && segments.Count > 0 && segments[segments.Count - 1].IsAnyDepth))
                    segments.Add(segment);
            }
            else
            {
                return Fail(ManifestRules.BadGlob, reason, out problem);
            }
        }

        if (segments.Count == 0)
            return Fail(ManifestRules.BadPath, "names no file", out problem);

        // "photos/**" means every file below photos, not photos itself.
        if (segments[segments.Count - 1].IsAnyDepth)
            segments.Add(Segment.AnyName);
        return new PathPattern(up, segments);

        PathPattern? Fail(Rule rule, string reason, out (Rule Rule, string Message) failure)
        {
            failure = (rule, $"{MessageText.Quote(text)} {reason}.");
            return null;
        }
    }

    private static (Rule Rule, string Message)? Refuse(string text, string relativeTo)
    {
        var reason = text switch
        {
            _ when text.Contains('\\', StringComparison.Ordinal) => "has a backslash. Write '/' between folders, on Windows too",
            _ when text.Contains("://", StringComparison.Ordinal) => "is an address. Only files of the repository can be named",
            _ when text.Length > 1 && text[1] == ':' => $"begins with a drive. Write the path relative to {relativeTo}",
            _ when text.StartsWith('/') => $"is an absolute path. Write it relative to {relativeTo}",
            _ when text == "~" || text.StartsWith("~/", StringComparison.Ordinal) => $"points into a home folder. Write the path relative to {relativeTo}",
            _ when PlainName.Problem(text) is { } problem => $"{problem}. Rename the file or folder",
            _ => null,
        };
        return reason is null ? null : (ManifestRules.BadPath, $"{MessageText.Quote(text)} {reason}.");
    }
}
