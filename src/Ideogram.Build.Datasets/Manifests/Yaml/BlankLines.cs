using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Datasets.Manifests.Yaml;

/// <summary>
/// Lines that hold only blanks. YAML 1.2 allows tabs in them, and spaces in the first lines of a block whose indentation shows further down; the parser refuses
/// both. The repaired text has the same lines and, wherever there is something in them, the same columns.
/// </summary>
internal sealed class BlankLines
{
    private readonly List<int> _withTab = [];
    private readonly List<(int Head, int Line)> _leading = [];

    /// <summary>Repairs the blank lines of a manifest.</summary>
    /// <param name="text">The manifest.</param>
    /// <param name="kept">Lines, from 1, that stay as they are.</param>
    public BlankLines(string text, ISet<int> kept)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (!IsBlank(lines[i]))
            {
                if (OpensBlock(lines[i]))
                    EmptyLeading(lines, i, kept);
            }
            else if (lines[i].Contains('\t', StringComparison.Ordinal) && !kept.Contains(i + 1))
            {
                _withTab.Add(i + 1);
                lines[i] = lines[i].Replace('\t', ' ');
            }
        }

        Repaired = string.Join("\n", lines);
    }

    public string Repaired { get; }

    public bool IsAnyRepaired => _withTab.Count + _leading.Count > 0;

    /// <summary>The place of the first tab that indents something, or else of the first in a line of blanks.</summary>
    public static Position? FirstTab(string text)
    {
        Position? blank = null;
        var line = 1;
        foreach (var content in text.Split('\n'))
        {
            var indentation = content.Length - content.TrimStart(' ', '\t').Length;
            if (content.IndexOf('\t', 0, indentation) is >= 0 and var column)
            {
                var position = new Position(line, column + 1);
                if (!IsBlank(content))
                    return position;
                blank ??= position;
            }

            line++;
        }

        return blank;
    }

    /// <summary>The repaired lines whose blanks are part of a value: tabs inside a block, and spaces that are not in a block's first lines.</summary>
    /// <param name="scalars">What was read from the repaired text.</param>
    public ISet<int> Harmed(IReadOnlyList<YamlSpan> scalars)
    {
        var blocks = scalars.Where(s => s.IsBlock).Select(s => (First: s.Line, Last: LastLine(s))).ToList();
        int[] heads = [.. blocks.Select(b => b.First)];
        return new HashSet<int>(_withTab.Where(line => HeadOf(line) is not null).Concat(_leading.Where(l => HeadOf(l.Line) is { } head && head != l.Head)
            .Select(l => l.Line)));

        // The line in which the block begins that a line is in.
        int? HeadOf(int line)
        {
            var at = Array.BinarySearch(heads, line);
            at = at < 0 ? ~at - 1 : at - 1;
            return at >= 0 && line <= blocks[at].Last ? heads[at] : null;
        }

        // Blank lines at the end count only where the head says so ("|+").
        int LastLine(YamlSpan block)
        {
            var keepsEnd = Repaired.IndexOf('+', block.Start, Math.Min(3, Repaired.Length - block.Start)) >= 0;
            var (line, last) = (block.Line, block.Line);
            for (var i = block.Start; i < block.End - 1; i++)
            {
                line += Repaired[i] == '\n' ? 1 : 0;
                if (keepsEnd || Repaired[i] is not (' ' or '\t' or '\r' or '\n'))
                    last = line;
            }

            return last;
        }
    }

    private static bool IsBlank(string line) => line.Trim(' ', '\t', '\r').Length == 0;

    // A line that ends in "|" or ">", perhaps with "+" or "-", and a comment. With a digit the block says itself how far it is indented.
    private static bool OpensBlock(string line)
    {
        var end = line.TrimEnd('\r').Length;
        for (var hash = line.IndexOf('#', 0); hash > 0 && hash < end; hash = line.IndexOf('#', hash + 1))
        {
            if (IsBlank(line[hash - 1]) && IsHead(line, hash))
                return true;
        }

        return IsHead(line, end);
    }

    // Whether what stands before a place opens a block, blanks left out.
    private static bool IsHead(string line, int end)
    {
        while (end > 0 && IsBlank(line[end - 1]))
            end--;
        if (end > 0 && line[end - 1] is '+' or '-')
            end--;
        return end > 0 && line[end - 1] is '|' or '>';
    }

    private static bool IsBlank(char c) => c is ' ' or '\t';

    private void EmptyLeading(string[] lines, int head, ISet<int> kept)
    {
        var first = head + 1;
        while (first < lines.Length && lines[first].Trim(' ', '\r').Length == 0)
            first++;
        var indentation = first < lines.Length ? lines[first].Length - lines[first].TrimStart(' ').Length : 0;
        for (var i = head + 1; i < first; i++)
        {
            var spaces = lines[i].TrimEnd('\r');
            if (spaces.Length == 0 || spaces.Length > indentation || kept.Contains(i + 1))
                continue;
            _leading.Add((head + 1, i + 1));
            lines[i] = lines[i].Substring(spaces.Length);
        }
    }
}
