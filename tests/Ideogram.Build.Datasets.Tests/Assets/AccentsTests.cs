using System.Text;
using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Captions;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;
using Ideogram.Build.Datasets.Validation;

namespace Ideogram.Build.Datasets.Tests.Assets;

/// <summary>Names of which one has its accents composed and the other decomposed, as macOS packs them.</summary>
public sealed class AccentsTests : IDisposable
{
    private const string TwoWays = "the accents are written in two ways";

    private readonly TempRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void Both_forms_of_every_letter_are_one()
    {
        // Here the operating system's data is the judge; the program does without it.
        var letters = Enumerable.Range(0, 0xD800).Where(c => char.IsLetter((char)c)).Select(c => ((char)c).ToString())
            .Where(l => l.Normalize(NormalizationForm.FormD).Length > 1).ToList();

        letters.Count.ShouldBeGreaterThan(12_000);
        letters.Where(l => Accents.Compose(l.Normalize(NormalizationForm.FormD)) != Accents.Compose(l)).ShouldBeEmpty();
        letters.Where(l => Accents.Compose($"x{l}y") is var composed && (composed[0] != 'x' || composed[^1] != 'y')).ShouldBeEmpty();
    }

    [Fact]
    public void Letters_that_differ_by_more_than_their_form_stay_apart()
    {
        var letters = Enumerable.Range(0x20, 0x2000).Select(c => ((char)c).ToString()).Where(l => !char.IsControl(l[0])).ToList();

        letters.GroupBy(Accents.Compose).Where(g => g.Select(l => l.Normalize(NormalizationForm.FormC)).Distinct().Count() > 1).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("cafe\u0301.png", "caf\u00E9.png")]
    [InlineData("caf\u00E9.png", "cafe\u0301.png")]
    [InlineData("e\u0323\u0302.png", "\u1EC7.png")]
    [InlineData("\u304B\u3099.png", "\u304C.png")]
    [InlineData("\u1112\u1161\u11AB.png", "\uD55C.png")]
    [InlineData("\u0418\u0306.png", "\u0419.png")]
    [InlineData("caf\u00E9/x.png", "cafe\u0301/x.png")]
    public void A_path_whose_accents_are_written_in_another_way_says_so(string named, string there)
    {
        _repository.Images(there).ManifestOf(named);

        _repository.Validate().ShouldOnlyHave(ManifestRules.FileMissing).ShouldSay($" does: {TwoWays}");
    }

    [Theory]
    [InlineData("caf\u00E9/*.png", "cafe\u0301/x.png")]
    [InlineData("**/caf\u00E9*.png", "p/cafe\u0301 1.png")]
    [InlineData("caf[\u00E9\u00E8].png", "cafe\u0301.png")]
    [InlineData("caf?.png", "cafe\u0301.png")]
    public void A_glob_that_misses_by_accents_says_so(string glob, string there)
    {
        _repository.Images(there).ManifestOf($"'{glob}'");

        _repository.Validate().ShouldOnlyHave(ManifestRules.NoMatch).ShouldSay($"It would match '{there}', but {TwoWays}");
    }

    [Fact]
    public void What_differs_in_case_too_says_both()
    {
        _repository.Images("Cafe\u0301.png").ManifestOf("caf\u00E9.png", "'caf\u00E9*.png'");

        _repository.Validate().Diagnostics.Select(d => d.Message)
            .ShouldAllBe(m => m.Contains($"upper and lower case count on every operating system, and {TwoWays}"));
    }

    [Theory]
    [InlineData("cafe\u0302.png", "caf\u00E9.png")]
    [InlineData("cafe\u0301\u0323x.png", "caf\u1EB9x.png")]
    public void Another_accent_is_another_letter(string named, string there)
    {
        _repository.Images(there).ManifestOf(named);

        _repository.Validate().ShouldOnlyHave(ManifestRules.FileMissing).Message.ShouldNotContain(TwoWays);
    }

    [Fact]
    public void A_caption_whose_accents_are_written_in_another_way_says_so()
    {
        _repository.Images("p/cafe\u0301.jpg.png", "p/cafe\u0301.png").Write("p/caf\u00E9.txt", "x")
            .Manifest("name: A\ncaptions: required\nimages: [p/cafe\u0301.png]\n");

        var problems = _repository.Validate().Diagnostics;

        problems.Select(d => d.Rule).ShouldBe([CaptionRules.Missing, CaptionRules.Orphan]);
        problems[0].ShouldSay($"'caf\u00E9.txt' beside it has another name: {TwoWays}");
        problems[1].ShouldSay($"'cafe\u0301.png' beside it has another name: {TwoWays}");
    }

    [Fact]
    public void Two_names_that_differ_only_in_the_form_of_accents_are_a_warning()
    {
        _repository.Images("p/caf\u00E9.png", "p/cafe\u0301.png").ManifestOf("'p/*.png'");

        var problem = _repository.Validate().ShouldOnlyHave(DatasetRules.NameCollision).ShouldSay("macOS can hold only one of them");
        problem.Severity.ShouldBe(Severity.Warning);
        problem.Message.ShouldContain(TwoWays);
        problem.Message.ShouldNotContain("Windows");
    }
}
