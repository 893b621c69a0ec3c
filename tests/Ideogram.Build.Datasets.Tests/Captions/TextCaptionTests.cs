using System.Text;
using Ideogram.Build.Datasets.Captions;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Tests.Captions;

public sealed class TextCaptionTests : IDisposable
{
    private readonly TempRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void A_sidecar_of_the_same_stem_captions_its_image()
    {
        _repository.Images("p/a.b.png", "p/c.png").Write("p/a.b.txt", "A red\r\nlogo \n").ManifestOf("p/*.png");

        var dataset = _repository.Validate();

        dataset.ShouldBeClean();
        dataset.Assets.Select(a => a.Caption).ShouldBe([new Caption("A red\nlogo", CaptionKind.Text, _repository.PathOf("p/a.b.txt"), Position.Start), null]);
    }

    [Fact]
    public void An_inline_caption_captions_its_image_whatever_glob_matches_it_too()
    {
        _repository.Images("a.png").Manifest("name: A\nimages:\n  - path: a.png\n    caption: The mark\n  - '*.png'");

        _repository.Validate().Assets.ShouldHaveSingleItem()
            .Caption.ShouldBe(new Caption("The mark", CaptionKind.Text, _repository.ManifestPath, new Position(4, 14)));
    }

    [Fact]
    public void A_byte_order_mark_is_tolerated()
    {
        _repository.Images("a.png").Write("a.txt", [.. "\uFEFFA mark"u8]).ManifestOf("a.png");

        _repository.Validate().Assets.ShouldHaveSingleItem().Caption!.Text.ShouldBe("A mark");
    }

