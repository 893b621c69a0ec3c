using Ideogram.Build.Datasets.Assets;

namespace Ideogram.Build.Datasets.Tests.Validation;

public sealed class RefusedImagesTests : IDisposable
{
    private readonly TempRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void The_same_advice_is_given_once()
    {
        _repository.Write("a.jpg", "GIF89a").Write("b.jpg", "GIF89a").Write("c.jpg", "%PDF-1.7").Write("d.jpg", "fLaC").ManifestOf("'*.jpg'");

        var messages = _repository.Validate().Diagnostics.Select(d => d.Message).ToList();

        messages[0].ShouldBe("'a.jpg': The file is a GIF image. Ideogram's datasets accept JPEG, PNG and WebP. Convert it, or leave it out.");
        messages[1].ShouldBe("'b.jpg': The file is a GIF image. For what to do see 'a.jpg'.");
        messages[2].ShouldBe("'c.jpg': The file is a PDF document. For what to do see 'a.jpg'.");
        messages[3].ShouldEndWith("Leave it out.");
    }

    [Fact]
    public void Every_image_that_was_looked_at_is_counted()
    {
        var archive = TestZip.Create(("in.png", TestImages.Png("in")), ("bad.png", [1, 2, 3]), ("../out.png", TestImages.Png("out")), ("note.txt", [65]));
        _repository.Images("a.png", "b.png").Write("c.png", "GIF89a").Write("d.png", "").Write("e.zip", archive).Write("f.zip", "no archive")
            .ManifestOf("'*'");

        var dataset = _repository.Validate();

        dataset.Assets.Count.ShouldBe(3);
        dataset.Broken.ShouldBe(5);
        dataset.Diagnostics.Count(d => d.Rule == ImageRules.Unsupported).ShouldBe(2);
    }
}
