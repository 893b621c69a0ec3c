using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace EndToEnd;

/// <summary>What the README shows is what there is.</summary>
public sealed partial class ReadmeTests(InstalledTool tool)
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
        Checkout.Read("README.md").ShouldContain($"Include=\"Ideogram.Build\" Version=\"{Version}\"");
    }

    [Fact]
    public async Task The_readmes_messages_are_the_programs_own()
    {
        using var repository = await NewRepository.CreateAsync();
        var manifest = Path.Combine(repository.Photos, "ideogram.yml");
        await File.WriteAllTextAsync(manifest, "name: Acme Brand\nimage:\n  - '*.jpg'\n", TestContext.Current.CancellationToken);
        var unknownKey = await tool.RunAsync(repository.Top, "ideogram-build validate");
        await File.WriteAllTextAsync(manifest, "name: Acme Brand\nimages:\n  - '*.jpg'\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(repository.Photos, "a.jpg"), $"version https://git-lfs.github.com/spec/v1\noid "
            + $"sha256:{new string('0', 64)}\nsize 12\n", TestContext.Current.CancellationToken);
        var pointer = await tool.RunAsync(repository.Top, "ideogram-build validate");

        Checkout.Read("README.md").ShouldContain($"    {Line(unknownKey.Output, "IDEO1010")}\n    {Line(pointer.Output, "IDEO2002")}\n");
    }

    private static string Line(string output, string code) => output.Split('\n').First(l => l.Contains($"error {code}: ", StringComparison.Ordinal));

    [GeneratedRegex(@"ideogram-build/ideogram-build(@v|:)(?<version>\d[\d.]*)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Use();
}
