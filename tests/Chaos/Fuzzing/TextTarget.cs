using System.Text;
using Ideogram.Build.Datasets;
using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Chaos.Fuzzing;

/// <summary>A text format: samples whose pieces and bytes were changed.</summary>
internal abstract class TextTarget(string name, string[] samples, string[] pieces) : IFuzzTarget
{
    public string Name => name;

    // Values with their places, and a diagnostic for each mistake, cost some hundred bytes for each byte of the input.
    public long AllocationLimit => 1_000_000_000;

    public byte[] Make(Random random)
    {
        var text = new StringBuilder(samples[random.Next(samples.Length)]);
        for (var change = random.Next(6); change > 0; change--)
        {
            // Seldom very many: what is quadratic shows only then.
            var times = random.Next(400) == 0 ? random.Next(50_000) : random.Next(1, 4);
            text.Insert(random.Next(text.Length + 1), pieces[random.Next(pieces.Length)], times);
            if (random.Next(3) == 0)
                Remove(text, random);
        }

        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        if (bytes.Length > FuzzRun.MaxBytes)
            bytes = bytes[..FuzzRun.MaxBytes];
        for (var change = random.Next(2) * random.Next(4); change > 0; change--)
            bytes = ByteChange.Apply(bytes, Encoding.UTF8.GetBytes(samples[random.Next(samples.Length)]), random);
        return bytes;
    }

    public abstract string? Read(byte[] input, Random random);

    /// <summary>What is wrong with the diagnostics: a line break, a code that the catalog does not have, a place that no file has.</summary>
    protected static string? Check(IReadOnlyList<Diagnostic> diagnostics)
    {
        var wrong = diagnostics.FirstOrDefault(d => d.Position.Line < 1 || d.Position.Column < 1 || d.ToString().Any(char.IsControl)
            || !RuleCatalog.All.Contains(d.Rule));
        return wrong is null ? null : $"an impossible diagnostic: {wrong}";
    }

    private static void Remove(StringBuilder text, Random random)
    {
        if (text.Length == 0)
            return;
        var at = random.Next(text.Length);
        text.Remove(at, Math.Min(random.Next(1, 20), text.Length - at));
    }
}
