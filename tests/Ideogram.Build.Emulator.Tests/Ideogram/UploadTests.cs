using System.Net;
using System.Security.Cryptography;
using Ideogram.Build.Emulator.Tests.Support;

namespace Ideogram.Build.Emulator.Tests.Ideogram;

public sealed class UploadTests
{
    [Fact]
    public async Task Images_of_all_three_formats_are_stored_byte_by_byte()
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        var id = await stage.CreateAsync();

        var answer = await stage.UploadAsync(id, ("a.png", TestImages.Png()), ("b.jpg", TestImages.Jpeg()), ("c.webp", TestImages.WebP()));

        answer.Counts().ShouldBe((3, 3, 0));
        answer.Succeeded().ShouldBe(["a.png", "b.jpg", "c.webp"]);
        stage.Host.Datasets()[0].Files.Select(file => file.Sha256).ShouldBe(
            [Sha256(TestImages.Png()), Sha256(TestImages.Jpeg()), Sha256(TestImages.WebP())]);
        var dataset = await stage.GetAsync($"/datasets/{id}");
        dataset.Names("files").ShouldBe(["a.png", "b.jpg", "c.webp"]);
        ((int)dataset["files"]![0]!["file_size_bytes"]!).ShouldBe(TestImages.Png().Length);
    }

    [Fact]
    public async Task A_second_upload_under_the_same_name_adds_a_second_file()
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        var id = await stage.CreateAsync();
        await stage.UploadAsync(id, ("a.png", TestImages.Png(seed: 1)));

        await stage.UploadAsync(id, ("a.png", TestImages.Png(seed: 2)));

        (await stage.GetAsync($"/datasets/{id}")).Names("files").ShouldBe(["a.png", "a.png"]);
    }

    [Fact]
    public async Task The_image_after_the_hundredth_is_one_too_many()
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        var id = await stage.CreateAsync();
        await stage.UploadAsync(id, EmulatorFixture.Pngs(99));

        var answer = await stage.UploadAsync(id, ("hundredth.png", TestImages.Png()), ("more.png", TestImages.Png()));

        answer.Succeeded().ShouldBe(["hundredth.png"]);
        answer.Failed().ShouldBe([("more.png", "TOO_MANY_IMAGES")]);
        ((int)(await stage.GetAsync($"/datasets/{id}"))["file_count"]!).ShouldBe(100);
    }

    [Fact]
    public async Task An_image_whose_name_says_unsafe_fails_the_safety_check()
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        var id = await stage.CreateAsync();

        var answer = await stage.UploadAsync(id, ("very-Unsafe.png", TestImages.Png()));

        answer.Failed().ShouldBe([("very-Unsafe.png", "FAILED_SAFETY_CHECK")]);
        answer.Counts().ShouldBe((1, 0, 1));
    }

    [Fact]
    public async Task An_image_over_the_limit_is_too_large_and_one_at_the_limit_is_not()
    {
        var size = TestImages.Png().Length;
        await using var stage = await EmulatorFixture.OpenAsync(options => options with { MaxImageBytes = size });
        var id = await stage.CreateAsync();

        var answer = await stage.UploadAsync(id, ("fits.png", TestImages.Png()), ("large.png", [.. TestImages.Png(), 0]));

        answer.Succeeded().ShouldBe(["fits.png"]);
        answer.Failed().ShouldBe([("large.png", "FILE_TOO_LARGE")]);
    }

    [Fact]
    public async Task A_request_over_the_limit_answers_413_and_stores_nothing()
    {
        await using var stage = await EmulatorFixture.OpenAsync(options => options with { MaxRequestBytes = 1000 });
        var id = await stage.CreateAsync();

        using var answer = await stage.SendFilesAsync(id, ("a.png", new byte[2000]));

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        stage.Host.Datasets()[0].Files.ShouldBeEmpty();
    }

    [Fact]
    public async Task Uploads_at_the_same_time_lose_nothing()
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        var id = await stage.CreateAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => stage.UploadAsync(id, EmulatorFixture.Pngs(5, from: i * 5))));

        answers.Sum(answer => (int)answer["success_count"]!).ShouldBe(40);
        stage.Host.Datasets()[0].Files.Select(file => file.Name).Distinct().Count().ShouldBe(40);
    }

    [Fact]
    public async Task Nothing_is_left_of_an_upload_but_its_images()
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        var id = await stage.CreateAsync();

        await stage.UploadAsync(id, ("a.png", TestImages.Png()), ("bad.png", [1]), ("a.txt", "x"u8.ToArray()));

        Directory.EnumerateFileSystemEntries(Path.Combine(stage.Options.StateFolder, "incoming")).ShouldBeEmpty();
        Directory.EnumerateFiles(Path.Combine(stage.Options.StateFolder, "datasets", id, "assets")).Count().ShouldBe(1);
    }

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
