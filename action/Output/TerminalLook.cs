using System.Globalization;
using System.Text;
using Spectre.Console;

namespace Ideogram.Build.Cli.Output;

/// <summary>How lines look: on a terminal errors are red, warnings yellow and changes green, and lines end between words. Elsewhere they stay.</summary>
/// <param name="Width">The terminal's columns; null for no terminal.</param>
/// <param name="IsColored">Whether colours are wanted.</param>
internal sealed record TerminalLook(int? Width, bool IsColored)
{
    private const string Red = "\e[31m";
    private const string Yellow = "\e[33m";
    private const string Green = "\e[32m";
    private const string Reset = "\e[0m";

    // Less is no terminal that a person reads.
    private const int MinWidth = 20;

    private static readonly string[] Failures = ["!!  ", "  failed ", "  unknown "];
    private static readonly string[] Changes = ["ok  ", "  new ", "  edited ", "  caption ", "  new caption ", "  uploaded "];

    /// <summary>No terminal.</summary>
    public static TerminalLook None { get; } = new(null, IsColored: false);

    /// <summary>That of a terminal. NO_COLOR switches colours off, whatever its value.</summary>
    /// <param name="output">Standard output.</param>
    /// <param name="variables">The environment.</param>
    public static TerminalLook Of(TextWriter output, IReadOnlyDictionary<string, string> variables)
    {
        var profile = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) }).Profile;
        var isPlain = variables.TryGetValue("NO_COLOR", out var value) && value.Length > 0;
        return new TerminalLook(profile.Width, !isPlain && profile.Capabilities is { Ansi: true, ColorSystem: not ColorSystem.NoColors });
    }

    /// <summary>The line as it is written, without a line break at its end.</summary>
    /// <param name="line">Without control characters.</param>
    public string Lay(string line)
    {
        var wrapped = Width is { } width and >= MinWidth ? Wrap(line, width) : line;
        return IsColored && Color(line) is { } color ? color + wrapped + Reset : wrapped;
    }

    private static string? Color(string line) =>
        line.Contains(": error IDEO", StringComparison.Ordinal) || StartsWith(line, Failures) ? Red
            : line.Contains(": warning IDEO", StringComparison.Ordinal) ? Yellow
            : StartsWith(line, Changes) ? Green : null;

    private static bool StartsWith(string line, string[] words) => words.Any(w => line.StartsWith(w, StringComparison.Ordinal));

    private static string Wrap(string line, int width)
    {
        if (Columns(line) <= width)
            return line;
        var indent = new string(' ', Math.Min(line.Length - line.TrimStart(' ').Length + 2, width / 2));
        var text = new StringBuilder();
        var used = 0;
        foreach (var word in line.TrimStart(' ').Split(' '))
        {
            var columns = Columns(word);
            if (text.Length == 0)
            {
                text.Append(indent.AsSpan(2));
                used = indent.Length - 2;
            }
            else if (used + 1 + columns > width)
            {
                text.Append('\n').Append(indent);
                used = indent.Length;
            }
            else
            {
                text.Append(' ');
                used++;
            }

            text.Append(word);
            used += columns;
        }

        return text.ToString();
    }

    // Near enough: letters of East Asia and pictures take two columns, marks on a letter none.
    private static int Columns(string text) => text.EnumerateRunes().Sum(rune => rune.Value < 0x300 ? 1
        : Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format ? 0
        : rune.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xFF00 and <= 0xFF60) or >= 0x1F300 ? 2 : 1);
}
