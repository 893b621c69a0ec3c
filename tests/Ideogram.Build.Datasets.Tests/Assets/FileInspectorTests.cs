using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Captions;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Tests.Assets;

public sealed class FileInspectorTests : IDisposable
{
    private readonly TempRepository _repository = new TempRepository().Images("a.png").ManifestOf("a.png");

    public void Dispose() => _repository.Dispose();

    [Fact]
    [Trait("Category", "Hostile")]
    public void An_image_that_another_program_holds_is_an_error()
    {
        using var held = new FileStream(_repository.PathOf("a.png"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        _repository.Validate().ShouldOnlyHave(ImageRules.Unreadable);
    }

    [Fact]
    [Trait("Category", "Hostile")]
    public void A_caption_that_another_program_holds_is_an_error()
    {
        _repository.Write("a.txt", "x");
        using var held = new FileStream(_repository.PathOf("a.txt"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        _repository.Validate().ShouldOnlyHave(CaptionRules.Unreadable);
    }

    [Theory]
    [Trait("Category", "Hostile")]
    [InlineData(1, 0)]
    [InlineData(0, 1)]
    public void An_image_that_is_not_what_was_listed_is_an_error(long grown, long later)
    {
        var listing = new FolderReader().TryRead(_repository.Root)!;
        var item = listing.Find("a.png")!;
        var file = new AssetFile(listing, item with { Length = item.Length - grown, ModifiedTicks = item.ModifiedTicks - later }, "a.png",
            new ImageEntry("a.png", Position.Start));

        var inspected = new FileInspector(new Limits(), cache: null, looks: null, TestContext.Current.CancellationToken).Inspect(file);

        inspected.Diagnostics.ShouldHaveSingleItem().Rule.ShouldBe(ImageRules.Changed);
        inspected.Images.ShouldHaveSingleItem().Image.ShouldBeNull();
    }

    [Fact]
    [Trait("Category", "Hostile")]
    public void An_image_that_became_a_link_after_it_was_listed_is_an_error()
    {
        var listing = new FolderReader().TryRead(_repository.Root)!;
        Swap("a.png");
        var link = new FileInfo(_repository.PathOf("a.png"));
        var item = listing.Find("a.png")! with { Length = link.Length, ModifiedTicks = link.LastWriteTimeUtc.Ticks };

        var inspected = new FileInspector(new Limits(), cache: null, looks: null, TestContext.Current.CancellationToken)
            .Inspect(new AssetFile(listing, item, "a.png", new ImageEntry("a.png", Position.Start)));

        inspected.Diagnostics.ShouldHaveSingleItem().Rule.ShouldBe(ImageRules.Changed);
    }

    [Fact]
    [Trait("Category", "Hostile")]
    public void A_caption_that_became_a_link_after_it_was_listed_is_not_read()
    {
        _repository.Write("a.txt", "x");
        var listing = new FolderReader().TryRead(_repository.Root)!;
        Swap("a.txt");

        Should.Throw<IOException>(() => listing.Read("a.txt", CaptionFile.MaxBytes));
    }

    private void Swap(string name)
    {
        var path = _repository.PathOf(name);
        File.Move(path, path + ".secret");
        File.CreateSymbolicLink(path, path + ".secret");
    }
}
