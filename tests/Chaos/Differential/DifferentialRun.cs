using Ideogram.Build.Datasets.Assets.Inspection;

namespace Ideogram.Build.Chaos.Differential;

/// <summary>Holds inspection against ImageMagick, libvips and djpeg, on photographs and on images of all coding processes, as they are and harmed.</summary>
internal static class DifferentialRun
{
    private const int NotThere = 3;
    private const int BatchSize = 20;

    public static async Task<int> Run(Arguments arguments)
    {
        arguments.AllowOnly("--photos", "--mutations", "--seed");
        var photographs = Photographs.Find(arguments.All("--photos"));
        var (mutations, seed) = (arguments.Number("--mutations", 200), arguments.Number("--seed", 1));
        if (!Identify.IsThere() || !await Decoder.IsThereAsync("vips", "--version") || !await Decoder.IsThereAsync("djpeg", "-version")
            || photographs.Length == 0)
        {
            await Console.Error.WriteLineAsync(photographs.Length == 0 ? Photographs.HowToGetThem : "A decoder is missing (Debian: "
                + "apt-get install imagemagick libvips-tools libjpeg-turbo-progs).");
            return NotThere;
        }

        var tally = new Tally();
        var table = new VerdictTable();
        using (var folder = new TemporaryFolder())
        {
            photographs = [.. photographs, .. CodingProcesses.Make(folder.Path)];
            await Compare([.. photographs.Select(photograph => new Case(Case.Intact, photograph, photograph, "as it is"))], tally, table);
            foreach (var batch in Enumerable.Range(0, mutations).Chunk(BatchSize * Environment.ProcessorCount))
            {
                var cases = batch.Select(index => Harm(photographs, index, seed, folder.Path)).ToArray();
                await Compare(cases, tally, table);
                foreach (var file in cases)
                    File.Delete(file.File);
            }
        }

        table.Print();
        return tally.End();
    }

    private static Case Harm(string[] photographs, int index, int seed, string folder)
    {
        var random = new Random(unchecked((seed * 1_000_003) + index));
        while (true)
        {
            var photograph = photographs[random.Next(photographs.Length)];
            var damage = Damage.All[index % Damage.All.Count];
            if (damage.Apply(File.ReadAllBytes(photograph), random) is not { } harmed)
                continue;
            var file = Path.Combine(folder, index + Path.GetExtension(photograph));
            File.WriteAllBytes(file, harmed.Bytes);
            return new Case(damage.Name, photograph, file, $"{harmed.What} (--seed {seed}, mutation {index})");
        }
    }

    private static Task Compare(Case[] cases, Tally tally, VerdictTable table) =>
        Parallel.ForEachAsync(cases.Chunk(BatchSize), async (batch, cancellation) =>
        {
            var verdicts = await Identify.Judge([.. batch.Select(c => c.File)]);
            foreach (var item in batch)
            {
                using var stream = new FileStream(item.File, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
                Verdict[] panel = [verdicts?[item.File] ?? Verdict.None, await Decoder.VipsAsync(item.File), await Decoder.DjpegAsync(item.File)];
                var comparison = Comparison.Create(item, ImageInspector.Inspect(stream, cancellation), panel);
                table.Add(item.Kind, comparison.Outcome);
                if (comparison.Outcome is Outcome.Disagree)
                    tally.Fail($"{item.Kind}: {Path.GetFileName(item.Original)}, {item.What}: {comparison.Text}");
                else if (comparison.Outcome is Outcome.OnlyDecodingTells or Outcome.ListedInDocs or Outcome.CannotTell)
                    tally.Skip();
                else
                    tally.Pass();
            }
        });
}
