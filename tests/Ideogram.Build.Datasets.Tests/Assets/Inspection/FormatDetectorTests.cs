using System.Text;
using Ideogram.Build.Datasets.Assets.Inspection;

namespace Ideogram.Build.Datasets.Tests.Assets.Inspection;

public sealed class FormatDetectorTests
{
    [Theory]
    [InlineData("GIF89a", "GIF")]
    [InlineData("BM\u0001\u0002\u0003\u0004\0\0\0\0", "BMP")]
    [InlineData("II*\0", "TIFF")]
    [InlineData("MM\0*", "TIFF")]
    [InlineData("\0\0\0\u001CftypavifXXXX", "AVIF")]
    [InlineData("\0\0\0\u001CftypheicXXXX", "HEIC")]
    [InlineData("\0\0\0\u001CftypisomXXXX", "video")]
    [InlineData("\0\0\0\u001Cftypmif1\0\0\0\0mif1avifmiaf", "AVIF")]
    [InlineData("\0\0\0\u001Cftypmif1\0\0\0\0mif1miafheic", "HEIC")]
    [InlineData("\0\0\0\u001Cftypmif1\0\0\0\0mif1miafmiaf", "HEIF")]
    [InlineData("\0\0\0\u001Cftypheic\0\0\0\0mif1heic", "Most Compatible")]
    [InlineData("\0\0\0\u001Cftyphevx\0\0\0\0", "HEIC")]
    [InlineData("\0\0\0\u0018ftypcrx \0\0\0\u0001crx isom", "Canon (CR3) camera raw")]
    [InlineData("\0\0\0\u0018ftypM4A \0\0\0\0M4A mp42", "audio")]
    [InlineData("\0\0\0\u0018ftypjp2 \0\0\0\0", "JPEG 2000")]
    [InlineData("\0\0\0\u0018ftypjxl \0\0\0\0", "JPEG XL")]
    [InlineData("II*\0\u0010\0\0\0CR\u0002\0", "Canon (CR2) camera raw")]
    [InlineData("II*\0\u0008\0\0\0\u0001\0\u0012\u00C6\u0001\0\u0004\0\0\0\u0001\u0004\0\0\0\0\0\0", "DNG camera raw")]
    [InlineData("II*\0\u0008\0\0\0\u0002\0\u00FE\0\u0004\0\u0001\0\0\0\u0001\0\0\0\u000F\u0001\u0002\0\u0005\0\0\0\u0026\0\0\0\0\0\0\0SONY\0",
        "Sony (ARW) camera raw")]
    [InlineData("MM\0*\0\0\0\u0008\0\u0002\0\u00FE\0\u0004\0\0\0\u0001\0\0\0\u0001\u0001\u000F\0\u0002\0\0\0\u0011\0\0\0\u0026\0\0\0\0NIKON CORPORATION\0",
        "Nikon (NEF) camera raw")]
    [InlineData("FUJIFILMCCD-RAW 0201", "Fujifilm camera raw")]
    [InlineData("IIU\0", "Panasonic camera raw")]
    [InlineData("\u001AE\u00DF\u00A3", "Matroska")]
    [InlineData("ID3\u0003", "audio")]
    [InlineData("P6\n1 1\n255\n", "Netpbm")]
    [InlineData("II\u00BC\u0001", "JPEG XR")]
    [InlineData("\u00FF\n", "JPEG XL")]
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
        Inspect.Message(Encoding.Latin1.GetBytes(content), ImageFaultKind.Unsupported).ShouldContain(name);

    [Fact]
    public void A_file_of_zero_bytes_is_named() => Inspect.Fault(new byte[2000], ImageFaultKind.Unsupported).Text.ShouldContain("zero bytes");

    [Fact]
    public void A_file_of_noise_is_not_an_image() => Inspect.Fault([1, 200, 3, 255, 5, 0, 7, 8, 9, 10, 11, 12, 13], ImageFaultKind.Unsupported)
        .Text.ShouldContain("not a JPEG, PNG or WebP");

    [Theory]
    [InlineData("\r\n", "\n")]
    [InlineData("\n", "\r\n")]
    public void A_png_with_converted_line_endings_is_told_about_gitattributes(string from, string to)
    {
        var mangled = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(TestImages.Png()).Replace(from, to, StringComparison.Ordinal));
        Inspect.Fault(mangled, ImageFaultKind.LineEndings).Advice.ShouldContain(".gitattributes");
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
