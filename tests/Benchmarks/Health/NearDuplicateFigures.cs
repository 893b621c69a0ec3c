using Ideogram.Build.Datasets.Assets.Inspection;
using Ideogram.Build.Datasets.Health;

namespace Ideogram.Build.Benchmarks.Health;

/// <summary>How many variants of a picture are found to be the same, and how many different pictures are.</summary>
internal sealed class NearDuplicateFigures : IFigure
{
    public string Name => "duplicates";

    public IReadOnlyList<Row> Measure(Photos photos)
    {
        using var folder = new TemporaryFolder();
        var pictures = PictureSet.Make(photos.Originals, folder.Path);
        var prints = pictures.Select(Compared).ToList();
        var misses = 0;
        for (var i = 0; i < pictures.Count; i++)
        {
            foreach (var (name, file) in PictureSet.MakeVariants(pictures[i], folder.Path))
            {
                if (!prints[i].IsLike(Compared(file)))
                {
                    misses++;
                    Say($"not found: {pictures[i]} {name}", prints[i].Likeness(Compared(file)), prints[i].IsPoor);
                }

                File.Delete(file);
            }
        }

        var (pairs, alike) = (0, 0);
        for (var i = 0; i < prints.Count; i++)
        {
            for (var j = i + 1; j < prints.Count; j++)
            {
                pairs++;
                if (prints[i].IsPoor || prints[j].IsPoor || prints[i].Likeness(prints[j]) is not { Detail: > 0.4 } likeness)
                    continue;
                Say($"near: {pictures[i]} {pictures[j]}", likeness, false);
                alike += prints[i].IsLike(prints[j]) ? 1 : 0;
            }
        }

        var all = pictures.Count * PictureSet.VariantCount;
        return
        [
            new($"near duplicates: {PictureSet.VariantCount} variants of {pictures.Count} pictures, found", FormattableString.Invariant($"{all - misses}"),
                FormattableString.Invariant($"{all}"), FormattableString.Invariant($"{100.0 * (all - misses) / all:N1} %"), ">= 98 %"),
            new($"near duplicates: {pairs} pairs of different pictures, taken for the same", FormattableString.Invariant($"{alike}"), "", "", "0"),
        ];
    }

    private static void Say(string what, Likeness? likeness, bool isPoor) => Console.Error.WriteLine(FormattableString.Invariant(
        $"{what}{(isPoor ? " (too poor)" : "")}: light {likeness?.Light:N3}, detail {likeness?.Detail:N3}, colour {likeness?.Colour:N1}"));

    private static ComparedPicture Compared(string file)
    {
        using var stream = File.OpenRead(file);
        var image = ImageInspector.InspectWithLook(stream, looks: null, CancellationToken.None).Image!;
        return new ComparedPicture(image.Look!.Tone!.Fingerprint, (double)image.Width / image.Height);
    }
}
