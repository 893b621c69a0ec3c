namespace Ideogram.Build.Benchmarks;

/// <summary>The photographs that figures are measured on: always a hundred, in a folder of their own.</summary>
/// <param name="Files">Full paths.</param>
/// <param name="Bytes">Their size together.</param>
internal sealed record Photos(IReadOnlyList<string> Files, long Bytes)
{
    private const int Count = 100;

    /// <summary>Where they come from, each once.</summary>
    public IReadOnlyList<string> Originals { get; init; } = [];

    /// <summary>Copies the photographs; where there are fewer than a hundred, the smaller ones come again.</summary>
    public static Photos CopyTo(string folder, IReadOnlyList<string> originals)
    {
        var bySize = originals.OrderBy(file => new FileInfo(file).Length).ToArray();
        var chosen = bySize.TakeLast(Count).ToList();
        for (var i = 0; chosen.Count < Count; i++)
            chosen.Add(bySize[i % bySize.Length]);
        var files = chosen.Select((file, i) => Path.Combine(folder, $"{i:D3}{Path.GetExtension(file)}")).ToArray();
        for (var i = 0; i < Count; i++)
            File.Copy(chosen[i], files[i]);
        return new Photos(files, files.Sum(file => new FileInfo(file).Length)) { Originals = originals };
    }
}
