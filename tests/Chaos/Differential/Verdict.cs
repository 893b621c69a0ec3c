namespace Ideogram.Build.Chaos.Differential;

/// <summary>One decoder's verdict on one file.</summary>
/// <param name="Judgement">What it says.</param>
/// <param name="ReportText">What it said on standard error.</param>
internal sealed record Verdict(Judgement Judgement, string ReportText)
{
    public static Verdict None { get; } = new(Judgement.CannotTell, "");

    /// <summary>In pixels, after the orientation; null where the decoder does not say.</summary>
    public (int Width, int Height)? Size { get; init; }
}
