using System.Diagnostics;
using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Assets.Archives;
using Ideogram.Build.Datasets.Captions;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Validation;

namespace Ideogram.Build.Datasets.Tests.Assets.Archives;

public sealed class ArchiveTests : IDisposable
{
    private readonly TempRepository _repository = new TempRepository().ManifestOf("shoot.zip");

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void Images_and_captions_inside_are_assets()
    {
        var png = TestImages.Png("a");
        var dataset = Validate(TestZip.Create(("day1/a.png", png), ("day1/a.txt", "A mark\n"u8.ToArray()), ("b.png", TestImages.Png("b")), ("day1/", []),
            ("__MACOSX/day1/._a.png", [1]), ("day1/.DS_Store", [1])));

        dataset.ShouldBeClean();
        dataset.ShouldHaveAssets("shoot.zip!b.png", "shoot.zip!day1/a.png");
        var asset = dataset.Assets[1];
        asset.Entry.ShouldBe("day1/a.png");
        asset.Caption.ShouldBe(new Caption("A mark", CaptionKind.Text, _repository.PathOf("shoot.zip"), Position.Start));
        using var stream = asset.OpenRead();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        copy.ToArray().ShouldBe(png);
    }

    [Fact]
    public void An_image_inside_is_checked_as_a_file_is()
    {
        var diagnostic = Validate(TestZip.Create(("a.png", "hello"u8.ToArray()))).ShouldOnlyHave(ImageRules.Unsupported);

        diagnostic.File.ShouldBe(_repository.PathOf("shoot.zip"));
        diagnostic.Message.ShouldStartWith("'shoot.zip!a.png'");
    }

    [Fact]
    public void A_caption_inside_is_checked_as_a_file_is() =>
        Validate(TestZip.Create(("a.png", TestImages.Png("a")), ("a.txt", []), ("b.txt", [65]))).Diagnostics.Select(d => d.Rule)
            .ShouldBe([CaptionRules.Empty, CaptionRules.Orphan]);

    [Fact]
    public void An_archive_without_images_is_an_error() =>
        Validate(TestZip.Create(("readme.md", [65]))).ShouldOnlyHave(ArchiveRules.NoImages);

    [Fact]
    public void Other_entries_are_left_out_with_a_warning() =>
        Validate(TestZip.Create(("a.png", TestImages.Png("a")), ("b.gif", [65]), ("c.md", [65]))).ShouldOnlyHave(ArchiveRules.LeftOut)
            .ShouldSay("'shoot.zip!b.gif' and 1 more");

    [Theory]
    [Trait("Category", "Hostile")]
    [InlineData("../../etc/a.png")]
    [InlineData("/a.png")]
    [InlineData("x/../a.png")]
    [InlineData("x\\a.png")]
    [InlineData("C:a.png")]
    public void A_name_that_leaves_the_archive_is_an_error(string name) =>
        Validate(TestZip.Create((name, TestImages.Png("a")))).ShouldOnlyHave(ArchiveRules.BadName);

    [Fact]
    [Trait("Category", "Hostile")]
    public void A_symbolic_link_inside_is_an_error() =>
        Validate(TestZip.Create(e => e.ExternalAttributes = unchecked((int)0xA1FF0000), ("a.png", "/etc/passwd"u8.ToArray())))
            .ShouldOnlyHave(ArchiveRules.Symlink);

    [Fact]
    [Trait("Category", "Hostile")]
    public void An_archive_inside_is_an_error() =>
        Validate(TestZip.Create(("b.zip", TestZip.Create(("a.png", TestImages.Png("a")))))).ShouldOnlyHave(ArchiveRules.Nested);

    [Fact]
    [Trait("Category", "Hostile")]
    public void An_encrypted_entry_is_an_error() =>
        Validate(TestZip.ChangeDirectory(TestZip.Create(("a.png", TestImages.Png("a"))), 8, 1)).ShouldOnlyHave(ArchiveRules.Encrypted);

    [Fact]
    [Trait("Category", "Hostile")]
    public void An_unknown_compression_is_an_error() =>
        Validate(TestZip.ChangeDirectory(TestZip.Create(("a.png", TestImages.Png("a"))), 10, 93)).ShouldOnlyHave(ArchiveRules.Method).ShouldSay("method 93");

    [Fact]
    [Trait("Category", "Hostile")]
    public void Duplicate_entries_are_an_error() =>
        Validate(TestZip.Create(("a.png", TestImages.Png("a")), ("a.png", TestImages.Png("b")))).ShouldOnlyHave(ArchiveRules.Duplicate);

