using System.Text;
using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Datasets.Captions.Tables;

/// <summary>
/// Reads comma-separated values as RFC 4180 defines them, and knows where each value begins. Lines may end in any way. What the RFC leaves open is an error:
/// a value that is read in another way than it was meant is a wrong caption that is easy to miss.
/// </summary>
internal sealed class CsvReader(string text)
{
    private const int MaxFields = 1_000;

    private int _at;
    private int _line = 1;
    private int _lineStart;

    private Position Here => new(_line, _at - _lineStart + 1);

    /// <summary>The rows with at least one character, the header first.</summary>
    /// <exception cref="TableException">From this place on, the text is not such a table.</exception>
    public IEnumerable<IReadOnlyList<TableValue>> ReadRows()
    {
        while (_at < text.Length)
        {
            if (TryEndLine())
                continue;
            yield return ReadRow();
        }
    }

    private List<TableValue> ReadRow()
    {
        var row = new List<TableValue>();
        while (true)
        {
            row.Add(_at < text.Length && text[_at] == '"' ? ReadQuoted() : ReadPlain());
            if (row.Count > MaxFields)
                throw new TableException(Here, FormattableString.Invariant($"has more than {MaxFields:N0} values in a row."));
            if (_at == text.Length || TryEndLine())
                return row;
            _at++;
        }
    }

    private TableValue ReadPlain()
    {
        var (from, start) = (_at, Here);
        for (; _at < text.Length && text[_at] is not (',' or '\r' or '\n'); _at++)
        {
            if (text[_at] == '"')
                throw new TableException(Here, "has a quote inside a value without quotes. Put the whole value into quotes, and write each quote in it twice.");
        }

        return new TableValue(text.Substring(from, _at - from), start);
    }

    private TableValue ReadQuoted()
    {
        var start = Here;
        var value = new StringBuilder();
        _at++;
        while (_at < text.Length)
        {
            if (text[_at] != '"')
            {
                var from = _at;
                if (!TryEndLine())
                    _at++;
                value.Append(text, from, _at - from);
            }
            else if (_at + 1 < text.Length && text[_at + 1] == '"')
            {
                value.Append('"');
                _at += 2;
            }
            else
            {
                _at++;
                return _at == text.Length || text[_at] is ',' or '\r' or '\n'
                    ? new TableValue(value.ToString(), start) { HasLinesOfFile = true }
                    : throw new TableException(Here, "has text after a closing quote. Write a comma here, or write each quote inside the value twice.");
            }
        }

        throw new TableException(start, "has a quote here that is never closed. Close it, or write each quote inside the value twice.");
    }

    private bool TryEndLine()
    {
        if (text[_at] is not ('\r' or '\n'))
            return false;
        _at += text[_at] == '\r' && _at + 1 < text.Length && text[_at + 1] == '\n' ? 2 : 1;
        _line++;
        _lineStart = _at;
        return true;
    }
}
