using System.Text.RegularExpressions;

namespace Ideogram.Build.Repository.Tests;

/// <summary>The page of promises and the attacks on them.</summary>
public sealed partial class SecurityPageTests
{
    [Fact]
    public void Docs_security_names_every_attack_once_and_no_other()
    {
        var named = Checkout.Read("docs/security.md").Split('\n')
            .Where(line => line.StartsWith("Attacks: ", StringComparison.Ordinal))
            .SelectMany(line => Name().Matches(line).Select(m => m.Groups["name"].Value))
            .Order(StringComparer.Ordinal);

        named.ShouldBe(Checkout.Files("tests/Attacks/attacks", "*.sh").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_promise_has_an_attack()
    {
        var page = Checkout.Read("docs/security.md");
        var from = page.IndexOf("## What is promised", StringComparison.Ordinal);
        var promises = page[from..page.IndexOf("## What is not promised", StringComparison.Ordinal)].Split("\n**").Skip(1).ToList();

        promises.Count.ShouldBeGreaterThan(8);
        promises.ShouldAllBe(p => p.Contains("\nAttacks: `", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_attack_says_what_the_attacker_wants()
    {
        foreach (var file in Checkout.Files("tests/Attacks/attacks", "*.sh"))
            File.ReadLines(file).First().ShouldStartWith("# ", Case.Sensitive, customMessage: file);
    }

    [Fact]
    public void Every_action_of_the_release_is_pinned_by_its_commit()
    {
        foreach (var file in Checkout.Files(".github/workflows", "*.yml"))
            Use().Matches(File.ReadAllText(file)).Select(m => m.Groups["ref"].Value).ShouldAllBe(r => Commit().IsMatch(r), file);
    }

    [Fact]
    public void Every_recipe_keeps_no_credentials_and_has_a_timeout()
    {
        foreach (var recipe in Checkout.Files("docs/workflows", "*.yml").Select(File.ReadAllText))
        {
            Count(recipe, "persist-credentials: false").ShouldBe(Count(recipe, "uses: actions/checkout@"));
            Count(recipe, "timeout-minutes: ").ShouldBe(Count(recipe, "runs-on: "));
            ScriptWithExpression().IsMatch(recipe).ShouldBeFalse();
        }
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    [GeneratedRegex("`(?<name>[a-z0-9-]+)`", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Name();

    [GeneratedRegex("uses: [^@\\s]+@(?<ref>.+)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Use();

    [GeneratedRegex("^[0-9a-f]{40} # v[0-9]+\\.[0-9]+\\.[0-9]+$", RegexOptions.None, 5000)]
    private static partial Regex Commit();

    [GeneratedRegex("run:.*\\$\\{\\{", RegexOptions.None, 5000)]
    private static partial Regex ScriptWithExpression();
}
