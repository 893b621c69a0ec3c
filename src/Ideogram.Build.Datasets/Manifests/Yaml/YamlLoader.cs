using Ideogram.Build.Datasets.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Ideogram.Build.Datasets.Manifests.Yaml;

/// <summary>Turns the parser's events into values with places. Never more than <see cref="MaxDepth"/> deep or <see cref="MaxValues"/> long, never an alias followed.</summary>
internal sealed class YamlLoader(string file, string text, List<Diagnostic> diagnostics)
{
    public const int MaxDepth = 64;

    /// <summary>A thousand images with captions are five thousand values.</summary>
    public const int MaxValues = 20_000;

    private readonly Parser _parser = new(new StringReader(text));
    private int _values;

    /// <summary>The first document's value; null, with a diagnostic, if there is none that can be read.</summary>
    public YamlNode? Load()
    {
        try
        {
            return LoadDocument();
        }
        catch (MaximumRecursionLevelReachedException)
        {
            return null;
        }
        catch (YamlException e)
        {
            // A pattern without quotes is what people get wrong most.
            var advice = Mentions("tag") || Mentions("alias") ? "Put a pattern that begins with '!' or '*' in quotes: \"!photos/rejected/**\"." : "Look at the indentation, quotes and colons here and just above.";
            // The parser says of a tab where the line before it ended, or nothing at all.
            if (Mentions("tab") && FirstTab() is { } tab)
                diagnostics.Add(ManifestRules.Syntax.At(file, tab, "This is not YAML: a tab stands where only spaces may indent. Indent with spaces."));
            else
                Report(ManifestRules.Syntax, e.Start, $"This is not YAML: {MessageText.Escape(e.Message).TrimEnd('.')}. {advice}");
            return null;

            bool Mentions(string word) => e.Message.Contains(word, StringComparison.OrdinalIgnoreCase);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            // The parser lets such exceptions out for some broken escapes ("\U99999999").
            Report(ManifestRules.Syntax, _parser.Current?.End ?? Mark.Empty, "This is not YAML: the value after this place cannot be read. Look at its quotes and escapes.");
            return null;
        }
    }

    // The first line that a tab indents.
    private Position? FirstTab()
    {
        var line = 1;
        foreach (var content in text.Split('\n'))
        {
            var indentation = content.Length - content.TrimStart(' ', '\t').Length;
            if (content.IndexOf('\t', 0, indentation) is >= 0 and var column && indentation < content.Length)
                return new Position(line, column + 1);
            line++;
        }

        return null;
    }

    private YamlNode? LoadDocument()
    {
        Next<StreamStart>();
        if (!Move() || _parser.Current is StreamEnd)
            return null;

        _ = Move();
        var root = LoadNode(1);
        Next<DocumentEnd>();
        if (Move() && _parser.Current is not StreamEnd)
            Report(ManifestRules.SeveralDocuments, _parser.Current!.Start, "A second YAML document begins here, and only the first would count. Remove the '---' line or write a manifest of its own (*.ideogram.yml).");
        return root;
    }

    private YamlNode LoadNode(int depth)
    {
        // The parser ends in the middle of some broken values instead of saying so.
        var current = _parser.Current ?? throw new InvalidOperationException();
        var position = PositionOf(current.Start);
        if (depth > MaxDepth || ++_values > MaxValues)
        {
            Report(ManifestRules.TooComplex, current.Start, depth > MaxDepth
                ? FormattableString.Invariant($"Values are nested more than {MaxDepth} deep. A manifest needs three levels: remove the nesting.")
                : FormattableString.Invariant($"There are more than {MaxValues:N0} values. Name images with globs instead of one by one, or split the manifest."));
            throw new MaximumRecursionLevelReachedException("");
        }

        if (current is NodeEvent node)
            RefuseAnchorAndTag(node);
        switch (current)
        {
            case Scalar { Tag.IsEmpty: false }:
                return new YamlUnreadable(position);
            case Scalar scalar:
                return new YamlScalar(scalar.Value, scalar.Style == ScalarStyle.Plain, position);
            case SequenceStart:
                var items = new List<YamlNode>();
                while (Move() && _parser.Current is not SequenceEnd)
                    items.Add(LoadNode(depth + 1));
                return new YamlSequence(items, position);
            case MappingStart:
                return new YamlMapping(LoadEntries(depth), position);
            default:
                Report(ManifestRules.UnsupportedYaml, current.Start, "YAML reads '*' at the start of a value as an alias, and aliases are not followed in a manifest. Put a glob in quotes: \"**/*.jpg\".");
                return new YamlUnreadable(position);
        }
    }

    private List<KeyValuePair<YamlNode, YamlNode>> LoadEntries(int depth)
    {
        var entries = new List<KeyValuePair<YamlNode, YamlNode>>();
        while (Move() && _parser.Current is not MappingEnd)
        {
            var key = LoadNode(depth + 1);
            _ = Move();
            entries.Add(new(key, LoadNode(depth + 1)));
        }

        return entries;
    }

    private void RefuseAnchorAndTag(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
            Report(ManifestRules.UnsupportedYaml, node.Start, "Anchors ('&name') have no meaning in a manifest. Remove the anchor and write values out where they are needed.");
        if (!node.Tag.IsEmpty)
            Report(ManifestRules.UnsupportedYaml, node.Start, "YAML reads '!' at the start of a value as a tag, and tags have no meaning in a manifest. To exclude files put the pattern in quotes: \"!photos/rejected/**\".");
    }

    private bool Move() => _parser.MoveNext();

    private void Next<T>()
    {
        if (!Move() || _parser.Current is not T)
            throw new InvalidOperationException();
    }

    private void Report(Rule rule, Mark mark, string message) => diagnostics.Add(rule.At(file, PositionOf(mark), message));

    // Marks are made without a place, or past the end, for some errors.
    private static Position PositionOf(Mark mark) => new((int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column));
}
