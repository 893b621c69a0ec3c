using System.Text;
using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Assets.Globs;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;
using Ideogram.Build.Datasets.Validation;

namespace Ideogram.Build.Datasets.Tests.Assets;

/// <summary>Manifests that are made to keep a machine busy, with smaller bounds than a run has; the attacks play them in full.</summary>
public sealed class WorkBoundTests : IDisposable
{
    private readonly TempRepository _repository = new();

    private static ValidationRun Alone => new(new FolderReader(), new RunBudget(), []);

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void A_thousand_globs_over_six_thousand_files_are_answered()
    {
        Files(6_000, i => $"p{i % 20}/img_{i:00000}.png");
        _repository.ManifestOf([.. Lines(1_000, i => $"**/*{(char)('a' + (i % 26))}*_*{i:0000}.png")]);

        // One manifest and 116 globs with a letter of "img", each for one file.
        InputLister.List([_repository.ManifestPath], TestContext.Current.CancellationToken)[0].Files.Count.ShouldBe(1 + 116);
    }

    [Theory]
    [Trait("Category", "Hostile")]
    [InlineData("*a", 300)]
    [InlineData("*[a-c]", 160)]
    [InlineData("*?", 300)]
    public void Excludes_of_hundreds_of_stars_cost_next_to_nothing_where_they_cannot_match(string piece, int times)
    {
        Files(300, i => $"img_{i:00000}.png");
        _repository.ManifestOf(["'*.png'", .. Lines(900, i => $"!{Repeat(piece, times)}{i}.png")]);

        Read(2_000_000).Files.Count.ShouldBe(300);
    }

    [Theory]
    [Trait("Category", "Hostile")]
    [InlineData("*a", 110)]
    [InlineData("*[!b]", 110)]
    [InlineData("{a,*a}", 150)]
    public void Globs_that_are_too_much_work_are_one_error_at_a_line(string piece, int times)
    {
        Files(20, i => $"{new string('a', 230)}{i:000}.png");
        _repository.ManifestOf(["'*.png'", .. Lines(900, i => Repeat(piece, times) + $"{{{i},?}}[b-c]?.png")]);

        var draft = Read(2_000_000);

        draft.Files.ShouldBeEmpty();
        var tooMuch = draft.Finish([], Alone, healthCheck: null, []).ShouldOnlyHave(ManifestRules.TooMuchWork);
        tooMuch.Position.Line.ShouldBeGreaterThan(3);
        tooMuch.ShouldSay(piece + piece);
    }

    [Theory]
    [Trait("Category", "Hostile")]
    [InlineData("**/")]
    [InlineData("**/*/")]
    [InlineData("**/[a]/")]
    public void Globs_that_begin_alike_share_their_steps(string piece)
    {
        Files(30, i => $"{Repeat("a/", 100)}x{i}.png");
        _repository.ManifestOf([.. Lines(300, i => $"{Repeat(piece, 900 / piece.Length)}x{i}[z].png")]);

        Read(200_000).Finish([], Alone, healthCheck: null, []).Diagnostics.ShouldAllBe(d => d.Rule == ManifestRules.NoMatch);
    }

    [Fact]
    public void Literal_parts_keep_the_walk_out_of_other_folders()
    {
        Files(1, _ => "here/deep/a.png");
        Files(2_000, i => $"elsewhere{i % 50}/b{i}.png");
        _repository.ManifestOf("here/**/*.png", "here/deep/*.png", "'!elsewhere1/**'");

        var folders = InputLister.List([_repository.ManifestPath], TestContext.Current.CancellationToken)[0].Folders;

        folders.ShouldBe(new[] { "", "here", "here/deep" }.Select(f => _repository.PathOf(f).TrimEnd('/')));
    }

    [Fact]
    public void A_manifest_that_is_too_much_work_leaves_the_others_alone()
    {
        Files(20, i => $"busy/{new string('a', 230)}{i:000}.png");
        _repository.Images("calm/a.png").Write("calm/ideogram.yml", "name: Calm\nimages: ['*.png']\n").Write("busy/ideogram.yml", Busy(900));
        var budget = new RunBudget { ManifestSteps = 1_000_000, Globs = new WorkBudget(2_000_000) };

        Read(budget, "busy/ideogram.yml").HasErrors.ShouldBeTrue();
        Read(budget, "calm/ideogram.yml").HasErrors.ShouldBeFalse();
    }

