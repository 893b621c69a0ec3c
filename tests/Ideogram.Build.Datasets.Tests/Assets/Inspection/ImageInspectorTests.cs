using System.Security.Cryptography;
using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Assets.Inspection;

namespace Ideogram.Build.Datasets.Tests.Assets.Inspection;

public sealed class ImageInspectorTests
{
    public static TheoryData<string, byte[]> AllFormats => new()
    {
        { "jpeg", TestImages.Jpeg() },
        { "jpeg, progressive", TestImages.Jpeg(options: new() { Progressive = true }) },
        { "png", TestImages.Png() },
        { "webp", TestImages.WebP() },
        { "webp, extended", TestImages.WebP(options: new() { Orientation = 6 }) },
        { "webp, animated", TestImages.WebP(options: new() { Frames = 3 }) },
    };

    [Theory]
    [MemberData(nameof(AllFormats))]
    public void Size_and_hash_are_of_all_bytes(string name, byte[] bytes)
    {
        var image = Inspect.Sound(bytes);
        (image.Bytes, image.Sha256).ShouldBe((bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))), name);
    }

    [Theory]
    [MemberData(nameof(AllFormats))]
    public void Size_and_hash_are_of_all_bytes_of_a_faulty_file_too(string name, byte[] bytes)
    {
        byte[] faulty = [.. bytes.AsSpan(0, 13), 1, 2, 3, .. bytes];
        var inspection = Inspect.Bytes(faulty);
        inspection.Image.ShouldBeNull(name);
        (inspection.Bytes, inspection.Sha256).ShouldBe((faulty.Length, Convert.ToHexStringLower(SHA256.HashData(faulty))), name);
    }

    [Theory]
    [MemberData(nameof(AllFormats))]
    public void A_file_cut_anywhere_is_truncated(string name, byte[] bytes)
    {
        for (var length = 1; length < bytes.Length; length++)
        {
            var inspection = Inspect.Bytes(bytes[..length]);
            inspection.Image.ShouldBeNull(name);
            var fault = inspection.Fault.ShouldNotBeNull();
            (fault.Kind, fault.Offset).ShouldBe((ImageFaultKind.Truncated, length), $"{name} cut to {length}: {fault.Text}");
        }
    }

    [Theory]
    [MemberData(nameof(AllFormats))]
    public void Data_after_the_end_is_a_fault_beside_the_image(string name, byte[] bytes)
    {
        var inspection = Inspect.Bytes([.. bytes, 1, 2, 3]);
        var fault = inspection.Fault.ShouldNotBeNull();
        (fault.Kind, fault.Offset).ShouldBe((ImageFaultKind.TrailingData, bytes.Length), name);
        inspection.Image.ShouldNotBeNull().Bytes.ShouldBe(bytes.Length + 3);
    }

    [Theory]
    [MemberData(nameof(AllFormats))]
    public void A_stream_that_gives_one_byte_at_a_time_and_has_no_length_reads_the_same(string name, byte[] bytes)
    {
        using var stream = new TricklingStream(bytes);
        var (read, expected) = (ImageInspector.Inspect(stream, TestContext.Current.CancellationToken), Inspect.Bytes(bytes));
        (read.Image, read.Bytes, read.Sha256).ShouldBe((expected.Image, expected.Bytes, expected.Sha256), name);
        read.Faults.ShouldBe(expected.Faults, name);
    }

    [Fact]
    public void An_image_larger_than_the_buffer_is_read_in_one_pass()
    {
        var jpeg = TestImages.Jpeg(4000, 3000, options: new() { RestartInterval = 500 });
        jpeg.Length.ShouldBeGreaterThan(256 * 1024);
        var image = Inspect.Sound(jpeg);
        (image.Width, image.Height).ShouldBe((4000, 3000));
    }

    [Fact]
    public void An_empty_file_is_said_to_be_empty() => Inspect.Fault([], ImageFaultKind.Empty).Offset.ShouldBe(0);

    [Fact]
    public void A_git_lfs_pointer_is_told_how_to_mend()
    {
        var fault = Inspect.Fault("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"u8.ToArray(), ImageFaultKind.LfsPointer);
        fault.Advice.ShouldContain("git lfs pull");
        fault.Advice.ShouldContain("lfs: true");
    }

    [Fact]
    public void A_read_that_fails_passes_through()
    {
        using var stream = new FailingStream();
        Should.Throw<IOException>(() => ImageInspector.Inspect(stream, TestContext.Current.CancellationToken)).Message.ShouldBe("The disk is gone.");
    }

    [Fact]
    public void Cancelling_stops_inside_a_file()
    {
        using var cancellation = new CancellationTokenSource();
        using var stream = new TricklingStream(TestImages.Png()) { OnRead = cancellation.Cancel };
        Should.Throw<OperationCanceledException>(() => ImageInspector.Inspect(stream, cancellation.Token));
        stream.Reads.ShouldBe(1);
    }

    [Fact]
    public void Every_fault_has_a_rule_of_its_own()
    {
        var kinds = Enum.GetValues<ImageFaultKind>();
        kinds.Select(ImageRules.For).Distinct().Count().ShouldBe(kinds.Length);
    }
}
