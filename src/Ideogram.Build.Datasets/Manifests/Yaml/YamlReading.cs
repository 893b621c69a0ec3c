using Ideogram.Build.Datasets.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Ideogram.Build.Datasets.Manifests.Yaml;

/// <summary>Turns the parser's events into values with places. Never more than <see cref="MaxDepth"/> deep or <see cref="MaxValues"/> long, never an alias
/// followed.</summary>
internal sealed class YamlReading(string file, string text)
{
    public const int MaxDepth = 64;

    /// <summary>A thousand images with captions are five thousand values.</summary>
    public const int MaxValues = 20_000;

    private readonly Parser _parser = new(new StringReader(text));
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly List<YamlSpan> _scalars = [];
    private int _values;
    private Mark _end = Mark.Empty;

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    /// <summary>Where the parser gave up; null if it did not.</summary>
    public Position? GaveUp { get; private set; }

    /// <summary>The places of the scalars, in their order.</summary>
    public IReadOnlyList<YamlSpan> Scalars => _scalars;

    /// <summary>The first document's value; null, with a diagnostic, if there is none that can be read.</summary>
    public YamlNode? Read()
    {
        try
        {
            var root = LoadDocument();
            if (_diagnostics.Count == 0)
                _diagnostics.AddRange(new YamlCoverage(file, text).Check(_scalars));
            return root;
        }
        catch (MaximumRecursionLevelReachedException)
        {
            return null;
        }
        catch (YamlException e)
        {
            // A pattern without quotes is the most common mistake.
            var advice = Mentions("tag") || Mentions("alias")
                ? "Put a pattern that begins with '!' or '*' in quotes: \"!photos/rejected/**\"."
                : "Look at the indentation, quotes and colons here and just above.";

            // The parser says of a tab where the line before it ended, or nothing at all.
            if (Mentions("tab") && BlankLines.FirstTab(text) is { } tab)
                GiveUp(tab, "This is not YAML: a tab is used for indentation. Indent with spaces.");
            else
                GiveUp(PositionOf(e.Start), $"This is not YAML: {MessageText.Escape(e.Message).TrimEnd('.')}. {advice}");
            return null;

            bool Mentions(string word) => e.Message.Contains(word, StringComparison.OrdinalIgnoreCase);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            // The parser lets such exceptions out for some broken escapes ("\U99999999").
            GiveUp(PositionOf(_parser.Current?.End ?? Mark.Empty), "This is not YAML: the value after this place cannot be read. "
                + "Look at its quotes and escapes.");
            return null;
        }
    }

