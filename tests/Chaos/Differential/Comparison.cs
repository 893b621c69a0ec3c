using Ideogram.Build.Datasets.Assets.Inspection;

namespace Ideogram.Build.Chaos.Differential;

/// <summary>How inspection and the decoders compare on one file.</summary>
internal enum Outcome
{
    BothTake,
    BothComplain,
    BothRefuse,

    /// <summary>Inspection is stricter; for an intact file that is a disagreement.</summary>
    StricterHere,

    /// <summary>The decoders complain about pixels that they decoded. Inspection does not decode, and docs/diagnostics.md says so.</summary>
    OnlyDecodingTells,

    /// <summary>Refused on purpose although the decoders here read it: docs/diagnostics.md gives the reason.</summary>
    ListedInDocs,

    /// <summary>No decoder could tell.</summary>
    CannotTell,

    Disagree,
}

/// <summary>The outcome, and for a disagreement both sides' words.</summary>
internal sealed record Comparison(Outcome Outcome, string Text)
{
    // docs/diagnostics.md, IDEO2003: Pillow fails on most files with arithmetic coding, the decoders here were built with it.
    private const string Listed = "arithmetic coding";

    private static readonly string[] PixelWords = ["Corrupt JPEG data", "premature end", "bad Huffman code", "out of order", "error in tile"];

    public static Comparison Create(Case item, ImageInspection inspection, IReadOnlyList<Verdict> verdicts)
    {
        var panel = Panel.Decide(verdicts);
        var said = string.Join("; ", verdicts.Select(v => v.ReportText).Where(w => w.Length > 0));
        if (panel == Judgement.CannotTell)
            return new(Outcome.CannotTell, said);
        if (inspection.Image is null)
            return Refused(item, inspection.Fault!, panel);

        var complains = inspection.Faults.Any(f => f.Kind == ImageFaultKind.Irregular);
        if (panel == Judgement.Sound)
            return Sound(item, inspection, verdicts, complains);
        if (panel == Judgement.Complains && complains)
            return new(Outcome.BothComplain, said);
        var isAboutPixels = item.Kind == Damage.WebPBitstream || (IsJpeg(item) && PixelWords.Any(w => said.Contains(w, StringComparison.OrdinalIgnoreCase)));
        return new(isAboutPixels ? Outcome.OnlyDecodingTells : Outcome.Disagree, said.Length > 0 ? said : "the decoders read nothing");
    }

    private static Comparison Refused(Case item, ImageFault fault, Judgement panel)
    {
        if (panel == Judgement.Refuses)
            return new(Outcome.BothRefuse, "");
        if (fault.Text.Contains(Listed, StringComparison.Ordinal))
            return new(Outcome.ListedInDocs, fault.Text);
        return new(item.IsIntact ? Outcome.Disagree : Outcome.StricterHere, fault.Text);
    }

    private static Comparison Sound(Case item, ImageInspection inspection, IReadOnlyList<Verdict> verdicts, bool complains)
    {
        var image = inspection.Image!;
        if (complains)
            return new(item.IsIntact ? Outcome.Disagree : Outcome.StricterHere, inspection.Fault!.Text);
        return verdicts.FirstOrDefault(v => v.Size is { } size && size != (image.Width, image.Height))?.Size is { } other
            ? new(Outcome.Disagree, $"{image.Width} x {image.Height} here, {other.Width} x {other.Height} there")
            : new(Outcome.BothTake, "");
    }

    private static bool IsJpeg(Case item) => item.Original.EndsWith(".jpg", StringComparison.OrdinalIgnoreCase)
        || item.Original.EndsWith(".jpeg", StringComparison.OrdinalIgnoreCase);
}
