using System.Security.Cryptography;
using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Assets.Inspection;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;
using Ideogram.Build.Datasets.Validation;

namespace Ideogram.Build.Datasets.Tests.Validation;

public sealed class DatasetValidatorTests : IDisposable
{
    private readonly TempRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void An_image_is_what_its_bytes_say()
    {
        var png = TestImages.Png("a", 40, 30);
        _repository.Write("p/a.png", png).ManifestOf("p/a.png");

        var dataset = _repository.Validate();

        dataset.ShouldBeClean();
        dataset.IsValid.ShouldBeTrue();
        dataset.Root.ShouldBe(_repository.Root);
        dataset.Assets.ShouldHaveSingleItem().ShouldBe(new Asset(_repository.PathOf("p/a.png"), Entry: null, "p/a.png",
            new ImageInfo(ImageFormat.Png, 40, 30, png.Length, Convert.ToHexStringLower(SHA256.HashData(png)))
            {
                Crc32 = Crc32.IsFast ? Crc32.Append(0, png)
                : null
            }, Caption: null, new Position(3, 5)));
    }

    [Fact]
    [Trait("Category", "Hostile")]
    public void A_file_that_is_no_image_is_an_error_at_the_image()
    {
        _repository.Write("a.png", "hello").ManifestOf("a.png");

        var dataset = _repository.Validate();

        var diagnostic = dataset.ShouldOnlyHave(ImageRules.Unsupported).ShouldBeAt(1, 1).ShouldSay("'a.png'");
        diagnostic.File.ShouldBe(_repository.PathOf("a.png"));
        diagnostic.ToString().ShouldStartWith($"{_repository.PathOf("a.png")}(1,1): error IDEO2003: 'a.png'");
        dataset.Assets.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Category", "Hostile")]
    public void An_empty_file_is_an_error()
    {
        _repository.Write("a.png", []).ManifestOf("a.png");

        _repository.Validate().ShouldOnlyHave(ImageRules.Empty);
    }

    [Fact]
    [Trait("Category", "Hostile")]
    public void A_git_lfs_pointer_is_an_error_that_says_how_to_check_out()
    {
        _repository.Write("a.png", $"version https://git-lfs.github.com/spec/v1\noid sha256:{new string('a', 64)}\nsize 12345\n").ManifestOf("a.png");

        _repository.Validate().ShouldOnlyHave(ImageRules.LfsPointer).ShouldSay("git lfs pull");
    }

    [Fact]
    [Trait("Category", "Hostile")]
    public void A_pipe_with_an_images_name_does_not_block()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no named pipes in folders.");
        using (var mkfifo = System.Diagnostics.Process.Start("mkfifo", _repository.PathOf("a.png")))
            mkfifo.WaitForExit();
        _repository.ManifestOf("a.png");

        _repository.Validate().ShouldOnlyHave(ImageRules.Empty);
    }

    [Fact]
    [Trait("Category", "Hostile")]
    public void A_file_name_cannot_forge_a_line_of_the_log()
    {
        _repository.Write("a\n::error::x\u202e.png", "hello").ManifestOf("'*.png'");

        var diagnostic = _repository.Validate().Diagnostics.ShouldHaveSingleItem();
        diagnostic.ToString().ShouldNotContain('\n');
        diagnostic.ToString().ShouldNotContain('\u202e');
        diagnostic.ShouldSay("'a\\u000a::error::x\\u202e.png'");
    }

    [Fact]
    public void An_extension_that_contradicts_the_content_is_a_warning()
    {
        _repository.Write("a.jpg", TestImages.Png("a")).ManifestOf("a.jpg");

        var dataset = _repository.Validate();

        dataset.ShouldOnlyHave(ImageRules.Extension).Severity.ShouldBe(Severity.Warning);
        dataset.ShouldHaveAssets("a.jpg");
    }

