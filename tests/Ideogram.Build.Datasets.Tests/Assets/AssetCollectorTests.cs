using Ideogram.Build.Datasets.Manifests;
using Ideogram.Build.Datasets.Validation;

namespace Ideogram.Build.Datasets.Tests.Assets;

public sealed class AssetCollectorTests : IDisposable
{
    private readonly TempRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Theory]
    [InlineData("photos/*.png", "photos/a.png", "photos/b.png")]
    [InlineData("photos/**", "photos/a.png", "photos/b.png", "photos/deep/d1.png", "photos/deep/er/c.png")]
    [InlineData("**/*.png", "photos/a.png", "photos/b.png", "photos/deep/d1.png", "photos/deep/er/c.png", "top.png")]
    [InlineData("photos/**/er/*.png", "photos/deep/er/c.png")]
    [InlineData("photos/?.png", "photos/a.png", "photos/b.png")]
    [InlineData("photos/[b-z].png", "photos/b.png")]
    [InlineData("photos/[!b-z].png", "photos/a.png")]
    [InlineData("{photos,logos}/{a,x}.png", "photos/a.png")]
    [InlineData("./photos/./a.png", "photos/a.png")]
    [InlineData("photos/deep/d[0-9].{jpg,png}", "photos/deep/d1.png")]
    public void Globs_mean_what_the_page_says(string glob, params string[] paths)
    {
        _repository.Images("photos/a.png", "photos/b.png", "photos/deep/d1.png", "photos/deep/er/c.png", "top.png", "photos/.hidden/x.png", "photos/.x.png")
            .Write("photos/readme.md", "x").ManifestOf($"\"{glob}\"");

        var dataset = _repository.Validate();

        dataset.ShouldBeClean();
        dataset.ShouldHaveAssets(paths);
    }

    [Fact]
    public void Excludes_take_away_and_later_lines_add_again()
    {
        _repository.Images("p/a.png", "p/b.png", "p/c.png").ManifestOf("p/*.png", "\"!p/*\"", "p/b.png");

        _repository.Validate().ShouldHaveAssets("p/b.png");
    }

    [Fact]
    public void Excluding_everything_is_an_error()
    {
        _repository.Images("p/a.png").ManifestOf("p/*.png", "\"!p/*\"");

        _repository.Validate().ShouldOnlyHave(DatasetRules.NoImages).ShouldBeAt(3, 3);
    }

    [Fact]
    public void A_glob_that_matches_nothing_is_an_error()
    {
        _repository.Images("p/a.png").ManifestOf("p/a.png", "q/*.png");

        _repository.Validate().ShouldOnlyHave(ManifestRules.NoMatch).ShouldBeAt(4, 5).ShouldSay("'q/*.png' matches no image");
    }

    [Fact]
    public void A_glob_that_misses_by_case_says_so()
    {
        _repository.Images("Photos/A.PNG").ManifestOf("photos/*.png");

        _repository.Validate().ShouldOnlyHave(ManifestRules.NoMatch).ShouldSay("'Photos/A.PNG'");
    }

    [Fact]
    public void A_glob_that_matches_no_image_says_what_it_matched()
    {
        _repository.Write("docs/readme.md", "x").ManifestOf("docs/**");

        _repository.Validate().ShouldOnlyHave(ManifestRules.NoMatch).ShouldSay("'docs/readme.md'");
    }

    [Theory]
    [InlineData("photos/sunste.png", "did you mean 'sunset.png'?")]
    [InlineData("photos/Sunset.png", "'photos/sunset.png' does")]
    [InlineData("Photos/sunset.png", "'photos' does")]
    [InlineData("photos/sunset.png/x.png", "is a file, not a folder")]
    [InlineData("photos", "'photos/**'")]
    public void A_missing_file_is_an_error_with_a_suggestion(string path, string message)
    {
        _repository.Images("photos/sunset.png").ManifestOf(path);

        _repository.Validate().ShouldOnlyHave(ManifestRules.FileMissing).ShouldBeAt(3, 5).ShouldSay(message);
    }

    [Fact]
    public void An_object_names_a_file_with_brackets()
    {
        _repository.Images("a[1].png").ManifestOf("path: a[1].png");

        _repository.Validate().ShouldHaveAssets("a[1].png");
    }

    [Theory]
    [InlineData("a[[]1[]].png", "a[1].png")]
    [InlineData("b[{]2[}].png", "b{2}.png")]
    public void A_bracket_or_brace_in_brackets_is_itself(string pattern, string name)
    {
        _repository.Images("a1.png", "a[1].png", "b2.png", "b{2}.png").ManifestOf("'*.png'", $"'!{pattern}'");

        var dataset = _repository.Validate();

        dataset.ShouldBeClean();
        dataset.Assets.Select(a => a.RelativePath).ShouldBe(new[] { "a1.png", "a[1].png", "b2.png", "b{2}.png" }.Where(n => n != name));
    }

    [Fact]
    public void A_named_file_that_is_no_image_is_an_error()
    {
        _repository.Write("notes.txt", "x").ManifestOf("notes.txt");

        _repository.Validate().ShouldOnlyHave(ManifestRules.NotAnImageName);
    }

    [Theory]
    [Trait("Category", "Hostile")]
    [InlineData("/etc/passwd", "IDEO1020")]
    [InlineData("C:/x.png", "IDEO1020")]
    [InlineData("'photos\\a.png'", "IDEO1020")]
    [InlineData("~/x.png", "IDEO1020")]
    [InlineData("https://example.com/x.png", "IDEO1020")]
    [InlineData("photos//a.png", "IDEO1020")]
    [InlineData("photos/", "IDEO1020")]
    [InlineData("photos/../a.png", "IDEO1020")]
    [InlineData("\"a\\nb.png\"", "IDEO1020")]
    [InlineData("../outside.png", "IDEO1021")]
    [InlineData("../../../../../../../../etc/*.png", "IDEO1021")]
    [InlineData(".git/x.png", "IDEO1023")]
    [InlineData("photos/.secret/*.png", "IDEO1023")]
    [InlineData("\"photos/[a.png\"", "IDEO1024")]
    [InlineData("\"photos/[]a.png\"", "IDEO1024")]
    [InlineData("\"photos/[z-a].png\"", "IDEO1024")]
    [InlineData("\"photos/{a.png\"", "IDEO1024")]
    [InlineData("\"{photos/a,b}.png\"", "IDEO1024")]
    [InlineData("\"photos/{a,{b,c}}.png\"", "IDEO1024")]
    [InlineData("\"photos/{a}.png\"", "IDEO1024")]
    [InlineData("\"photos/a**.png\"", "IDEO1024")]
    [InlineData("\"photos/a].png\"", "IDEO1024")]
    public void A_path_that_is_none_of_the_repositorys_is_an_error(string path, string code)
    {
        _repository.Images("photos/a.png").ManifestOf(path);

        var diagnostic = _repository.Validate().Diagnostics.ShouldHaveSingleItem();
        diagnostic.Code.ShouldBe(code, diagnostic.ToString());
        diagnostic.ShouldBeAt(3, 5);
    }

    [Fact]
    [Trait("Category", "Hostile")]
    public void A_path_may_climb_inside_the_repository_and_no_further()
    {
        _repository.Images("shared/a.png").Write("sets/ideogram.yml", "name: A\nimages: [../shared/*.png, ../../x.png]");

        var dataset = new DatasetValidator(new ValidatorOptions()).Validate(_repository.PathOf("sets/ideogram.yml"), TestContext.Current.CancellationToken);

        dataset.ShouldOnlyHave(ManifestRules.LeavesRepository).ShouldBeAt(2, 27);
        dataset.ShouldHaveAssets("../shared/a.png");
    }

    [Fact]
    [Trait("Category", "Hostile")]
    public void Without_a_repository_nothing_above_the_manifest_is_reached()
    {
        Directory.Delete(_repository.PathOf(".git"));
        _repository.Images("shared/a.png").Write("sets/ideogram.yml", "name: A\nimages: [../shared/a.png]");

        var dataset = new DatasetValidator(new ValidatorOptions()).Validate(_repository.PathOf("sets/ideogram.yml"), TestContext.Current.CancellationToken);

        dataset.ShouldOnlyHave(ManifestRules.LeavesRepository);
    }

    [Fact]
    [Trait("Category", "Hostile")]
    public void A_named_symlink_is_refused()
    {
        _repository.Images("real.png").Link("a.png", _repository.PathOf("real.png")).ManifestOf("a.png");

        _repository.Validate().ShouldOnlyHave(ManifestRules.Symlink).ShouldBeAt(3, 5);
    }

    [Fact]
    [Trait("Category", "Hostile")]
    public void A_path_through_a_linked_folder_is_refused()
    {
        _repository.Images("real/a.png").Link("photos", _repository.PathOf("real")).ManifestOf("photos/a.png");

        _repository.Validate().ShouldOnlyHave(ManifestRules.Symlink).ShouldSay("passes through 'photos'");
    }

    [Fact]
    [Trait("Category", "Hostile")]
    public void A_glob_that_matches_a_symlink_is_refused()
    {
        using var outside = new TempRepository().Images("secret.png");
        _repository.Images("photos/a.png").Link("photos/b.png", outside.PathOf("secret.png")).ManifestOf("photos/*.png");

        var dataset = _repository.Validate();

        dataset.ShouldOnlyHave(ManifestRules.Symlink).ShouldSay("'photos/b.png'");
        dataset.ShouldHaveAssets("photos/a.png");
    }

    [Fact]
    [Trait("Category", "Hostile")]
    public void A_glob_does_not_walk_into_linked_folders()
    {
        using var outside = new TempRepository().Images("secret.png");
        _repository.Images("photos/a.png").Link("photos/out", outside.Root).Link("photos/self", _repository.PathOf("photos")).ManifestOf("photos/**");

        var dataset = _repository.Validate();

        dataset.ShouldBeClean();
        dataset.ShouldHaveAssets("photos/a.png");
    }

    [Fact]
    [Trait("Category", "Hostile")]
    public void A_linked_manifest_is_refused_unread()
    {
        using var outside = new TempRepository().Write("secret.yml", "password: hunter2");
        _repository.Link("ideogram.yml", outside.PathOf("secret.yml"));

        _repository.Validate().ShouldOnlyHave(ManifestRules.Symlink).Message.ShouldNotContain("hunter2");
    }

    [Fact]
    [Trait("Category", "Hostile")]
    public void A_manifest_reached_over_a_link_into_another_repository_is_refused()
    {
        using var other = new TempRepository().Images("a.png").ManifestOf("a.png");
        _repository.Link("sub", other.Root);

        var dataset = new DatasetValidator(new ValidatorOptions()).Validate(_repository.PathOf("sub/ideogram.yml"), TestContext.Current.CancellationToken);

        dataset.ShouldOnlyHave(ManifestRules.Symlink);
    }

    [Theory]
    [InlineData("sub/*.png")]
    [InlineData("sub/a.png")]
    [InlineData("**/a.png")]
    public void A_submodules_images_are_refused(string pattern)
    {
        _repository.Images("sub/a.png").Write("sub/.git", "gitdir: ../.git/modules/sub").ManifestOf($"'{pattern}'");

        _repository.Validate().ShouldOnlyHave(ManifestRules.Submodule).ShouldBeAt(3, 5);
    }

    [Theory]
    [InlineData("\"!photos/link.png\"")]
    [InlineData("\"!photos/l*\"")]
    public void A_link_that_a_later_line_excludes_is_no_error(string exclude)
    {
        _repository.Images("photos/a.png").Link("photos/link.png", _repository.PathOf("photos/a.png")).ManifestOf("photos/*.png", exclude);

        var dataset = _repository.Validate();

        dataset.ShouldBeClean();
        dataset.ShouldHaveAssets("photos/a.png");
    }

    [Fact]
    public void A_submodule_that_a_later_line_excludes_is_no_error()
    {
        _repository.Images("a.png", "sub/b.png").Write("sub/.git", "gitdir: ../.git/modules/sub").ManifestOf("\"**/*.png\"", "\"!sub/**\"");

        var dataset = _repository.Validate();

        dataset.ShouldBeClean();
        dataset.ShouldHaveAssets("a.png");
    }

    [Fact]
    [Trait("Category", "Hostile")]
    public void A_pattern_made_to_backtrack_is_matched_at_once()
    {
        var name = new string('a', 200) + ".png";
        _repository.Images(name, "b.png").ManifestOf("b.png", $"\"{string.Concat(Enumerable.Repeat("*{a,aa,*}", 100))}x.png\"");

        _repository.Validate().ShouldOnlyHave(ManifestRules.NoMatch);
    }

    [Fact]
    public void Inputs_are_listed_without_reading_them()
    {
        _repository.Images("p/a.png", "p/b.png").Write("p/a.txt", "A caption").Write("p/other.md", "x").ManifestOf("p/*.png");

        var expected = new[] { "ideogram.yml", "p/a.png", "p/a.txt", "p/b.png" }.Select(_repository.PathOf).ToList();
        InputLister.List([_repository.ManifestPath], TestContext.Current.CancellationToken)[0].Files.ShouldBe(expected);
        _repository.Validate().Inputs.ShouldBe(expected);
    }
}
