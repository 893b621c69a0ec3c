#if NETFRAMEWORK
namespace Ideogram.Build.Datasets;

// Members of string that .NET Framework lacks, so that the code reads the same for both frameworks.
internal static class PolyfillExtensions
{
    public static bool Contains(this string text, char c, StringComparison comparison) =>
        comparison == StringComparison.Ordinal ? text.IndexOf(c) >= 0 : throw new ArgumentOutOfRangeException(nameof(comparison));

    public static string Replace(this string text, string old, string replacement, StringComparison comparison) =>
        comparison == StringComparison.Ordinal ? text.Replace(old, replacement) : throw new ArgumentOutOfRangeException(nameof(comparison));

    public static bool Contains(this string text, string part, StringComparison comparison) => text.IndexOf(part, comparison) >= 0;

    public static bool StartsWith(this string text, char c) => text.Length > 0 && text[0] == c;

    public static bool EndsWith(this string text, char c) => text.Length > 0 && text[text.Length - 1] == c;

    public static string[] Split(this string text, char separator) => text.Split([separator]);
}
#endif
