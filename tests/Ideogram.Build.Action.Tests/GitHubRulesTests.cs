using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Ideogram.Build.Action.GitHub;

namespace Ideogram.Build.Action.Tests;

public sealed partial class GitHubRulesTests
{
    [Fact]
    public void Every_6xxx_code_has_its_paragraph_and_every_paragraph_its_code()
    {
        var page = File.ReadAllText(RepositoryFile("docs/diagnostics.md"));

        var written = Heading().Matches(page).Select(m => (m.Groups["code"].Value, m.Groups["title"].Value.Trim()));

        written.ShouldBe(GitHubRules.All.Select(r => (r.Code, r.Title)).Order());
        foreach (var rule in GitHubRules.All)
            page.ShouldContain($"<a id=\"{rule.Code.ToLowerInvariant()}\"></a>");
    }

    internal static string RepositoryFile(string path, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "../..", path);

    [GeneratedRegex("^### (?<code>IDEO6[0-9]{3}): (?<title>.*)$", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();
}
