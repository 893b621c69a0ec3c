using System.Buffers;
using System.Text;

namespace Ideogram.Build.Sync.Api;

/// <summary>Removes secrets from every text that leaves the program, in every spelling, whole or cut short, and the user info from every address.</summary>
public sealed class Redactor
{
    /// <summary>The fewest letters of a secret that is searched for. A shorter one would match too many words.</summary>
    public const int Shortest = 6;

    private const string Mark = "***";

    private readonly Dictionary<Rune, List<SecretForm>> _forms = [];
    private readonly SearchValues<char> _beginnings;

    /// <summary>A redactor of some secrets.</summary>
    /// <param name="secrets">The secrets; empty ones are left out.</param>
    public Redactor(params IEnumerable<string?> secrets)
    {
        var all = secrets.OfType<string>().Select(s => s.Trim()).Where(s => s.Length > 0).Distinct().ToList();
        Secrets = [.. all.Where(s => s.Length >= Shortest)];
        IsBlind = all.Count > Secrets.Count;
        foreach (var form in Secrets.SelectMany(SecretForm.Of))
        {
            foreach (var rune in form.Beginnings)
                (_forms.TryGetValue(rune, out var forms) ? forms : _forms[rune] = []).Add(form);
        }

        _beginnings = SearchValues.Create([.. _forms.Keys.SelectMany(r => r.ToString()), .. Spelling.Beginnings]);
    }

    /// <summary>The secrets that are searched for.</summary>
    public IReadOnlyList<string> Secrets { get; }

    /// <summary>Whether a secret is too short to be searched for.</summary>
    public bool IsBlind { get; }

    /// <summary>The text without secrets.</summary>
    /// <param name="text">Any text.</param>
    public string Clean(string text)
    {
        text = UserInfo.Hide(text);
        if (_forms.Count == 0)
            return text;
        StringBuilder? clean = null;
        var copied = 0;
        for (var i = Next(text, 0); i < text.Length; i = Next(text, i))
        {
            if (End(text, i) is not { } end)
            {
                i++;
                continue;
            }

            (clean ??= new StringBuilder(text.Length)).Append(text, copied, i - copied).Append(Mark);
            i = copied = end;
        }

        return clean?.Append(text, copied, text.Length - copied).ToString() ?? text;
    }

    private int Next(string text, int from) => text.AsSpan(from).IndexOfAny(_beginnings) is >= 0 and var index ? from + index : text.Length;

    private int? End(string text, int index)
    {
        int? longest = null;
        foreach (var (rune, end) in Spelling.At(text, index))
        {
            foreach (var form in _forms.GetValueOrDefault(rune) ?? [])
            {
                if (form.Match(text, end) is { } match && match > (longest ?? 0))
                    longest = match;
            }
        }

        return longest;
    }
}
