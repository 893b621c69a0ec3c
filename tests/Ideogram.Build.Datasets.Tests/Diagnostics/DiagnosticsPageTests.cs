using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Datasets.Tests.Diagnostics;

public sealed class DiagnosticsPageTests
{
    private static readonly string Page = File.ReadAllText(Checkout.PathOf("docs/diagnostics.md"));

    [Fact]
    public void Every_code_of_this_room_is_on_the_page_with_its_title()
    {
        var entries = DiagnosticsPage.Entries(Page);

        foreach (var rule in DiagnosticsPage.Rules(typeof(Rule).Assembly))
            entries.ShouldContain((rule.Code, rule.Title));
    }

    [Fact]
    public void The_page_has_no_offline_code_that_the_code_does_not_have() =>
        DiagnosticsPage.Entries(Page).Select(e => e.Code).Where(c => string.CompareOrdinal(c, "IDEO4050") < 0)
            .ShouldBe(RuleCatalog.All.Select(r => r.Code), ignoreOrder: true);

    [Fact]
    public void Every_heading_with_a_code_has_its_anchor() =>
        Page.Split('\n').Count(l => l.StartsWith("### IDEO", StringComparison.Ordinal)).ShouldBe(DiagnosticsPage.Entries(Page).Count);

    [Fact]
    public void The_catalog_lists_every_rule_once() =>
        RuleCatalog.All.Select(r => r.Code).ShouldBe(DiagnosticsPage.Rules(typeof(Rule).Assembly).Select(r => r.Code), ignoreOrder: true);

    [Fact]
    public void Help_links_lead_to_the_anchors() =>
        RuleCatalog.All.ShouldAllBe(r => Page.Contains($"<a id=\"{new Uri(r.HelpLink).Fragment.TrimStart('#')}\"></a>", StringComparison.Ordinal));

    [Theory]
    [InlineData("plain äöü 👩 text", "plain äöü 👩 text")]
    [InlineData("a\r\nb\u001b[0m", "a\\u000d\\u000ab\\u001b[0m")]
    [InlineData("\u202edrawkcab\u2028", "\\u202edrawkcab\\u2028")]
    [InlineData("\U000E0041", "\\udb40\\udc41")]
    [Trait("Category", "Hostile")]
    public void Texts_of_hostile_files_cannot_leave_their_line(string text, string escaped) => MessageText.Escape(text).ShouldBe(escaped);

    [Fact]
    [Trait("Category", "Hostile")]
    public void Half_a_surrogate_pair_is_escaped() => MessageText.Escape("half \ud83d pair").ShouldBe("half \\ud83d pair");
}
