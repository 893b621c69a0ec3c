using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests.Yaml;

namespace Ideogram.Build.Datasets.Manifests;

/// <summary>Reads <c>images</c>: globs, excludes and objects.</summary>
internal sealed class ImageEntryReader(YamlValues values)
{
    /// <summary>A dataset holds 100 images; ten lines for each are more than enough, and every glob costs a search.</summary>
    public const int MaxEntries = 1_000;

    public const int MaxPattern = 1_000;

    private static readonly string[] Keys = ["path", "caption"];

    public IReadOnlyList<ImageEntry> Read(YamlNode node)
    {
        if (node is not YamlSequence { Items: var items })
        {
            values.WrongType(node, "'images'", "a list of globs, paths and objects");
            return [];
        }

        if (items.Count is 0 or > MaxEntries)
        {
            values.Report(ManifestRules.OutOfRange, node.Position,
                FormattableString.Invariant($"'images' must have 1 to {MaxEntries} lines, but it has {items.Count}."));
            return [];
        }

        return [.. items.Select(ReadItem).OfType<ImageEntry>()];
    }

    private ImageEntry? ReadItem(YamlNode node) => node is YamlMapping ? ReadObject(node) : ReadPattern(node);

    private ImageEntry? ReadPattern(YamlNode node)
    {
        if (Path(node, "A line of 'images'") is not { } pattern)
            return null;

        var isExclude = pattern.StartsWith('!');
        return new ImageEntry(isExclude ? pattern.Substring(1) : pattern, node.Position) { IsExclude = isExclude };
    }

    private ImageEntry? ReadObject(YamlNode node)
    {
        if (values.Object(node, "A line of 'images'", Keys) is not { } keys)
            return null;

        var caption = keys.TryGetValue("caption", out var text) ? values.Text(text, "'caption'") : null;
        if (!keys.TryGetValue("path", out var pathNode))
        {
            values.Report(ManifestRules.MissingKey, node.Position, "A line of 'images' has no 'path'. It names the one file that the line is about.");
            return null;
        }

        return Path(pathNode, "'path'") is { } path
            ? new ImageEntry(path, pathNode.Position) { IsSingleFile = true, Caption = caption, CaptionPosition = text?.Position ?? Position.Start }
            : null;
    }

    private string? Path(YamlNode node, string what)
    {
        if (values.Text(node, what) is not { } path)
            return null;
        if (CodePoint.Count(path) is var length && length is > 0 and <= MaxPattern)
            return path;

        values.Report(ManifestRules.OutOfRange, node.Position, FormattableString.Invariant($"{what} must have 1 to {MaxPattern} characters, ")
            + FormattableString.Invariant($"but it has {length}."));
        return null;
    }
}
