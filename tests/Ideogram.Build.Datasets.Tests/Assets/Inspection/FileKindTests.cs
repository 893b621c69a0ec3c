using System.Text;
using Ideogram.Build.Datasets.Assets.Inspection;
using Ideogram.Build.Tests;

namespace Ideogram.Build.Datasets.Tests.Assets.Inspection;

public sealed class FileKindTests
{
    [Theory]
    [InlineData("GIF89a", "GIF")]
    [InlineData("BM\u0001\u0002\u0003\u0004\0\0\0\0", "BMP")]
    [InlineData("II*\0", "TIFF")]
    [InlineData("MM\0*", "TIFF")]
    [InlineData("\0\0\0\u001CftypavifXXXX", "AVIF")]
    [InlineData("\0\0\0\u001CftypheicXXXX", "HEIC")]
    [InlineData("\0\0\0\u001CftypisomXXXX", "video")]
    [InlineData("\0\0\0\fJXL ", "JPEG XL")]
    [InlineData("\0\0\0\fjP  ", "JPEG 2000")]
    [InlineData("8BPS", "Photoshop")]
    [InlineData("\0\0\u0001\0\u0001\0", "icon")]
    [InlineData("%PDF-1.7", "PDF")]
    [InlineData("PK\u0003\u0004", "ZIP")]
    [InlineData("RIFF\u0001\u0001\u0001\u0001WAVEfmt ", "AVI or WAV")]
    [InlineData("<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\">", "SVG")]
    [InlineData("\n<!DOCTYPE HTML><title>Sign in</title>", "HTML")]
    [InlineData("<?xml version=\"1.0\"?><a/>", "XML")]
    [InlineData("{\"message\": \"Not Found\"}", "JSON")]
    [InlineData("A photograph of a dog", "text")]
    public void A_foreign_file_is_named(string content, string name) =>
        Inspect.Fault(Encoding.Latin1.GetBytes(content), ImageFaultKind.Unsupported).Text.ShouldContain(name);

    [Fact]
    public void A_file_of_zero_bytes_is_named() => Inspect.Fault(new byte[2000], ImageFaultKind.Unsupported).Text.ShouldContain("zero bytes");

    [Fact]
    public void A_file_of_noise_is_not_an_image() => Inspect.Fault([1, 200, 3, 255, 5, 0, 7, 8, 9, 10, 11, 12, 13], ImageFaultKind.Unsupported).Text.ShouldContain("not a JPEG, PNG or WebP");

    [Theory]
    [InlineData("\r\n", "\n")]
    [InlineData("\n", "\r\n")]
    public void A_png_with_converted_line_endings_is_told_about_gitattributes(string from, string to)
    {
        var mangled = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(TestImages.Png()).Replace(from, to, StringComparison.Ordinal));
        Inspect.Fault(mangled, ImageFaultKind.LineEndings).Text.ShouldContain(".gitattributes");
    }

    [Fact]
    public void An_image_saved_as_text_is_damaged()
    {
        var asText = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(TestImages.Jpeg()));
        Inspect.Fault(asText, ImageFaultKind.Damaged).Text.ShouldContain("UTF-8");
    }

    [Fact]
    public void A_png_with_a_damaged_signature_is_damaged() => Inspect.Fault(Inspect.With(TestImages.Png(), 5, 0), ImageFaultKind.Damaged);
}
