using Ideogram.Build.Datasets.Assets.Inspection;

namespace Ideogram.Build.Chaos.Differential;

/// <summary>How inspection and ImageMagick compare on one file.</summary>
internal enum Outcome
{
    BothTake,
    BothRefuse,

    /// <summary>Inspection is stricter; for an intact file that is a disagreement.</summary>
    RefusedHereOnly,

    /// <summary>ImageMagick complains about pixels that it decoded. Inspection does not decode, and docs/diagnostics.md says so.</summary>
    OnlyDecodingTells,

    /// <summary>ImageMagick ran out of its resources, crashed, or does not read this kind of sound image.</summary>
    CannotTell,

    Disagree,
}

/// <summary>The outcome, and for a disagreement both sides' words.</summary>
internal sealed record Comparison(Outcome Outcome, string Text)
{
    // libjpeg as Debian builds it reads eight bits and no late height; both are sound by the standard.
    private static readonly string[] NoVerdict = ["cache resources exhausted", "exceeds limit", "JPEG data precision 12", "DNL not supported"];

    public static Comparison Of(Case item, ImageInspection inspection, Verdict? verdict)
    {
        if (verdict is null)
            return new(Outcome.CannotTell, string.Empty);
        if (inspection.Image is not { } image)
        {
            return verdict.IsSound
                ? new(item.Kind == "intact" ? Outcome.Disagree : Outcome.RefusedHereOnly, inspection.Fault!.Text)
                : new(Outcome.BothRefuse, string.Empty);
        }

        var said = string.Join("; ", verdict.Messages);
        if (verdict.Messages.Any(message => NoVerdict.Any(words => message.Contains(words, StringComparison.Ordinal))))
            return new(Outcome.CannotTell, said);
        if (item.Kind == Damage.WebPBitstream && !verdict.IsSound)
            return new(Outcome.OnlyDecodingTells, said);
        if (item.Kind == "JPEG header" && verdict is { Width: > 0, Messages.Count: > 0 } && verdict.Messages.All(IsDecodersWord))
            return new(Outcome.OnlyDecodingTells, said);
        if (!verdict.IsSound)
            return new(Outcome.Disagree, said.Length > 0 ? said : "ImageMagick reads nothing");
        var size = verdict.IsOnItsSide ? (verdict.Height, verdict.Width) : (verdict.Width, verdict.Height);
        return size == (image.Width, image.Height)
            ? new(Outcome.BothTake, string.Empty)
            : new(Outcome.Disagree, $"{image.Width} x {image.Height} here, {size.Item1} x {size.Item2} there");
    }

    private static bool IsDecodersWord(string message) => message.Contains("Corrupt JPEG data", StringComparison.Ordinal);
}
