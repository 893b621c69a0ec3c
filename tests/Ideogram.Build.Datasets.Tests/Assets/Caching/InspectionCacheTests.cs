using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Validation;

namespace Ideogram.Build.Datasets.Tests.Assets.Caching;

/// <summary>Whether an image was read shows by changing its bytes behind the back of size and time: who did not read it does not see that.</summary>
public sealed class InspectionCacheTests : IDisposable
{
    private static readonly DateTime LongAgo = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly TempRepository _repository = new();

    public InspectionCacheTests()
    {
        _repository.Images("a.png", "b.png").ManifestOf("'*.png'");
        foreach (var image in new[] { "a.png", "b.png" })
            File.SetLastWriteTimeUtc(_repository.PathOf(image), LongAgo);
    }

    private string Cache => _repository.PathOf("obj/cache");

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void An_unchanged_image_is_not_read_again()
    {
        var first = Validate();
        Spoil("a.png");

        var second = Validate();

        second.ShouldBeClean();
        second.Assets.ShouldBe(first.Assets);
    }

    [Fact]
    public void Only_the_changed_image_is_read()
    {
        Validate();
        Spoil("a.png");
        File.SetLastWriteTimeUtc(_repository.PathOf("a.png"), LongAgo.AddDays(1));
        Spoil("b.png");

        Validate().Diagnostics.Select(d => Path.GetFileName(d.File)).Distinct().ShouldBe(["a.png"]);
    }

    [Fact]
    public void An_image_of_another_size_is_read_again()
    {
        Validate();
        _repository.Write("a.png", TestImages.Png("a.png", 32, 32));
        File.SetLastWriteTimeUtc(_repository.PathOf("a.png"), LongAgo);

        Validate().Assets[0].Image.Width.ShouldBe(32);
    }

    [Fact]
    public void A_file_written_just_before_it_was_read_is_read_again()
    {
        _repository.Images("a.png");
        var time = File.GetLastWriteTimeUtc(_repository.PathOf("a.png"));
        Validate();
        Spoil("a.png", time);

        Validate().Diagnostics.ShouldNotBeEmpty();
    }

    [Fact]
    public void Limits_count_for_remembered_images_too()
    {
        Validate();
        _repository.Manifest("name: A\nimages: ['*.png']\nlimits: {min-width: 17}");

        Validate().Diagnostics.Select(d => d.Rule).ShouldBe([ImageRules.TooSmall, ImageRules.TooSmall]);
    }

    [Theory]
    [Trait("Category", "Hostile")]
    [InlineData(0, 0)]
    [InlineData(0, 20)]
    [InlineData(5, 0)]
    [InlineData(100, 0)]
    public void A_corrupt_cache_is_no_cache(int flipped, int length)
    {
        Validate();
        var file = Directory.GetFiles(Cache).ShouldHaveSingleItem();
        var bytes = File.ReadAllBytes(file);
        bytes[flipped] ^= 1;
        File.WriteAllBytes(file, length > 0 ? bytes[..length] : bytes);
        Spoil("a.png");

        Validate().Diagnostics.ShouldNotBeEmpty();
    }

    [Fact]
    [Trait("Category", "Hostile")]
    public void A_cache_folder_that_cannot_be_made_does_not_matter()
    {
        _repository.Write("obj", "a file");

        Validate().ShouldBeClean();
    }

    [Fact]
    public void What_the_manifest_no_longer_names_is_forgotten()
    {
        Validate();
        var file = Directory.GetFiles(Cache).ShouldHaveSingleItem();
        var before = new FileInfo(file).Length;
        _repository.ManifestOf("a.png");

        Validate();

        new FileInfo(file).Length.ShouldBeLessThan(before);
    }

    [Fact]
    public void Parallel_builds_leave_a_whole_cache()
    {
        Parallel.For(0, 16, _ => Validate().ShouldBeClean());
        Spoil("a.png");

        Validate().ShouldBeClean();
        Directory.GetFiles(Cache).ShouldHaveSingleItem();
    }

    [Fact]
    public void Images_in_archives_are_remembered_by_the_archives_time()
    {
        var zip = TestZip.Create(("a.png", TestImages.Png("a")));
        _repository.Write("shoot.zip", zip).ManifestOf("shoot.zip");
        File.SetLastWriteTimeUtc(_repository.PathOf("shoot.zip"), LongAgo);
        var first = Validate();
        zip.AsSpan(40, 20).Fill(0xFF);
        _repository.Write("shoot.zip", zip);
        File.SetLastWriteTimeUtc(_repository.PathOf("shoot.zip"), LongAgo);

        Validate().Assets.ShouldBe(first.Assets);
    }

    private Dataset Validate() => new DatasetValidator(new ValidatorOptions { CacheFolder = Cache })
        .Validate(_repository.ManifestPath, TestContext.Current.CancellationToken);

    private void Spoil(string image, DateTime? time = null)
    {
        var bytes = File.ReadAllBytes(_repository.PathOf(image));
        bytes.AsSpan(8).Clear();
        File.WriteAllBytes(_repository.PathOf(image), bytes);
        File.SetLastWriteTimeUtc(_repository.PathOf(image), time ?? LongAgo);
    }
}
