using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Datasets.Health;

/// <summary>What is correct, and would still spoil a training: docs/health.md says how each is decided. One warning for each kind and dataset.</summary>
public static class HealthRules
{
    /// <summary>EXIF turns the picture, and a training may not.</summary>
    public static readonly Rule Turned = new("IDEO2030", Severity.Warning, "Images that only EXIF turns upright");

    /// <summary>EXIF turns the picture, and the boxes of its caption are either for the turned one or for the other.</summary>
    public static readonly Rule TurnedWithBoxes = new("IDEO2031", Severity.Error, "Boxes in the caption of an image that only EXIF turns upright")
    {
        IsAdjustable = true,
    };

    /// <summary>Parts that are not opaque.</summary>
    public static readonly Rule Transparent = new("IDEO2032", Severity.Warning, "Images with transparency");

    /// <summary>Four inks, or primaries that are not those of sRGB.</summary>
    public static readonly Rule OtherColours = new("IDEO2033", Severity.Warning, "Images whose colours are not sRGB");

    /// <summary>More than eight bits per channel.</summary>
    public static readonly Rule DeepColours = new("IDEO2034", Severity.Warning, "Images with more than 8 bits per channel");

    /// <summary>A few grey images in a set that is in colour.</summary>
    public static readonly Rule GreyAmongColour = new("IDEO2035", Severity.Warning, "Grey images in a dataset in colour");

    /// <summary>Pictures that show nearly nothing.</summary>
    public static readonly Rule Blank = new("IDEO2036", Severity.Warning, "Nearly blank images");

    /// <summary>Pictures that are dark all over.</summary>
    public static readonly Rule Dark = new("IDEO2037", Severity.Warning, "Very dark images");

    /// <summary>Pictures that are bright all over.</summary>
    public static readonly Rule Bright = new("IDEO2038", Severity.Warning, "Very bright images");

    /// <summary>A short side below 512 pixels.</summary>
    public static readonly Rule Small = new("IDEO2039", Severity.Warning, "Images that are small for a training");

    /// <summary>Wider or higher than 3:1.</summary>
    public static readonly Rule Extreme = new("IDEO2040", Severity.Warning, "Images of an extreme shape");

    /// <summary>Far smaller than the others.</summary>
    public static readonly Rule Outlier = new("IDEO2041", Severity.Warning, "Images far smaller than the others of the dataset");

    /// <summary>The same picture, of which EXIF turns one file otherwise than the other.</summary>
    public static readonly Rule TurnedOtherwise = new("IDEO2042", Severity.Error, "The same picture, turned differently by EXIF")
    {
        IsAdjustable = true,
    };

    /// <summary>Some images have captions, others have none.</summary>
    public static readonly Rule SomeCaptions = new("IDEO3050", Severity.Warning, "Some images have no caption");

    /// <summary>Several images have one caption.</summary>
    public static readonly Rule IdenticalCaptions = new("IDEO3051", Severity.Warning, "Identical captions");

    /// <summary>A caption without the phrase that the manifest requires.</summary>
    public static readonly Rule WithoutPhrase = new("IDEO3052", Severity.Warning, "Captions without the required phrase");

    /// <summary>Ideogram 4.0 is trained with structured captions (Ideogram's API reference).</summary>
    public static readonly Rule PlainTextForV4 = new("IDEO3053", Severity.Warning, "Plain captions for Ideogram 4");

    /// <summary>Plain and structured captions in one dataset.</summary>
    public static readonly Rule MixedCaptions = new("IDEO3054", Severity.Warning, "Plain and structured captions in one dataset");

    /// <summary>The same picture recompressed, resized, cropped, in another format.</summary>
    public static readonly Rule NearDuplicates = new("IDEO4030", Severity.Warning, "Near duplicates");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        Turned, TurnedWithBoxes, Transparent, OtherColours, DeepColours, GreyAmongColour, Blank, Dark, Bright, Small, Extreme, Outlier,
        TurnedOtherwise,
        SomeCaptions, IdenticalCaptions, WithoutPhrase, PlainTextForV4, MixedCaptions, NearDuplicates,
    ];
}
