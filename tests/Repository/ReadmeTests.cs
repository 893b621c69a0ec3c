using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Ideogram.Build.Repository.Tests;

/// <summary>What the README shows is what there is.</summary>
public sealed partial class ReadmeTests
{
    private static string Version => XDocument.Parse(Checkout.Read("Directory.Build.props")).Descendants("Version").Single().Value;

    [Fact]
    public void The_workflow_of_the_readme_and_the_action_page_is_the_checked_one()
    {
        var workflow = Checkout.Read("docs/workflows/one.yml");
        var shown = $"```yaml\n{workflow[(workflow.IndexOf('\n', StringComparison.Ordinal) + 1)..]}```\n";

        Checkout.Read("README.md").ShouldContain(shown);
        Checkout.Read("docs/action.md").ShouldContain(shown);
    }

    [Fact]
    public void Pages_and_workflows_name_the_major_version_that_there_is()
    {
        var major = Version.Split('.')[0];
        var named = new[] { "README.md" }.Concat(Checkout.Files("docs", "*")
            .Where(f => f.EndsWith(".md", StringComparison.Ordinal) || f.EndsWith(".yml", StringComparison.Ordinal)))
            .SelectMany(f => Use().Matches(Checkout.Read(f)).Select(m => m.Groups["version"].Value)).ToList();

        named.Count.ShouldBeGreaterThan(10);
        named.Distinct().ShouldBe([major]);
    }

    [GeneratedRegex(@"ideogram-build/ideogram-build(@v|:)(?<version>\d[\d.]*)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Use();
}
