using System.Globalization;

namespace Ideogram.Build.Emulator.Faults;

/// <summary>The <c>key=value</c> pairs of one rule. Every key must be read, so that a misspelt one is an error and is not ignored.</summary>
internal sealed class FaultSettings
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly string _rule;

    public FaultSettings(string rule, string settings)
    {
        _rule = rule;
        foreach (var pair in settings.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0 || !_values.TryAdd(pair[..at], pair[(at + 1)..]))
                throw Wrong($"'{pair}' is not key=value, or its key is there twice");
        }
    }

    public string? Text(string key) => _values.Remove(key, out var value) ? value : null;

    public int? Number(string key, int min = 0, int max = int.MaxValue) =>
        Text(key) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max ? number
        : throw Wrong($"{key} must be a whole number, at least {min}{(max == int.MaxValue ? "" : $" and at most {max}")}");

    public double? Share(string key) =>
        Text(key) is not { } text ? null
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1 ? share
        : throw Wrong($"{key} must be a number from 0 to 1");

    public TimeSpan? Seconds(string key) =>
        Text(key) is not { } text ? null
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and <= 86_400
            ? TimeSpan.FromSeconds(seconds)
        : throw Wrong($"{key} must be a number of seconds");

    public bool Yes(string key) => Text(key) switch
    {
        null or "no" => false,
        "yes" => true,
        _ => throw Wrong($"{key} must be yes or no"),
    };

    public T OneOf<T>(string key, T otherwise)
        where T : struct, Enum =>
        Text(key) is not { } text ? otherwise
        : Enum.GetNames<T>().Any(name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) ? Enum.Parse<T>(text, ignoreCase: true)
        : throw Wrong($"{key} must be one of {string.Join(", ", Enum.GetNames<T>().Select(name => name.ToLowerInvariant()))}");

    /// <summary>A range of request numbers: <c>2</c>, <c>2-4</c> or <c>2-</c>.</summary>
    public (int First, int Last) Range(string key)
    {
        if (Text(key) is not { } text)
            return (1, int.MaxValue);

        var dash = text.IndexOf('-', StringComparison.Ordinal);
        var first = Whole(dash < 0 ? text : text[..dash]);
        var last = dash < 0 ? first : dash == text.Length - 1 ? int.MaxValue : Whole(text[(dash + 1)..]);
        return first > 0 && last >= first ? (first, last) : throw Wrong($"{key} must be a number, as 2, or a range, as 2-4 or 2-");

        static int Whole(string part) => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    public void Done()
    {
        if (_values.Count > 0)
            throw Wrong($"unknown key '{_values.Keys.First()}'");
    }

    public FormatException Wrong(string what) => new($"fault '{_rule}': {what}");
}
