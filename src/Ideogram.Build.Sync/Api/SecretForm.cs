using System.Text;

namespace Ideogram.Build.Sync.Api;

/// <summary>One form of a secret to search for: as it is, as a part of base64, or as hex digits. Each of its letters may be escaped.</summary>
internal sealed class SecretForm
{
    // The least length of the rest of a secret that was cut short; a shorter rest reveals nothing.
    private const int MinOfCut = 4;

    private static readonly string[] Folds = ["\r\n", "\n", "\\r\\n", "\\n", "%0D%0A", "%0A"];

    private readonly Rune[] _letters;
    private readonly bool _isBase64;

    private SecretForm(string text, bool isBase64)
    {
        _letters = [.. text.EnumerateRunes()];
        _isBase64 = isBase64;
    }

    /// <summary>The letters that it may begin with.</summary>
    public IEnumerable<Rune> Beginnings => new[] { _letters[0], Other(_letters[0]) }.Distinct();

    /// <summary>The forms of a secret.</summary>
    public static IEnumerable<SecretForm> Of(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        yield return new SecretForm(secret, isBase64: false);
        yield return new SecretForm(Convert.ToHexStringLower(bytes), isBase64: false);
        // The text before it shifts it: there are three ways, and the letters at the ends hold bits of the neighbours.
        for (var before = 0; before < 3; before++)
        {
            var all = Convert.ToBase64String([.. new byte[before], .. bytes]);
            var start = ((before * 8) + 5) / 6;
            yield return new SecretForm(all[start..((before + bytes.Length) * 8 / 6)], isBase64: true);
        }
    }

    /// <summary>Where the form ends that begins with a letter that was read already; null if it is another text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="end">Where the first letter ends.</param>
    public int? Match(string text, int end)
    {
        if (_letters.Length > 1 && end < text.Length && !MayGoOn(text[end]))
            return null;
        // Where an escape can be read in two ways, both are followed.
        List<int> places = [end];
        for (var count = 1; count < _letters.Length; count++)
        {
            var next = new List<int>(1);
            foreach (var place in places)
                Read(text, place, _letters[count], next);
            if (next.Count == 0)
                return count >= MinOfCut ? places.Cast<int?>().LastOrDefault(p => IsCut(text, p!.Value)) : null;
            places = next;
        }

        return places[^1];
    }

    // Most texts differ in the second letter.
    private bool MayGoOn(char next) =>
        next is '%' or '\\' or '&' or '\r' or '\n' || !char.IsAscii(next) || (Rune)next == _letters[1] || (Rune)next == Other(_letters[1]);

    private void Read(string text, int place, Rune letter, List<int> next)
    {
        foreach (var (rune, end) in Spelling.At(text, _isBase64 ? Unfolded(text, place) : place))
        {
            if ((letter == rune || Other(letter) == rune) && !next.Contains(end))
                next.Add(end);
        }
    }

    // Base64 may be folded into lines.
    private static int Unfolded(string text, int place)
    {
        foreach (var fold in Folds)
        {
            if (string.CompareOrdinal(text, place, fold, 0, fold.Length) == 0)
                return place + fold.Length;
        }

        return place;
    }

    // The rest was left out, perhaps in the middle of an escape.
    private static bool IsCut(string text, int place)
    {
        if (place < text.Length && Spelling.Beginnings.Contains(text[place], StringComparison.Ordinal))
        {
            var longest = Math.Min(text.Length, place + 8);
            do place++;
            while (place < longest && (char.IsAsciiLetterOrDigit(text[place]) || text[place] == '#'));
        }

        return place < text.Length && text[place] == '…';
    }

    // Base64 has two alphabets. In a form a plus means a blank. Letter case is no disguise where it carries nothing.
    private Rune Other(Rune letter) => letter.Value switch
    {
        '+' when _isBase64 => (Rune)'-',
        '/' when _isBase64 => (Rune)'_',
        ' ' => (Rune)'+',
        _ when _isBase64 || !letter.IsAscii => letter,
        _ when Rune.IsUpper(letter) => Rune.ToLowerInvariant(letter),
        _ => Rune.ToUpperInvariant(letter),
    };
}