    [Theory]
    [InlineData("file-size: 50B", "IDEO2009")]
    [InlineData("min-width: 17", "IDEO2010")]
    [InlineData("min-height: 17", "IDEO2010")]
    public void An_image_outside_the_limits_is_an_error(string limit, string code)
    {
        _repository.Images("a.png").Manifest($"name: A\nimages: [a.png]\nlimits: {{{limit}}}");

        _repository.Validate().Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    [Fact]
    public void More_than_a_hundred_images_are_an_error()
    {
        _repository.Images([.. Enumerable.Range(0, 101).Select(i => $"p/{i:000}.png")]).ManifestOf("p/*.png");

        _repository.Validate().ShouldOnlyHave(DatasetRules.TooManyImages).ShouldBeAt(3, 3).ShouldSay("101 images");
    }

    [Fact]
    public void A_hundred_images_in_order_are_fine()
    {
        _repository.Images([.. Enumerable.Range(0, 100).Select(i => $"p/{i:000}.png")]).ManifestOf("p/*.png");

        var dataset = _repository.Validate();

        dataset.ShouldBeClean();
        dataset.ShouldHaveAssets([.. Enumerable.Range(0, 100).Select(i => $"p/{i:000}.png")]);
    }

    [Fact]
    public void Fewer_than_fifteen_images_for_a_training_are_an_error()
    {
        _repository.Images("a.png").Manifest("name: A\nimages: [a.png]\ntraining: {base: ideogram-v4, model-name: Acme Brand}");

        _repository.Validate().ShouldOnlyHave(DatasetRules.TooFewForTraining).ShouldSay("15 to 100");
    }

    [Theory]
    [InlineData("name: A", "name: A", 2)]
    [InlineData("name: A\nid: x", "name: B\nid: x", 2)]
    [InlineData("name: A\nid: x", "name: A", 2)]
    [InlineData("name: A\nid: x", "name: A\nid: y", 0)]
    [InlineData("name: A", "name: a", 0)]
    [InlineData("name: A", "name: A v2", 2)]
    [InlineData("name: A", "name: A v2\nupdate: keep-stale", 2)]
    [InlineData("name: A", "name: A v2\nid: x", 2)]
    [InlineData("name: A v3", "name: A v2", 0)]
    [InlineData("name: A", "name: A v02", 0)]
    [InlineData("name: A", "name: A v2\nupdate: revision", 0)]
    [InlineData("name: A\nupdate: additive", "name: A v2", 0)]
    [InlineData("name: A\nid: x", "name: A v2", 0)]
    public void Two_manifests_with_one_target_are_an_error_in_both(string first, string second, int errors)
    {
        _repository.Images("a.png").Write("1.ideogram.yml", first + "\nimages: [a.png]").Write("2.ideogram.yml", second + "\nimages: [a.png]");

        var datasets = new DatasetValidator(new ValidatorOptions()).Validate(
            [_repository.PathOf("1.ideogram.yml"), _repository.PathOf("2.ideogram.yml")], TestContext.Current.CancellationToken);

        datasets.SelectMany(d => d.Diagnostics).Select(d => d.Rule).ShouldBe(Enumerable.Repeat(DatasetRules.SameTarget, errors));
        datasets[0].Diagnostics.ShouldAllBe(d => d.Message.Contains("'2.ideogram.yml'", StringComparison.Ordinal));
    }

    [Fact]
    public void A_manifest_named_twice_does_not_contradict_itself()
    {
        _repository.Images("a.png").ManifestOf("a.png");

        new DatasetValidator(new ValidatorOptions()).Validate([_repository.ManifestPath, _repository.ManifestPath], TestContext.Current.CancellationToken)
            .ShouldAllBe(d => d.IsValid);
    }

    [Theory]
    [InlineData("error", true)]
    [InlineData("warning", false)]
    [InlineData("none", null)]
    public void Rules_set_the_severity_of_a_code(string severity, bool? isError)
    {
        _repository.Write("a.jpg", TestImages.Png("a")).Manifest($"name: A\nimages: [a.jpg]\nrules: {{IDEO2007: {severity}}}");

        _repository.Validate().Diagnostics.Select(d => (bool?)d.IsError).ShouldBe(isError is null ? [] : [isError]);
    }

    [Fact]
    public void A_cancelled_validation_stops()
    {
        _repository.Images("a.png").ManifestOf("a.png");
        using var source = new CancellationTokenSource();
        source.Cancel();

        Should.Throw<OperationCanceledException>(() => new DatasetValidator(new ValidatorOptions()).Validate(_repository.ManifestPath, source.Token));
    }

    [Fact]
    public void Mistakes_in_manifest_caption_and_image_are_reported_together_and_in_order()
    {
        _repository.Write("a.png", []).Images("b.png").Write("b.txt", "").Manifest("name: A\nimages: [a.png, b.png, c.png]\ncaptoins: none");

        _repository.Validate().Diagnostics.Select(d => $"{Path.GetFileName(d.File)} {d.Code}")
            .ShouldBe(["a.png IDEO2001", "b.txt IDEO3004", "ideogram.yml IDEO1026", "ideogram.yml IDEO1010"]);
    }
}