    [Theory]
    [Trait("Category", "Hostile")]
    [InlineData(10, "more bytes")]
    [InlineData(200, "fewer bytes")]
    public void A_size_that_is_not_the_declared_one_is_an_error(byte declared, string message) =>
        Validate(TestZip.ChangeDirectory(TestZip.Create(("a.png", TestImages.Png("a"))), 24, declared)).ShouldOnlyHave(ArchiveRules.Mismatch)
            .ShouldSay(message);

    [Fact]
    [Trait("Category", "Hostile")]
    public void A_wrong_checksum_is_an_error() =>
        Validate(TestZip.ChangeDirectory(TestZip.Create(("a.png", TestImages.Png("a"))), 16, 1, 2, 3, 4)).ShouldOnlyHave(ArchiveRules.Mismatch)
            .ShouldSay("checksum");

    [Fact]
    [Trait("Category", "Hostile")]
    public void Damaged_compressed_bytes_are_an_error()
    {
        var zip = TestZip.Create(("a.png", TestImages.Png("a")));
        zip.AsSpan(40, 20).Fill(0xFF);

        Validate(zip).Diagnostics.ShouldHaveSingleItem().Code.ShouldStartWith("IDEO21");
    }

    [Theory]
    [Trait("Category", "Hostile")]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(21)]
    [InlineData(100)]
    public void A_cut_archive_is_an_error(int length) =>
        Validate(TestZip.Create(("a.png", TestImages.Png("a"))).AsSpan(0, length).ToArray()).ShouldOnlyHave(ArchiveRules.Damaged);

    [Fact]
    [Trait("Category", "Hostile")]
    public void A_directory_with_more_entries_than_it_declares_is_an_error()
    {
        var zip = TestZip.Create(("a.png", TestImages.Png("a")), ("b.png", TestImages.Png("b")));
        zip[^12] = 1;

        Validate(zip).ShouldOnlyHave(ArchiveRules.Damaged);
    }

    [Fact]
    [Trait("Category", "Hostile")]
    public void Thousands_of_entries_are_an_error() =>
        Validate(TestZip.Create([.. Enumerable.Range(0, 2_001).Select(i => ($"{i}.png", Array.Empty<byte>()))])).ShouldOnlyHave(ArchiveRules.TooManyEntries);

    [Theory]
    [Trait("Category", "Hostile")]
    [InlineData(1, 24_000_000)]
    [InlineData(20, 24_000_000)]
    [InlineData(90, 900_000)]
    public void A_bomb_is_an_error_in_under_a_second_and_fifty_megabytes(int entries, int size)
    {
        var zip = TestZip.Create([.. Enumerable.Range(0, entries).Select(i => ($"{i}.png", new byte[size]))]);
        _repository.Write("shoot.zip", zip);
        var watch = Stopwatch.StartNew();
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var dataset = _repository.Validate();

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(1));
        (GC.GetTotalAllocatedBytes(precise: true) - before).ShouldBeLessThan(50_000_000);
        dataset.Diagnostics.ShouldContain(d => d.Rule == ArchiveRules.Bomb);
    }

    [Fact]
    [Trait("Category", "Hostile")]
    public void A_bomb_that_declares_little_is_cut_where_it_lies()
    {
        var zip = TestZip.ChangeDirectory(TestZip.Create(("a.png", [.. TestImages.Png("a"), .. new byte[24_000_000]])), 24, 0, 1, 0, 0);
        _repository.Write("shoot.zip", zip);

        _repository.Validate().ShouldOnlyHave(ArchiveRules.Mismatch);
    }

    [Fact]
    public void Images_of_archives_count_towards_the_hundred() =>
        Validate(TestZip.Create([.. Enumerable.Range(0, 101).Select(i => ($"{i}.png", TestImages.Png($"{i}")))])).ShouldOnlyHave(DatasetRules.TooManyImages);

    [Fact]
    public void An_archive_cannot_have_one_caption()
    {
        _repository.Manifest("name: A\nimages:\n  - {path: shoot.zip, caption: x}");

        Validate(TestZip.Create(("a.png", TestImages.Png("a")))).ShouldOnlyHave(Datasets.Manifests.ManifestRules.Contradiction).ShouldBeAt(3, 32);
    }

    private Dataset Validate(byte[] zip)
    {
        _repository.Write("shoot.zip", zip);
        return _repository.Validate();
    }
}
