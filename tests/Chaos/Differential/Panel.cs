namespace Ideogram.Build.Chaos.Differential;

/// <summary>The decoders together: what most of them refuse is refused, and what any of them complains about or refuses alone is a complaint.</summary>
internal static class Panel
{
    public static Judgement Decide(IReadOnlyList<Verdict> verdicts)
    {
        var told = verdicts.Where(v => v.Judgement != Judgement.CannotTell).ToList();
        if (told.Count == 0)
            return Judgement.CannotTell;
        if (told.Count(v => v.Judgement == Judgement.Refuses) * 2 > told.Count)
            return Judgement.Refuses;
        return told.TrueForAll(v => v.Judgement == Judgement.Sound) ? Judgement.Sound : Judgement.Complains;
    }
}
