using System.IO.Compression;
using Ideogram.Build.Emulator.Tests.Support;

namespace Ideogram.Build.Emulator.Tests.Ideogram;

public sealed class ZipTests
{
    [Fact]
    public async Task Images_and_captions_come_out_of_a_zip_under_their_own_names()
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        var id = await stage.CreateAsync();

        var answer = await stage.UploadAsync(id, ("shoot.zip", Zip(
            ("shoot/a.png", TestImages.Png()), ("shoot/a.txt", "A caption"u8.ToArray()), ("shoot/bad.png", [1]), ("__MACOSX/a.png", [0]),
                ("shoot/.DS_Store", [0]))));

        answer.Succeeded().ShouldBe(["a.png", "a.txt"]);
        answer.Failed().ShouldBe([("bad.png", "INVALID_IMAGE")]);
        answer.Counts().ShouldBe((2, 1, 1));
        (await stage.GetAsync($"/datasets/{id}")).CaptionOf("a.png").ShouldBe("A caption");
    }

    [Fact]
    public async Task An_entry_that_aims_outside_is_stored_under_its_bare_name()
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        var id = await stage.CreateAsync();

        var answer = await stage.UploadAsync(id, ("evil.zip", Zip(("../../../../a.png", TestImages.Png()))));

        answer.Succeeded().ShouldBe(["a.png"]);
    }

    public static TheoryData<string, byte[]> Broken => new()
    {
        { "no zip", "PK, but no zip"u8.ToArray() },
        { "nothing inside", Zip() },
        { "cut off", Zip(("a.png", TestImages.Png()))[..^30] },
        { "a zip in a zip", Zip(("inner.zip", Zip(("a.png", TestImages.Png())))) },
        { "too many entries", Zip([.. Enumerable.Range(0, 1001).Select(i => ($"{i}.txt", new byte[] { 65 }))]) },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_zip_that_cannot_be_unpacked_is_invalid_and_not_counted(string what, byte[] zip)
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        var id = await stage.CreateAsync();

        var answer = await stage.UploadAsync(id, ("bad.zip", zip));

        answer.Failed().ShouldBe([("bad.zip", "INVALID_ZIP")], what);
        answer.Counts().ShouldBe((0, 0, 0));
    }

    [Fact]
    public async Task A_bomb_is_unpacked_no_further_than_an_image_may_go()
    {
        await using var stage = await EmulatorFixture.OpenAsync(options => options with { MaxImageBytes = 1000 });
        var id = await stage.CreateAsync();

        var answer = await stage.UploadAsync(id, ("bomb.zip", Zip(("a.png", new byte[50_000_000]))));

        answer.Failed().ShouldBe([("a.png", "FILE_TOO_LARGE")]);
    }

    private static byte[] Zip(params (string Name, byte[] Bytes)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }
}
