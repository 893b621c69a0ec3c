namespace Ideogram.Build.Emulator.Ideogram;

/// <summary>The models on disk, a file each.</summary>
internal sealed class ModelStore(string folder, TimeProvider clock)
{
    private readonly Lock _lock = new();

    public StoredModel Create(string name, string datasetId, string basis, Hyperparameters hyperparameters, TimeSpan visibleAfter)
    {
        var now = clock.GetUtcNow();
        var model = new StoredModel(ApiId.New(), name, datasetId, basis, now, hyperparameters, Status: null, now + visibleAfter);
        StateFile.Write(FileOf(model.Id), model);
        return model;
    }

    /// <summary>Every model, invisible ones too, oldest first.</summary>
    public IReadOnlyList<StoredModel> All() =>
        [.. Directory.EnumerateFiles(folder, "*.json").Select(StateFile.Read<StoredModel>).OrderBy(model => model.CreatedAt)];

    /// <summary>The models that answers may show.</summary>
    public IEnumerable<StoredModel> Visible() => All().Where(model => model.VisibleFrom <= clock.GetUtcNow());

    public StoredModel? Find(string id) => Visible().FirstOrDefault(model => model.Id == id);

    /// <summary>Sets a status by hand: the model's, its training run's, or both. What is null stays.</summary>
    public bool SetStatus(string id, string? status, string? runStatus)
    {
        lock (_lock)
        {
            if (All().FirstOrDefault(model => model.Id == id) is not { } model)
                return false;

            StateFile.Write(FileOf(id), model with { Status = status ?? model.Status, RunStatus = runStatus ?? model.RunStatus });
            return true;
        }
    }

    private string FileOf(string id) => Path.Combine(folder, $"{id}.json");
}
