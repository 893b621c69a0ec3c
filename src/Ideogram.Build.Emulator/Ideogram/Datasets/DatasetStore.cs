using System.Collections.Concurrent;

namespace Ideogram.Build.Emulator.Ideogram;

/// <summary>
/// The datasets on disk: a folder each, with <c>dataset.json</c> and the images' bytes under <c>assets</c>. Each change is on disk before it is answered, so a
/// restart sees the same. What was read or written is kept in memory too: a list of thousands would otherwise read every file for each request.
/// </summary>
internal sealed class DatasetStore(string folder, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly Lazy<ConcurrentDictionary<string, StoredDataset>> _datasets = new(() => Load(folder));

    public StoredDataset Create(string name, TimeSpan visibleAfter)
    {
        var now = clock.GetUtcNow();
        var dataset = new StoredDataset(ApiId.New(), name, now, now, [], now + visibleAfter);
        Directory.CreateDirectory(Path.Combine(folder, dataset.Id, "assets"));
        return Save(dataset);
    }

    /// <summary>Every dataset, invisible ones too, oldest first.</summary>
    public IReadOnlyList<StoredDataset> All() =>
        [.. _datasets.Value.Values.OrderBy(dataset => dataset.CreatedAt)];

    /// <summary>The datasets whose names hold a text, in no order.</summary>
    public IEnumerable<StoredDataset> Search(string text) =>
        _datasets.Value.Select(dataset => dataset.Value).Where(dataset => dataset.Name.Contains(text, StringComparison.OrdinalIgnoreCase));

    /// <summary>A dataset that answers may show; null if there is none.</summary>
    public StoredDataset? Find(string id) =>
        ApiId.IsWellFormed(id) && _datasets.Value.TryGetValue(id, out var dataset) && dataset.VisibleFrom <= clock.GetUtcNow() ? dataset : null;

    /// <summary>Changes a dataset that exists; no other change comes between reading and writing.</summary>
    public T Change<T>(string id, Func<StoredDataset, (StoredDataset Changed, T Result)> change)
    {
        lock (_lock)
        {
            var (changed, result) = change(_datasets.Value[id]);
            Save(changed);
            return result;
        }
    }

    public string AssetPath(string datasetId, string assetId) => Path.Combine(folder, datasetId, "assets", assetId);

    private static ConcurrentDictionary<string, StoredDataset> Load(string folder) => new(
        Directory.EnumerateDirectories(folder)
            .Select(path => Path.Combine(path, "dataset.json"))
            .Where(File.Exists)
            .Select(StateFile.Read<StoredDataset>)
            .Select(dataset => KeyValuePair.Create(dataset.Id, dataset)),
        StringComparer.Ordinal);

    private StoredDataset Save(StoredDataset dataset)
    {
        StateFile.Write(FileOf(dataset.Id), dataset);
        return _datasets.Value[dataset.Id] = dataset;
    }

    private string FileOf(string id) => Path.Combine(folder, id, "dataset.json");
}
