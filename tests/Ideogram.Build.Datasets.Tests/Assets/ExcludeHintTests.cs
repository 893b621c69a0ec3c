using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Assets.Globs;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;
using Ideogram.Build.Datasets.Validation;

namespace Ideogram.Build.Datasets.Tests.Assets;

/// <summary>An exclude that misses sends the image. It is allowed to remove nothing, so only one that is nearly right is worth a warning.</summary>
[Trait("Category", "Silence")]
public sealed class ExcludeHintTests : IDisposable
{
    private const string Case = "upper and lower case count on every operating system";
    private const string Accents = "the accents are written in two ways (\u00E9 can be one character, or an e and an accent)";
    private const string Blanks = "blanks at the ends are part of the name";
    private const string Anywhere = "a pattern without '/' is searched only in the manifest's folder";
    private const string Folder = "a pattern stands for files, not for what is in a folder of that name";

    private readonly TempRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Theory]
    [InlineData("!p/img.png", Case, "!p/IMG.png")]
    [InlineData("!p/IMG.PNG", Case, "!p/IMG.png")]
    [InlineData("!P/IMG.png", Case, "!p/IMG.png")]
    [InlineData("!p/im?.png", Case, "!p/IMG.png")]
    [InlineData("!p/I*.PNG", Case, "!p/I*.png")]
    [InlineData("! p/IMG.png", Blanks, "!p/IMG.png")]
    [InlineData("!p/IMG.png ", Blanks, "!p/IMG.png")]
    [InlineData("!p/IMG.png\u00A0", Blanks, "!p/IMG.png")]
    [InlineData("! p/img.png", $"{Blanks}, and {Case}", "!p/IMG.png")]
    [InlineData("!!p/IMG.png", "only the first '!' excludes, and another one is part of the name", "!p/IMG.png")]
    [InlineData("!IMG.png", Anywhere, "!**/IMG.png")]
    [InlineData("!IM*.png", Anywhere, "!**/IM*.png")]
    [InlineData("!img.png", $"{Anywhere}, and {Case}", "!p/IMG.png")]
    public void An_exclude_that_misses_names_the_image_and_the_line(string exclude, string difference, string line)
    {
        _repository.Images("p/IMG.png", "p/b.png").ManifestOf("'p/*.png'", $"'{exclude}'");

        Only().ShouldBeAt(4, 5).Message.ShouldBe(
            $"{MessageText.Quote(exclude)} removes nothing, but the dataset has 'p/IMG.png': {difference}. To leave it out, write: - \"{line}\".");
        _repository.ManifestOf("'p/*.png'", $"'{line}'");
        var dataset = _repository.Validate();
        dataset.ShouldBeClean();
        dataset.ShouldHaveAssets("p/b.png");
    }

    [Theory]
    [InlineData("!p", Folder, "!p/**")]
    [InlineData("!P", $"{Folder}, and {Case}", "!p/**")]
    [InlineData("!P/**", Case, "!p/**")]
    [InlineData("!q/r", Folder, "!q/r/**")]
    [InlineData("!r", $"{Anywhere}, and {Folder}", "!**/r/**")]
    public void An_exclude_that_names_a_folder_gets_the_line_for_what_is_in_it(string exclude, string difference, string line)
    {
        _repository.Images("p/a.png", "p/b.png", "q/r/c.png", "d.png").ManifestOf("'**/*.png'", $"'{exclude}'");

        Only().ShouldSay($": {difference}. To leave ").ShouldSay($"write: - \"{line}\".");
        _repository.ManifestOf("'**/*.png'", $"'{line}'");
        _repository.Validate().ShouldBeClean();
    }

    [Theory]
    [InlineData("caf\u00E9", "cafe\u0301", Accents)]
    [InlineData("cafe\u0301", "caf\u00E9", Accents)]
    [InlineData("CAF\u00C9", "cafe\u0301", $"{Case}, and {Accents}")]
    public void An_exclude_with_accents_in_another_form_misses(string exclude, string name, string difference)
    {
        _repository.Images($"p/{name}.png", "p/b.png").ManifestOf("'p/*.png'", $"'!p/{exclude}.png'");

        Only().ShouldSay($"the dataset has 'p/{name}.png': {difference}. To leave it out, write: - \"!p/{name}.png\".");
    }

    [Fact]
    public void An_exclude_before_the_line_that_takes_the_image_misses()
    {
        _repository.Images("p/a.png", "p/b.png").ManifestOf("'!p/a.png'", "p/*.png");

        Only().ShouldBeAt(3, 5).Message.ShouldBe("'!p/a.png' removes nothing, but the dataset has 'p/a.png': an exclude removes only what the lines before it "
            + "matched. To leave it out, move this line below line 4.");
    }

    [Fact]
    public void Many_images_are_named_in_few_words()
    {
        _repository.Images([.. Enumerable.Range(0, 9).Select(i => $"p/IMG_{i}.png"), "p/b.png"]).ManifestOf("'p/*.png'", "'!p/img_*.png'", "'!p/img_*.png'");

        Only().ShouldBeAt(4, 5).ShouldSay("the dataset has 'p/IMG_0.png', 'p/IMG_1.png', 'p/IMG_2.png' and 6 more: ")
            .ShouldSay("write: - \"!p/IMG_0.png\", - \"!p/IMG_1.png\", - \"!p/IMG_2.png\".");
    }

    [Fact]
    public void A_path_above_the_manifest_counts_too()
    {
        _repository.Images("shared/IMG.png", "shared/b.png").Write(
            "sets/ideogram.yml", "name: A\nimages: [../shared/*.png, '!../shared/img.png', '!! ../SHARED']");

        var dataset = new DatasetValidator(new ValidatorOptions()).Validate(_repository.PathOf("sets/ideogram.yml"), TestContext.Current.CancellationToken);

        dataset.Diagnostics.Select(d => d.Rule).ShouldBe([ManifestRules.ExcludeMisses, ManifestRules.ExcludeMisses]);
        dataset.Diagnostics[0].ShouldSay("write: - \"!../shared/IMG.png\".");
        dataset.Diagnostics[1].ShouldSay("write: - \"!../shared/**\".");
    }

    [Theory]
    [InlineData("'**/*.png'", "'!rejected/**'")]
    [InlineData("'**/*.png'", "'!p/draft_*.png'")]
    [InlineData("'**/*.png'", "'!p/**'", "'!p/IMG.png'", "'!p/img.png'")]
    [InlineData("'**/*.png'", "'!p/IMG.png'", "'!p/IMG.png'", "'!IMG.png'")]
    [InlineData("'**/*.png'", "'!p/IMG.png'", "'p/IMG.png'")]
    [InlineData("'p/*.png'", "'!p/*.PNG'")]
    [InlineData("'**/*.png'", "'!*'")]
    [InlineData("'**/*.png'", "'!*.png'")]
    [InlineData("'**/*.png'", "'!p/*.heic'")]
    [InlineData("'**/*.png'", "'![A-Z]*/*[a-z].png'")]
    [InlineData("'!p/**'", "'p/IMG.png'", "'p/b.png'")]
    public void An_exclude_may_be_for_nothing(params string[] lines)
    {
        _repository.Images("p/IMG.png", "p/b.png", "q/c.png").ManifestOf(lines);

        _repository.Validate().ShouldBeClean();
    }

    [Fact]
    public void An_exclude_of_an_image_that_lies_beside_is_meant()
    {
        _repository.Images("p/a.png", "p/b.png", "p/A2.png").ManifestOf("'p/[a-z].png'", "'!p/A*.png'");

        _repository.Validate().Diagnostics.ShouldNotContain(d => d.Rule == ManifestRules.ExcludeMisses);
    }

    [Theory]
    [InlineData("none", 0)]
    [InlineData("error", 1)]
    public void Rules_change_the_warning(string severity, int errors)
    {
        _repository.Images("p/IMG.png", "p/b.png").Manifest($"name: A\nimages: ['p/*.png', '!IMG.png']\nrules: {{ IDEO1032: {severity} }}\n");

        _repository.Validate().Diagnostics.Count(d => d.IsError).ShouldBe(errors);
    }

    [Fact]
    [Trait("Category", "Hostile")]
    public void A_hint_that_is_too_much_work_is_left_out()
    {
        _repository.Images([.. Enumerable.Range(0, 200).Select(i => $"p/IMG_{i}.png")])
            .ManifestOf(["'p/*.png'", .. Enumerable.Range(0, 200).Select(i => $"'!p/IMG_{i}.PNG'")]);

        Hints(new WorkBudget(10_000)).ShouldBe(0);
        Hints(new WorkBudget(2_000_000)).ShouldBe(200);
    }

    private int Hints(WorkBudget hints)
    {
        var budget = new RunBudget { Hints = hints };
        var draft = DatasetDraft.Read(_repository.ManifestPath, new FolderReader(), budget, TestContext.Current.CancellationToken);
        var run = new ValidationRun(new FolderReader(), budget, []);
        return draft.Finish([], run, healthCheck: null, []).Diagnostics.Count(d => d.Rule == ManifestRules.ExcludeMisses);
    }

    private Diagnostic Only() => _repository.Validate().ShouldOnlyHave(ManifestRules.ExcludeMisses);
}
