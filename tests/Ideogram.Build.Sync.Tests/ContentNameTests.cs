using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Captions;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync.Naming;
using Ideogram.Build.Sync.Planning;

namespace Ideogram.Build.Sync.Tests;

public sealed class ContentNameTests
{
    private const string Hash = "0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData("photos/Sunset at Sea.JPG", "sunset-at-sea")]
    [InlineData("a/b/IMG_0042.jpeg", "img-0042")]
    [InlineData("Überraschung.png", "berraschung")]
    [InlineData("日本.webp", "image")]
    [InlineData("..hidden...png", "hidden")]
    public void The_slug_is_for_people(string path, string slug) => ContentName.Create(Asset(path)).ShouldBe($"{slug}-{Hash}.png");

    [Fact]
    public void A_long_name_is_cut() => ContentName.Create(Asset(new string('a', 500) + ".png")).Length.ShouldBeLessThan(100);

    [Theory]
    [InlineData("sunset-0123456789abcdef0123456789abcdef.jpg", Hash)]
    [InlineData("a-b-c-0123456789abcdef0123456789abcdef.webp", Hash)]
    [InlineData("sunset-0123456789ABCDEF0123456789ABCDEF.jpg", null)]
    [InlineData("sunset-0123456789abcdef0123456789abcdef.jpg.jpg", null)]
    [InlineData("sunset-0123456789abcdef0123456789abcde.jpg", null)]
    [InlineData("sunset-0123456789abcdef0123456789abcdef.jpg\n", null)]
    [InlineData("sunset.jpg", null)]
    [InlineData(null, null)]
    public void Only_a_name_of_this_tool_has_a_hash(string? name, string? hash) => ContentName.HashIn(name).ShouldBe(hash);

    [Theory]
    [InlineData("A caption", "A caption\n", true)]
    [InlineData("A caption", "Another", false)]
    [InlineData("A caption", null, false)]
    [InlineData(null, "A caption", null)]
    [InlineData(null, null, null)]
    public void A_name_says_which_caption_the_image_was_sent_with(string? sent, string? now, bool? isSame)
    {
        var name = ContentName.Create(Asset("a.png", sent));

        ContentName.IsSentWith(name, Asset("a.png", now).Caption).ShouldBe(isSame);
        (ContentName.HashIn(name), ContentName.SlugIn(name)).ShouldBe((Hash, "a"));
    }

    [Fact]
    public void A_name_says_that_a_caption_was_removed()
    {
        var name = ContentName.CreateWithoutCaption(Asset("a.png"));

        ContentName.IsSentWith(name, null).ShouldBe(true);
        ContentName.IsSentWith(name, Asset("a.png", "A caption").Caption).ShouldBe(false);
    }

    [Fact]
    public void A_sidecar_has_the_stem_of_its_image()
    {
        var name = ContentName.Create(Asset("a.png"));
        ContentName.Sidecar(name, CaptionKind.Text).ShouldBe($"a-{Hash}.txt");
        ContentName.Sidecar(name, CaptionKind.Structured).ShouldBe($"a-{Hash}.json");
        ContentName.IsSidecar($"a-{Hash}.txt").ShouldBeTrue();
        ContentName.IsSidecar(name).ShouldBeFalse();
    }

    private static Asset Asset(string path, string? caption = null) =>
        new("/x/" + path, null, path, new ImageInfo(ImageFormat.Png, 1, 1, 1, Hash + Hash),
            caption is null ? null : new Caption(caption, CaptionKind.Text, "/x/a.txt", Position.Start), Position.Start);
}
