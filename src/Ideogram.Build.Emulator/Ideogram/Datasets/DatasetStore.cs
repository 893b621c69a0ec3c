namespace Ideogram.Build.Emulator.Ideogram;

/// <summary>
/// The datasets on disk: a folder each, with <c>dataset.json</c> and the images' bytes under <c>assets</c>. Nothing is held in memory, so a
/// restart, or a second look from outside, sees the same.
/// </summary>
internal sealed class DatasetStore(string folder, TimeProvider clock)
{
    private readonly Lock _lock = new();

    public StoredDataset Create(string name, TimeSpan visibleAfter)
    {
        var now = clock.GetUtcNow();
        var dataset = new StoredDataset(ApiId.New(), name, now, now, [], now + visibleAfter);
        Directory.CreateDirectory(Path.Combine(folder, dataset.Id, "assets"));
        StateFile.Write(FileOf(dataset.Id), dataset);
        return dataset;
    }

    /// <summary>Every dataset, invisible ones too, oldest first.</summary>
    public IReadOnlyList<StoredDataset> All() =>
        [.. Directory.EnumerateDirectories(folder)
            .Select(path => Path.Combine(path, "dataset.json"))
            .Where(File.Exists)
            .Select(StateFile.Read<StoredDataset>)
            .OrderBy(dataset => dataset.CreatedAt)];

    /// <summary>A dataset that answers may show; null if there is none.</summary>
    public StoredDataset? Find(string id) =>
        ApiId.IsWellFormed(id) && File.Exists(FileOf(id)) && StateFile.Read<StoredDataset>(FileOf(id)) is { } dataset
            && dataset.VisibleFrom <= clock.GetUtcNow()
            ? dataset
            : null;

    /// <summary>Changes a dataset that exists; no other change comes between reading and writing.</summary>
    public T Change<T>(string id, Func<StoredDataset, (StoredDataset Changed, T Result)> change)
    {
        lock (_lock)
        {
            var (changed, result) = change(StateFile.Read<StoredDataset>(FileOf(id)));
            StateFile.Write(FileOf(id), changed);
            return result;
        }
    }

    public string AssetPath(string datasetId, string assetId) => Path.Combine(folder, datasetId, "assets", assetId);

    private string FileOf(string id) => Path.Combine(folder, id, "dataset.json");
}
