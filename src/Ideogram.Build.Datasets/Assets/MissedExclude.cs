using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Datasets.Assets;

/// <summary>An exclude that removes nothing, and a spelling of it that would.</summary>
/// <param name="Spelling">The spelling.</param>
/// <param name="Files">What it would remove.</param>
internal sealed record MissedExclude(ExcludeSpelling Spelling, IReadOnlyList<AssetFile> Files)
{
    public GlobLine Line => Spelling.Line;

    /// <summary>What is wrong and what to do.</summary>
    public string Message
    {
        get
        {
            var it = Files.Count == 1 ? "it" : "them";
            var names = ListText.Names([.. Files.Select(f => f.RelativePath)]);
            var missed = $"{MessageText.Quote("!" + Line.Entry.Pattern)} removes nothing, but the dataset has {names}";
            return Spelling.IsTooEarly
                ? FormattableString.Invariant($"{missed}: an exclude removes only what the lines before it matched. To leave {it} out, move this line ")
                    + FormattableString.Invariant($"below line {Files.Max(f => f.Source.Position.Line)}.")
                : $"{missed}: {string.Join(", and ", Spelling.Differences())}. To leave {it} out, write: "
                    + $"{ListText.Lines(Files.Select(f => Spelling.LineFor(f.RelativePath)))}.";
        }
    }
}
