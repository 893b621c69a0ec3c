using Ideogram.Build.Emulator.Tests.Support;

namespace Ideogram.Build.Emulator.Tests.Ideogram;

public sealed class ImageCheckTests
{
    public static TheoryData<string, byte[]> Broken => new()
    {
        { "empty", [] },
        { "text", "not an image at all"u8.ToArray() },
        { "gif", "GIF89a\u0001\0\u0001\0\0\0\0;"u8.ToArray() },
        { "a PNG cut off", TestImages.Png()[..^5] },
        { "a PNG with a wrong checksum", Changed(TestImages.Png(), 20) },
        { "a PNG without a width", Changed(TestImages.Png(), 19, to: 0) },
        { "a JPEG cut off in its scan", TestImages.Jpeg()[..^2] },
        { "a JPEG without a scan", [.. TestImages.Jpeg()[..Marker(0xDA)], 0xFF, 0xD9] },
        { "a JPEG without a height", Changed(TestImages.Jpeg(), Marker(0xC0) + 6, to: 0) },
        { "a WebP cut off", TestImages.WebP()[..^1] },
        { "a WebP without pixels", [.. "RIFF"u8, 14, 0, 0, 0, .. "WEBPVP8X"u8, 2, 0, 0, 0, 0, 0] },
        { "an LFS pointer", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 5\n"u8.ToArray() },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task What_is_no_whole_image_is_an_invalid_image(string what, byte[] bytes)
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        var id = await stage.CreateAsync();

        var answer = await stage.UploadAsync(id, ("a.png", bytes));

        answer.Failed().ShouldBe([("a.png", "INVALID_IMAGE")], what);
        stage.Host.Datasets()[0].Files.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_bytes_decide_and_not_the_extension()
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        var id = await stage.CreateAsync();

        var answer = await stage.UploadAsync(id, ("really-a-jpeg.png", TestImages.Jpeg()));

        answer.Succeeded().ShouldBe(["really-a-jpeg.png"]);
    }

    private static int Marker(byte code) => TestImages.Jpeg().AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, code]);

    private static byte[] Changed(byte[] bytes, int at, byte? to = null)
    {
        bytes[at] = to ?? (byte)(bytes[at] ^ 0xFF);
        return bytes;
    }
}