    [Fact]
    [Trait("Category", "Hostile")]
    public void All_manifests_of_a_run_share_one_bound()
    {
        Files(5, i => $"{new string('a', 230)}{i:000}.png");
        var manifests = Enumerable.Range(0, 20).Select(i => $"{i}.ideogram.yml").ToList();
        manifests.ForEach(m => _repository.Write(m, Busy(20)));
        var budget = new RunBudget { Globs = new WorkBudget(10_000_000) };

        var tooMuch = manifests.Select(m => Check(budget, m).Any(d => d.Rule == ManifestRules.TooMuchWork)).ToList();

        tooMuch[0].ShouldBeFalse();
        tooMuch[^1].ShouldBeTrue();
    }

    [Fact]
    [Trait("Category", "Hostile")]
    public void A_thousand_misspelt_names_among_long_ones_end_with_or_without_a_hint()
    {
        Files(2_500, i => $"{new string('a', 240)}{i:00000}.png");
        _repository.ManifestOf([.. Lines(1_000, i => $"bb{new string('a', 238)}{i:00000}.png")]);

        var budget = new RunBudget { Hints = new WorkBudget(20_000_000) };

        var missing = Check(budget, "ideogram.yml").Where(d => d.Rule == ManifestRules.FileMissing).ToList();

        missing.Count.ShouldBe(1_000);
        missing.Count(d => d.Message.Contains("did you mean", StringComparison.Ordinal)).ShouldBeInRange(1, 20);
    }

    [Fact]
    public void A_commits_files_are_matched_within_a_bound()
    {
        var paths = Enumerable.Range(0, 100).Select(i => $"{new string('a', 230)}{i:000}.png").ToList();
        var files = new CommittedFiles(paths, new RunBudget { ManifestSteps = 1_000_000 });

        files.Select(CommittedFiles.Read("/r/ideogram.yml", Encoding.UTF8.GetBytes(Busy(900)))!, "").ShouldBeNull();
        files.Select(CommittedFiles.Read("/r/ideogram.yml", "name: A\nimages: ['*.png', '!*1.png', '**/*11.png']"u8.ToArray())!, "").ShouldNotBeNull()
            .Count.ShouldBe(91);
    }

    [Fact]
    public void The_page_names_the_bounds()
    {
        var page = File.ReadAllText(Checkout.PathOf("docs/diagnostics.md"));

        page.ShouldContain($"{new RunBudget().ManifestSteps / 1_000_000} million steps for the globs of one manifest");
        page.ShouldContain($"{RunBudget.MaxSteps / 1_000_000} million");
    }

    private static string Busy(int lines) =>
        $"name: Busy\nimages:\n{string.Concat(Lines(lines, i => Repeat("*a", 110) + $"{{{i},?}}[b-c]?.png").Select(l => $"  - {l}\n"))}";

    private static string Repeat(string piece, int times) => string.Concat(Enumerable.Repeat(piece, times));

    private static IEnumerable<string> Lines(int count, Func<int, string> line) => Enumerable.Range(0, count).Select(i => $"\"{line(i)}\"");

    private void Files(int count, Func<int, string> name)
    {
        for (var i = 0; i < count; i++)
            _repository.Write(name(i), []);
    }

    private DatasetDraft Read(long steps) => Read(new RunBudget { ManifestSteps = steps }, "ideogram.yml");

    private IReadOnlyList<Diagnostic> Check(RunBudget budget, string manifest) =>
        Read(budget, manifest).Finish([], Alone, healthCheck: null, []).Diagnostics;

    private DatasetDraft Read(RunBudget budget, string manifest) =>
        DatasetDraft.Read(_repository.PathOf(manifest), new FolderReader(), budget, TestContext.Current.CancellationToken);
}
