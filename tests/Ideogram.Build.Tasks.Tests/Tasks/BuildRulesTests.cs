using Ideogram.Build.Tasks.Tests.Support;

namespace Ideogram.Build.Tasks.Tests.Tasks;

public sealed class BuildRulesTests
{
    [Fact]
    public void Every_code_of_this_room_is_on_the_page_and_no_other_of_its_range() =>
        DiagnosticsPage.Entries(File.ReadAllText(Path.Combine(Checkout.Top, "docs", "diagnostics.md")))
            .Where(e => string.CompareOrdinal(e.Code, "IDEO4090") >= 0 && string.CompareOrdinal(e.Code, "IDEO4099") <= 0)
            .ShouldBe(DiagnosticsPage.Rules(typeof(BuildRules).Assembly).Select(r => (r.Code, r.Title)));
}
