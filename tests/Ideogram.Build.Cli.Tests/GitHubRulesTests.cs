using System.Text.RegularExpressions;
using Ideogram.Build.Cli.GitHub;

namespace Ideogram.Build.Cli.Tests;

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

    // Not by the compiler's caller path: a build in CI maps it away.
    internal static string RepositoryFile(string path)
    {
        var top = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(top.FullName, "Ideogram.Build.sln")))
            top = top.Parent ?? throw new DirectoryNotFoundException("These tests run in a checkout.");
        return Path.Combine(top.FullName, path);
    }

    [GeneratedRegex("^### (?<code>IDEO6[0-9]{3}): (?<title>.*)$", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();
}
