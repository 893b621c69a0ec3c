using Ideogram.Build.Datasets;
using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Assets.Archives;
using Ideogram.Build.Datasets.Assets.Pictures;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Chaos.Fuzzing;

/// <summary>ZIP archives: whole ones whose bytes were changed, most of all in the headers and the directory.</summary>
internal sealed class ArchiveTarget : IFuzzTarget
{
    private readonly byte[][] _archives =
    [
        TestZip.Create(("a.png", TestImages.Png("a")), ("a.txt", "A caption"u8.ToArray()), ("sub/b.png", TestImages.Png("b")),
            ("sub/b.json", "{}"u8.ToArray())),
        TestZip.Create(("__MACOSX/._a.png", [1]), ("x/", []), ("c.webp", TestImages.Png("c")), ("inner.zip", TestZip.Create(("a.png", TestImages.Png("a"))))),
        TestZip.Create([.. Enumerable.Range(0, 150).Select(i => ($"{i}.png", TestImages.Png($"{i}", 4, 4)))]),
        TestZip.Create(("bomb.png", new byte[20_000_000])),
        TestZip.Create(),
    ];

    public string Name => "zip";

    public long AllocationLimit => 50_000_000;

    public byte[] Make(Random random)
    {
        var archive = _archives[random.Next(_archives.Length)];
        for (var change = random.Next(5); change > 0; change--)
        {
            archive = random.Next(2) == 0
                ? ByteChange.Apply(archive, _archives[random.Next(_archives.Length)], random)
                : TestZip.ChangeDirectory(archive, random.Next(4, 46), (byte)random.Next(256));
        }

        return archive;
    }

    public string? Read(byte[] input, Random random)
    {
        var diagnostics = new List<Diagnostic>();
        var item = new FolderItem("a.zip", FolderItemKind.File, input.Length, 0);
        var archive = new AssetFile(new FolderListing("/r", [item]), item, "a.zip", new ImageEntry("a.zip", Position.Start));
        try
        {
            using var stream = new MemoryStream(input, writable: false);
            new ArchiveInspector(new Limits(), cache: null, looks: new LookBudget(), CancellationToken.None).Inspect(archive, stream, diagnostics);
        }
        catch (ArchiveException e)
        {
            return RuleCatalog.All.Contains(e.Rule) ? null : "a rule that the catalog does not have";
        }

        var wrong = diagnostics.FirstOrDefault(d => d.ToString().Any(char.IsControl));
        return wrong is null ? null : $"an impossible diagnostic: {wrong}";
    }
}
