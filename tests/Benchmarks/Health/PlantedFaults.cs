using System.Text;
using Ideogram.Build.Benchmarks.Actions;

namespace Ideogram.Build.Benchmarks.Health;

/// <summary>How many of the planted faults a reviewer sees in the pull request's comment.</summary>
internal sealed class PlantedFaults(Lazy<PublishedProgram> program) : IFigure
{
    private const int Failed = 1;

    public string Name => "faults";

    // Nothing else runs in this program meanwhile, and it has no context to come back to.
#pragma warning disable VSTHRD002, MA0045
    public IReadOnlyList<Row> Measure(Photos photos) => MeasureAsync(photos).GetAwaiter().GetResult();
#pragma warning restore VSTHRD002, MA0045

    private async Task<IReadOnlyList<Row>> MeasureAsync(Photos photos)
    {
        await using var stage = await ActionStage.StartAsync(folder => FaultySet.Write(folder, photos.Originals));
        // The boxes of a turned picture are an error.
        stage.Act(program.Value.File, "pull_request", Failed);
        var comment = stage.Comment;
        var lines = comment.Split('\n').Where(l => l.StartsWith("<li>", StringComparison.Ordinal)).ToList();
        var seen = 0;
        foreach (var (code, images) in FaultySet.Faults)
        {
            if (lines.Exists(l => l.Contains(code, StringComparison.Ordinal) && images.All(i => l.Contains(i, StringComparison.Ordinal))))
                seen++;
            else
                await Console.Error.WriteLineAsync($"not in the comment: {code} {string.Join(", ", images)}");
        }

        await Console.Error.WriteLineAsync(string.Join('\n', lines));
        return
        [
            new($"{FaultySet.Faults.Count} kinds of faults in a set of 100, seen in the comment", FormattableString.Invariant($"{seen}"),
                FormattableString.Invariant($"{FaultySet.Faults.Count}"), "", ">= 19"),
            new("  the comment, in bytes", FormattableString.Invariant($"{Encoding.UTF8.GetByteCount(comment)}"), "", "", "<= 60000"),
        ];
    }
}
