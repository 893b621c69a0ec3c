using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;

namespace Ideogram.Build.Sync.Api;

/// <summary>Reads a text letter by letter, each unchanged and as its escapes say: <c>%2B</c>, <c>\u002b</c>, <c>\/</c>, <c>&amp;#43;</c>,
/// <c>&amp;plus;</c>; escapes of escapes too.</summary>
internal static class Spelling
{
    // An escape of an escape of an escape; what is escaped more often hides nothing that a text shows. It bounds the work, too.
    private const int MaxLayers = 3;
    private const int MaxNameLength = 12;

    /// <summary>What begins an escape.</summary>
    public const string Beginnings = "%\\&";

    /// <summary>Every way to read the text at a place, the plainest first: the letter and where it ends.</summary>
    public static Readings At(string text, int index) => new(text, index, MaxLayers);

    private static bool Unescape(string text, Rune beginning, int layers, ref int end, out Rune rune)
    {
        rune = default;
        return beginning.Value switch
        {
            '%' => Percent(text, layers, ref end, out rune),
            '\\' => Backslash(text, layers, ref end, out rune),
            '&' => Entity(text, layers, ref end, out rune),
            _ => false,
        };
    }

    private static bool Percent(string text, int layers, ref int end, out Rune rune)
    {
        rune = default;
        Span<byte> bytes = stackalloc byte[4];
        var place = end;
        for (var count = 1; count <= bytes.Length && Hex(text, place, 2) is { } value; count++)
        {
            bytes[count - 1] = (byte)value;
            place += 2;
            if (Rune.DecodeFromUtf8(bytes[..count], out rune, out _) == OperationStatus.Done)
            {
                end = place;
                return true;
            }

            if (Next(text, place, '%', layers, static (t, e) => Hex(t, e, 2) is >= 0x80 and < 0xC0) is not { } next)
                return false;
            place = next;
        }

        return false;
    }

    private static bool Backslash(string text, int layers, ref int end, out Rune rune)
    {
        rune = default;
        if (end >= text.Length)
            return false;
        var digits = text[end] switch { 'u' => 4, 'x' => 2, 'U' => 8, _ => 0 };
        if (digits > 0 && Hex(text, end + 1, digits) is { } value)
        {
            end += 1 + digits;
            if (Rune.TryCreate(value, out rune))
                return true;
            // Half a surrogate pair: the other half has an escape of its own.
            return char.IsHighSurrogate((char)value) && Next(text, end, '\\', layers, static (t, e) => e < t.Length && t[e] == 'u') is { } next
                && Hex(text, next + 1, 4) is { } low
                && Rune.TryCreate((char)value, (char)low, out rune) && (end = next + 5) > 0;
        }

        rune = (Rune)(text[end] switch
        {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'b' => '\b',
            'f' => '\f',
            var c when char.IsAscii(c)
            && !char.IsLetterOrDigit(c) => c,
            _ => '\0'
        });
        end++;
        return rune.Value != 0;
    }

    private static bool Entity(string text, int layers, ref int end, out Rune rune)
    {
        rune = default;
        var digits = Next(text, end, '#', layers);
        var isNumber = digits is not null;
        var start = digits ?? end;
        var isHex = isNumber && start < text.Length && text[start] is 'x' or 'X';
        if (isHex)
            start++;
        var stop = start;
        while (stop < text.Length && stop - start < MaxNameLength
            && (isNumber && !isHex ? char.IsAsciiDigit(text[stop]) : char.IsAsciiLetterOrDigit(text[stop])))
            stop++;
        if (stop == start)
            return false;
        var name = text[start..stop];
        end = Next(text, stop, ';', layers) ?? stop;
        if (isNumber)
            return int.TryParse(name, isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var value)
                && Rune.TryCreate(value, out rune);
        return Names.TryGetValue(name, out var c) ? Rune.TryCreate(c, out rune) : WebUtility.HtmlDecode($"&{name};") is [var decoded]
            && Rune.TryCreate(decoded, out rune);
    }

    // WebUtility knows the names of HTML 4; these came with HTML 5.
    private static readonly Dictionary<string, char> Names = new(StringComparer.Ordinal)
    {
        ["Tab"] = '\t',
        ["NewLine"] = '\n',
        ["excl"] = '!',
        ["num"] = '#',
        ["dollar"] = '$',
        ["percnt"] = '%',
        ["lpar"] = '(',
        ["rpar"] = ')',
        ["ast"] = '*',
        ["plus"] = '+',
        ["comma"] = ',',
        ["period"] = '.',
        ["sol"] = '/',
        ["colon"] = ':',
        ["semi"] = ';',
        ["equals"] = '=',
        ["quest"] = '?',
        ["commat"] = '@',
        ["lsqb"] = '[',
        ["lbrack"] = '[',
        ["bsol"] = '\\',
        ["rsqb"] = ']',
        ["rbrack"] = ']',
        ["Hat"] = '^',
        ["lowbar"] = '_',
        ["grave"] = '`',
        ["lcub"] = '{',
        ["lbrace"] = '{',
        ["verbar"] = '|',
        ["vert"] = '|',
        ["rcub"] = '}',
        ["rbrace"] = '}',
        ["apos"] = '\'',
        ["AMP"] = '&',
        ["LT"] = '<',
        ["GT"] = '>',
        ["QUOT"] = '"',
    };

    // A sign inside an escape may be escaped itself; what follows says which reading is meant.
    private static int? Next(string text, int index, char sign, int layers, Func<string, int, bool>? isFollowed = null)
    {
        foreach (var (rune, end) in new Readings(text, index, layers - 1))
        {
            if (rune.Value == sign && isFollowed?.Invoke(text, end) != false)
                return end;
        }

        return null;
    }

    private static int? Hex(string text, int index, int digits) =>
        index + digits <= text.Length && int.TryParse(text.AsSpan(index, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    /// <summary>The readings of one place.</summary>
    public ref struct Readings(string text, int index, int layers)
    {
        private Rune _rune;
        private int _end = index;
        private int _layer;

        /// <summary>The reading.</summary>
        public readonly (Rune Rune, int End) Current => (_rune, _end);

        /// <summary>For <c>foreach</c>.</summary>
        public readonly Readings GetEnumerator() => this;

        /// <summary>Goes to the next reading.</summary>
        public bool MoveNext()
        {
            if (_layer++ > 0)
                return _layer <= layers + 1 && Unescape(text, _rune, layers, ref _end, out _rune);
            if (_end >= text.Length)
                return false;
            if (!Rune.TryGetRuneAt(text, _end, out _rune))
                _rune = Rune.ReplacementChar;
            _end += _rune.Utf16SequenceLength;
            return true;
        }
    }
}
