using System.Reflection;
using System.Text.RegularExpressions;
using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Testing;

/// <summary>Holds docs/diagnostics.md and the rules of the code together.</summary>
public static partial class DiagnosticsPage
{
    /// <summary>The page's codes and titles, for headings that have their anchor before and a paragraph and an example after them.</summary>
    public static IReadOnlyList<(string Code, string Title)> Entries(string page) =>
        [.. Entry().Matches(page).Select(m => (m.Groups["code"].Value, m.Groups["title"].Value.TrimEnd()))];

    /// <summary>Every rule that the assemblies declare, as a field or as a property (which is a field too).</summary>
    public static IReadOnlyList<Rule> Rules(params Assembly[] assemblies) =>
    [
        .. assemblies.SelectMany(a => a.GetTypes())
            .Where(t => !t.ContainsGenericParameters)
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(f => f.FieldType == typeof(Rule))
            .Select(f => (Rule)f.GetValue(null)!),
    ];

    [GeneratedRegex("""^<a id="(?<anchor>ideo\d{4})"></a>\n\n### (?<code>IDEO\d{4}): (?<title>.+)\n\n\S""",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Entry();
}
