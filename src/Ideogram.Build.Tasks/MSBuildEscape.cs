using System.Globalization;
using System.Text;

namespace Ideogram.Build.Tasks;

/// <summary>Writes text so that MSBuild reads it back as it was, whatever is in it.</summary>
internal static class MSBuildEscape
{
    /// <summary>
    /// The text with everything that MSBuild or <see cref="BuildState"/> gives a meaning written as <c>%25XX</c>: <c>[MSBuild]::Unescape</c> makes that <c>%XX</c>, which is what
    /// MSBuild keeps in items and properties.
    /// </summary>
    public static string Escape(string text)
    {
        StringBuilder? escaped = null;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            // White space too: MSBuild trims it at both ends of an item.
            if (c is <= ' ' or '%' or '*' or '?' or '@' or '$' or '(' or ')' or ';' or '\'' or '|' or ',')
            {
                escaped ??= new StringBuilder(text, 0, i, text.Length + 16);
                escaped.Append("%25").Append(((int)c).ToString("x2", CultureInfo.InvariantCulture));
            }
            else
            {
                escaped?.Append(c);
            }
        }

        return escaped?.ToString() ?? text;
    }
}
