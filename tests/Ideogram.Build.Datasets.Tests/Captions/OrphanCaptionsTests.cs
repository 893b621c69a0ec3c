using Ideogram.Build.Datasets.Captions;
using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Datasets.Tests.Captions;

public sealed class OrphanCaptionsTests : IDisposable
{
    private readonly TempRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Theory]
    [InlineData("sunste.txt", "did you mean 'sunset'?")]
    [InlineData("Sunset.txt", "'sunset.png' beside it has another name: upper and lower case count")]
    [InlineData("sunset.png.txt", "name it 'sunset.txt'")]
    [InlineData("sunset.TXT", "in lower case")]
    public void A_caption_without_an_image_is_a_warning(string sidecar, string message)
    {
        _repository.Images("p/sunset.png").Write($"p/{sidecar}", "x").ManifestOf("p/*.png");

        var diagnostic = _repository.Validate().ShouldOnlyHave(CaptionRules.Orphan).ShouldSay(message);
        diagnostic.Severity.ShouldBe(Severity.Warning);
        diagnostic.File.ShouldBe(_repository.PathOf($"p/{sidecar}"));
    }

    [Fact]
    public void Readmes_other_programs_json_and_captions_of_excluded_images_are_left_alone()
    {
        _repository.Images("p/a.png", "p/b.png").Write("p/b.txt", "x").Write("p/README.txt", "x").Write("p/index.json", "{}")
            .ManifestOf("p/*.png", "\"!p/b.png\"");

        _repository.Validate().ShouldBeClean();
    }

    [Fact]
    [Trait("Category", "Hostile")]
    public void Only_the_first_hundred_orphans_are_compared_with_each_image()
    {
        _repository.Images("p/a.png").ManifestOf("p/a.png");
        for (var i = 0; i < 150; i++)
            _repository.Write($"p/photo-{i:000}.png", "x").Write($"p/photx-{i:000}.txt", "x");

        var orphans = _repository.Validate().Diagnostics.Where(d => d.Rule == CaptionRules.Orphan).ToList();

        orphans.Count.ShouldBe(150);
        orphans.Count(d => d.Message.Contains("did you mean", StringComparison.Ordinal)).ShouldBe(100);
    }
}
