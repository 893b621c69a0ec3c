using System.Globalization;

namespace Ideogram.Build.Cli.Output;

/// <summary>A length of time as a person writes it: <c>500ms</c>, <c>20s</c>, <c>10m</c>, <c>2h</c>.</summary>
internal static class Duration
{
    private static readonly (string Unit, TimeSpan Length)[] Units =
        [("ms", TimeSpan.FromMilliseconds(1)), ("s", TimeSpan.FromSeconds(1)), ("m", TimeSpan.FromMinutes(1)), ("h", TimeSpan.FromHours(1))];

    /// <summary>The length of time; null if the text is none, or more than the maximum.</summary>
    /// <param name="text">A whole number and its unit.</param>
    /// <param name="max">The maximum.</param>
    public static TimeSpan? Parse(string text, TimeSpan max)
    {
        var digits = text.TrimEnd("abcdefghijklmnopqrstuvwxyz".ToCharArray());
        var unit = Units.FirstOrDefault(u => u.Unit == text[digits.Length..]);
        return unit.Unit is not null && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= max / unit.Length
            ? number * unit.Length
            : null;
    }
}
