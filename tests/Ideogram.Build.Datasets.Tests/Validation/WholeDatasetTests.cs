using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Validation;

namespace Ideogram.Build.Datasets.Tests.Validation;

public sealed class WholeDatasetTests : IDisposable
{
    private readonly TempRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void Identical_images_are_named_together()
    {
        _repository.Write("a.png", TestImages.Png("x")).Write("b.png", TestImages.Png("x")).ManifestOf("'*.png'");

        var dataset = _repository.Validate();

        dataset.ShouldOnlyHave(DatasetRules.IdenticalImages).ShouldSay("'a.png', 'b.png' are the same image");
        dataset.IsValid.ShouldBeTrue();
    }

    [Fact]
    public void Identical_images_with_different_captions_are_an_error()
    {
        _repository.Write("a.png", TestImages.Png("x")).Write("b.png", TestImages.Png("x")).Write("a.txt", "x").ManifestOf("'*.png'");

        _repository.Validate().ShouldOnlyHave(DatasetRules.IdenticalImagesOtherCaptions).IsError.ShouldBeTrue();
    }

    [Fact]
    public void Names_that_differ_only_in_case_are_a_warning()
    {
        _repository.Images("p/a.png", "p/A.png").ManifestOf("p/*.png");

        _repository.Validate().ShouldOnlyHave(DatasetRules.NameCollision).ShouldSay("'p/A.png' and 'p/a.png'");
    }

    [Theory]
    [InlineData("p/con.png", "p/con.png", "'con' is a device there")]
    [InlineData("p/NUL.tar.png", "p/NUL.tar.png", "'NUL' is a device there")]
    [InlineData("p/aux .png", "p/aux .png", "'aux' is a device there")]
    [InlineData("p/lpt9.png", "p/lpt9.png", "'lpt9' is a device there")]
    [InlineData("p/com\u00B2.png", "p/com\u00B2.png", "'com\u00B2' is a device there")]
    [InlineData("p/ConIn$.png", "p/ConIn$.png", "'ConIn$' is a device there")]
    [InlineData("prn/a.png", "prn", "'prn' is a device there")]
    [InlineData("p./a.png", "p.", "ends with a dot or a blank")]
    [InlineData("p /a.png", "p ", "ends with a dot or a blank")]
    public void A_name_that_Windows_cannot_hold_is_a_warning_at_the_file(string file, string wrong, string why)
    {
        _repository.Images(file).ManifestOf("'**/*.png'");

        var warning = _repository.Validate().ShouldOnlyHave(DatasetRules.WindowsName);
        warning.ShouldSay($"Windows does not allow the name '{wrong}'").ShouldSay(why);
        warning.IsError.ShouldBeFalse();
        warning.File.ShouldEndWith(file);
    }

    [Theory]
    [InlineData("p/console.png")]
    [InlineData("p/com.png")]
    [InlineData("p/com10.png")]
    [InlineData("p/a.con.png")]
    public void A_name_that_only_looks_like_a_device_is_taken(string file)
    {
        _repository.Images(file).ManifestOf("'**/*.png'");

        _repository.Validate().Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void A_folder_that_Windows_cannot_hold_is_named_once()
    {
        _repository.Images("aux/a.png", "aux/b.png", "aux/b/nul.png").ManifestOf("'**/*.png'");

        _repository.Validate().Diagnostics.Select(d => d.Code).ShouldBe(["IDEO4011", "IDEO4011"]);
    }

    [Fact]
    public void More_bytes_than_the_limit_are_an_error()
    {
        _repository.Images("a.png", "b.png").Manifest("name: A\nimages: ['*.png']\nlimits: {total-size: 100B}");

        _repository.Validate().ShouldOnlyHave(DatasetRules.TotalSize).ShouldBeAt(2, 9);
    }

    [Fact]
    [Trait("Category", "Hostile")]
    public void A_manifest_with_a_mistake_in_every_line_reports_a_thousand()
    {
        _repository.Manifest(string.Concat(Enumerable.Range(0, 5_000).Select(i => $"k{i}: 1\n")));

        var dataset = _repository.Validate();

        dataset.Diagnostics.Count.ShouldBe(1_001);
        dataset.Diagnostics.ShouldContain(d => d.Rule == DatasetRules.TooManyProblems);
    }

    [Fact]
    public void The_samples_are_clean()
    {
        var manifests = Directory.GetFiles(Checkout.PathOf("samples"), "*.yml", SearchOption.AllDirectories)
            .Where(p => p.EndsWith("ideogram.yml", StringComparison.Ordinal)).ToList();

        manifests.ShouldNotBeEmpty();
        new DatasetValidator(new ValidatorOptions()).Validate(manifests, TestContext.Current.CancellationToken).SelectMany(d => d.Diagnostics).ShouldBeEmpty();
    }
}