    private void GiveUp(Position position, string message)
    {
        GaveUp = position;
        _diagnostics.Add(ManifestRules.Syntax.At(file, position, message));
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
            Report(ManifestRules.SeveralDocuments, _parser.Current!.Start, "A second YAML document begins here, but only the first one would be used. "
                + "Remove the '---' line, or write a second manifest (*.ideogram.yml).");
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
                : FormattableString.Invariant($"There are more than {MaxValues:N0} values. Name images with globs instead of one by one, ")
                    + "or split the manifest.");
            throw new MaximumRecursionLevelReachedException("");
        }

        if (current is NodeEvent node)
            RefuseAnchorAndTag(node);
        switch (current)
        {
            case Scalar { Tag.IsEmpty: false }:
                return new YamlUnreadable(position);
            case Scalar scalar:
                _scalars.Add(new YamlSpan((int)scalar.Start.Index, (int)scalar.End.Index, position.Line, scalar.Style is ScalarStyle.Literal
                    or ScalarStyle.Folded));
                return new YamlScalar(scalar.Value, scalar.Style == ScalarStyle.Plain, position);
            case SequenceStart:
                var items = new List<YamlNode>();
                var isBlockList = _parser.Current is SequenceStart { Style: SequenceStyle.Block };
                while (Move() && _parser.Current is not SequenceEnd)
                {
                    RefuseTab(isBlockList);
                    items.Add(LoadNode(depth + 1));
                }

                return new YamlSequence(items, position);
            case MappingStart start:
                // The parser gives a pair in a list ("[a, b: c]") the place where the file begins.
                var entries = LoadEntries(depth);
                return new YamlMapping(entries, start.Start.Index == 0 && entries.Count > 0 ? entries[0].Key.Position : position);
            default:
                Report(ManifestRules.UnsupportedYaml, current.Start, "YAML reads '*' at the start of a value as an alias, and aliases are not followed in a "
                    + "manifest. Put a glob in quotes: \"**/*.jpg\".");
                return new YamlUnreadable(position);
        }
    }

    private List<KeyValuePair<YamlNode, YamlNode>> LoadEntries(int depth)
    {
        var entries = new List<KeyValuePair<YamlNode, YamlNode>>();
        var isBlock = _parser.Current is MappingStart { Style: MappingStyle.Block };
        while (Move() && _parser.Current is not MappingEnd)
        {
            RefuseTab(isBlock);
            var key = LoadNode(depth + 1);
            if (key is YamlScalar { IsPlain: true, Text: "" })
                key = key with { Position = PlaceOfColon() };
            _ = Move();
            RefuseTab(isBlock);
            entries.Add(new(key, LoadNode(depth + 1)));
        }

        return entries;
    }

    // The parser takes some tabs for indentation that other readers refuse.
    private void RefuseTab(bool isInBlock)
    {
        var start = (int)Math.Min(_parser.Current?.Start.Index ?? 0, text.Length);
        if (!isInBlock || start == 0)
            return;
        for (var i = text.LastIndexOf('\n', start - 1) + 1; i < start && text[i] is ' ' or '\t'; i++)
        {
            if (text[i] != '\t')
                continue;
            var position = PositionOf(_parser.Current!.Start);
            GiveUp(position with { Column = position.Column - (start - i) }, "This is not YAML: a tab is used for indentation. "
                + "Indent with spaces.");
            throw new MaximumRecursionLevelReachedException("");
        }
    }

    // The parser gives an empty key the place of something before it.
    private Position PlaceOfColon()
    {
        var start = (int)Math.Min(_end.Index, text.Length);
        var at = YamlCoverage.NextColon(text, start);
        var line = PositionOf(_end).Line + text.Substring(start, at - start).Count(c => c == '\n');
        return new Position(line, at - (at == 0 ? -1 : text.LastIndexOf('\n', at - 1)));
    }

    private void RefuseAnchorAndTag(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
            Report(ManifestRules.UnsupportedYaml, node.Start, "Anchors ('&name') have no meaning in a manifest. "
                + "Remove the anchor, and write each value where it is needed.");
        if (!node.Tag.IsEmpty)
            Report(ManifestRules.UnsupportedYaml, node.Start, "YAML reads '!' at the start of a value as a tag, and tags have no meaning in a manifest. "
                + "To exclude files put the pattern in quotes: \"!photos/rejected/**\".");
    }

    private bool Move()
    {
        if (_parser.Current is { } read && read.End.Index >= _end.Index)
            _end = read.End;
        return _parser.MoveNext();
    }

    private void Next<T>()
    {
        if (!Move() || _parser.Current is not T)
            throw new InvalidOperationException();
    }

    private void Report(Rule rule, Mark mark, string message) => _diagnostics.Add(rule.At(file, PositionOf(mark), message));

    // Marks are made without a place, or past the end, for some errors.
    private static Position PositionOf(Mark mark) => new((int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column));
}

/// <summary>The place of a scalar in the text.</summary>
/// <param name="Start">The index of its first character, quotes and the head of a block included.</param>
/// <param name="End">The index after its last character.</param>
/// <param name="Line">The line that it begins in.</param>
/// <param name="IsBlock">Whether it is a block (<c>|</c>, <c>&gt;</c>), whose blanks count.</param>
internal sealed record YamlSpan(int Start, int End, int Line, bool IsBlock);