    [Fact]
    [Trait("Category", "Hostile")]
    public void A_caption_that_is_not_utf8_is_an_error()
    {
        _repository.Images("a.png").Write("a.txt", [0x41, 0xE9, 0x42]).ManifestOf("a.png");

        _repository.Validate().ShouldOnlyHave(CaptionRules.NotUtf8).ShouldSay("byte 1").File.ShouldBe(_repository.PathOf("a.txt"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Utf16_with_its_mark_is_read(bool bigEndian)
    {
        var encoding = new UnicodeEncoding(bigEndian, byteOrderMark: true);
        _repository.Images("a.png").Write("a.txt", [.. encoding.GetPreamble(), .. encoding.GetBytes("A red mug \U0001F98A")]).ManifestOf("a.png");

        _repository.Validate().Assets.ShouldHaveSingleItem().Caption!.Text.ShouldBe("A red mug \U0001F98A");
    }

    [Theory]
    [Trait("Category", "Hostile")]
    [InlineData("6C696E65206F6E650A746865206D7567927320726564", 2, 8, "It looks like Windows-1252")]
    [InlineData("C3A9C3A90AC3A92041FF", 2, 4, "byte 9 is FF")]
    [InlineData("EFBBBF41E9", 1, 2, "byte 4 is E9")]
    [InlineData("41008100", 1, 2, "UTF-16 without a byte order mark")]
    [InlineData("0041006D", 1, 1, "UTF-16 without a byte order mark")]
    [InlineData("CF004100", 1, 1, "UTF-16 without a byte order mark")]
    [InlineData("4100AA00", 1, 2, "UTF-16 without a byte order mark")]
    [InlineData("4181", 1, 2, "is not UTF-8: byte 1 is 81. Save")]
    [InlineData("41EDA080", 1, 2, "byte 1 is ED")]
    [InlineData("41E282", 1, 2, "byte 1 is E2")]
    [InlineData("FFFE4100E9", 1, 1, "half of a character is missing")]
    [InlineData("FFFE0000410000", 1, 1, "UTF-32")]
    public void Other_encodings_are_named_at_their_first_wrong_byte(string hex, int line, int column, string words)
    {
        _repository.Images("a.png").Write("a.txt", Convert.FromHexString(hex)).ManifestOf("a.png");

        _repository.Validate().ShouldOnlyHave(CaptionRules.NotUtf8).ShouldBeAt(line, column).ShouldSay(words);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t")]
    public void An_empty_caption_is_an_error(string text)
    {
        _repository.Images("a.png").Write("a.txt", text).ManifestOf("a.png");

        _repository.Validate().ShouldOnlyHave(CaptionRules.Empty);
    }

    [Fact]
    [Trait("Category", "Hostile")]
    public void A_control_character_is_an_error_at_its_place()
    {
        _repository.Images("a.png").Write("a.txt", "One\nTwo \u001b[31m").ManifestOf("a.png");

        _repository.Validate().ShouldOnlyHave(CaptionRules.ControlCharacter).ShouldBeAt(2, 5).ShouldSay("U+001B");
    }

    [Fact]
    [Trait("Category", "Hostile")]
    public void A_caption_file_of_a_megabyte_is_refused()
    {
        _repository.Images("a.png").Write("a.txt", new string('x', 1_000_000)).ManifestOf("a.png");

        _repository.Validate().ShouldOnlyHave(CaptionRules.TooLarge);
    }

    [Fact]
    public void A_very_long_caption_is_a_warning()
    {
        _repository.Images("a.png").Write("a.txt", new string('x', 2_001)).ManifestOf("a.png");

        var dataset = _repository.Validate();

        dataset.ShouldOnlyHave(CaptionRules.TooLong).Severity.ShouldBe(Severity.Warning);
        dataset.IsValid.ShouldBeTrue();
    }

    [Fact]
    public void Required_captions_that_are_missing_are_errors_at_the_line_that_named_the_image()
    {
        _repository.Images("a.png").Manifest("name: A\ncaptions: required\nimages:\n  - a.png");

        _repository.Validate().ShouldOnlyHave(CaptionRules.Missing).ShouldBeAt(4, 5).ShouldSay("'a.txt'");
    }

    [Fact]
    public void Captions_none_leaves_sidecars_alone()
    {
        _repository.Images("a.png").Write("a.txt", "A mark").Manifest("name: A\ncaptions: none\nimages:\n  - a.png");

        var dataset = _repository.Validate();

        dataset.ShouldBeClean();
        dataset.Assets.ShouldHaveSingleItem().Caption.ShouldBeNull();
    }

    [Fact]
    public void Captions_none_contradicts_an_inline_caption()
    {
        _repository.Images("a.png").Manifest("name: A\ncaptions: none\nimages:\n  - {path: a.png, caption: x}");

        _repository.Validate().ShouldOnlyHave(CaptionRules.NotWanted).ShouldBeAt(4, 28);
    }

    [Fact]
    public void A_txt_and_a_json_sidecar_are_an_error()
    {
        _repository.Images("a.png").Write("a.txt", "x").Write("a.json", "{}").ManifestOf("a.png");

        _repository.Validate().ShouldOnlyHave(CaptionRules.TwoSidecars);
    }

    [Fact]
    public void An_inline_caption_and_a_sidecar_are_an_error()
    {
        _repository.Images("a.png").Write("a.txt", "x").Manifest("name: A\nimages:\n  - {path: a.png, caption: x}");

        _repository.Validate().ShouldOnlyHave(CaptionRules.InlineAndSidecar).ShouldBeAt(3, 28);
    }

    [Fact]
    public void Two_inline_captions_for_one_image_are_an_error()
    {
        _repository.Images("a.png").Manifest("name: A\nimages:\n  - {path: a.png, caption: x}\n  - {path: a.png, caption: y}");

        _repository.Validate().ShouldOnlyHave(CaptionRules.TwoInline).ShouldBeAt(4, 28).ShouldSay("line 3");
    }

    [Fact]
    public void One_sidecar_for_two_images_of_a_stem_is_an_error()
    {
        _repository.Images("a.png").Write("a.webp", TestImages.Png("other")).Write("a.txt", "x").ManifestOf("a.png");

        _repository.Validate().ShouldOnlyHave(CaptionRules.SharedStem).ShouldSay("'a.png' and 'a.webp'");
    }

    [Fact]
    [Trait("Category", "Hostile")]
    public void A_linked_sidecar_is_refused_unread()
    {
        using var outside = new TempRepository().Write("secret.txt", "hunter2");
        _repository.Images("a.png").Link("a.txt", outside.PathOf("secret.txt")).ManifestOf("a.png");

        var dataset = _repository.Validate();

        dataset.ShouldOnlyHave(ManifestRules.Symlink);
        dataset.Assets.ShouldHaveSingleItem().Caption.ShouldBeNull();
    }
}
