using System.Text;
using System.Text.Json;
using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Assets.Pictures;
using Ideogram.Build.Datasets.Captions;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Health;

/// <summary>Finds images that a training sees otherwise than people do, or that show nearly nothing.</summary>
internal sealed class PictureHealth(Manifest manifest, List<Diagnostic> diagnostics)
{
    private const int UsualBits = 8;

    // Of a set in colour, at most one image in four is grey by mistake.
    private const int GreyPart = 4;
    private const int MaxGreyChroma = 6;

    // Light from 0 to 255.
    private const int BlankRange = 14;
    private const int DarkMean = 24;
    private const int DarkHigh = 72;
    private const int BrightMean = 232;
    private const int BrightLow = 184;
    private const int BrightDarkest = 120;

    // A pale logo on white keeps its colour, and a picture that is washed out does not.
    private const int BrightChroma = 64;

    public void Check(IReadOnlyList<Asset> assets)
    {
        CheckTurned(assets);
        Report(HealthRules.Transparent, With(assets, l => l.IsSeenThrough), "have transparent parts",
            "A training can see the hidden colours there. Save the images without transparency, on the background that you want.");
        Report(HealthRules.OtherColours, With(assets, l => l.Space == ColourSpace.Cmyk || l.IsWideGamut),
            "have colours that are not sRGB, but CMYK or a profile with a wide gamut", "A training may see other colours than you do. Convert them to sRGB.");
        Report(HealthRules.DeepColours, [.. assets.Where(a => a.Image.BitsPerChannel > UsualBits)], "have more than 8 bits per channel",
            "A training uses only 8. Save them with 8 bits per channel.");
        var grey = With(assets, IsGrey);
        if (grey.Count * GreyPart <= assets.Count)
            Report(HealthRules.GreyAmongColour, grey, "are grey, but the others are in colour", "Use the originals in colour, or leave them out.");
        CheckLight(assets);
    }

    // A flat grey picture is nearly blank, and is said there.
    private static bool IsGrey(ImageLook look) => look.Tone is { } tone
        ? tone.Chroma <= MaxGreyChroma && tone.Brightest - tone.Darkest >= BlankRange
        : look.Space == ColourSpace.Grey;

    private void CheckTurned(IReadOnlyList<Asset> assets)
    {
        var turned = assets.Where(a => a.Image.Orientation > 1).ToLookup(HasBoxes);
        Report(HealthRules.TurnedWithBoxes, [.. turned[true]],
            "are not stored upright, only an EXIF flag turns them, and their captions have boxes",
            "The boxes fit either the stored picture or the turned one. Save the images upright, and check the boxes.");
        Report(HealthRules.Turned, [.. turned[false]], "are not stored upright, and only an EXIF flag turns them",
            "A training may see them lying on their side. Save them upright.");
    }

    private void CheckLight(IReadOnlyList<Asset> assets)
    {
        var blank = With(assets, l => l.Tone is { } t && t.Brightest - t.Darkest < BlankRange);
        Report(HealthRules.Blank, blank, "are nearly blank", "Leave them out, or export them again.");
        var rest = assets.Except(blank).ToList();
        Report(HealthRules.Dark, With(rest, l => l.Tone is { Mean: < DarkMean, High: < DarkHigh }), "are very dark everywhere",
            "Brighten them, or leave them out.");
        var bright = With(rest, l => l.Tone is { Mean: > BrightMean, Low: > BrightLow, Darkest: > BrightDarkest, Chroma: < BrightChroma });
        Report(HealthRules.Bright, bright, "are very bright everywhere", "Darken them, or leave them out.");
    }

    private static List<Asset> With(IEnumerable<Asset> assets, Func<ImageLook, bool> has) =>
        [.. assets.Where(a => a.Image.Look is { } look && has(look))];

    private static bool HasBoxes(Asset asset)
    {
        if (asset.Caption is not { Kind: CaptionKind.Structured } caption)
            return false;
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(caption.Text));
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("bbox"u8))
                return true;
        }

        return false;
    }

    private void Report(Rule rule, IReadOnlyCollection<Asset> found, string what, string advice) =>
        HealthWarning.Add(rule, found, what, advice, manifest, diagnostics);
}
