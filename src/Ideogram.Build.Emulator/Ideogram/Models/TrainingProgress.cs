namespace Ideogram.Build.Emulator.Ideogram;

/// <summary>How far a training is, by the emulator's clock or by a status set by hand.</summary>
internal sealed class TrainingProgress(TimeSpan trainingTime, TimeProvider clock)
{
    private const string Completed = "COMPLETED";
    private const string Failed = "FAILED";

    public static IReadOnlyList<string> Statuses { get; } = ["CREATING", "DRAFT", "TRAINING", Completed, "ERRORED", "ARCHIVED"];

    public static IReadOnlyList<string> RunStatuses { get; } = ["PREPARING_DATA", "QUEUED", "TRAINING", "FINALIZING", Completed, Failed];

    public string StatusOf(StoredModel model) => model.Status ?? Share(model) switch
    {
        < 0.05 => "CREATING",
        // No document says that a model shows the result of its run at once; the hardest case is that it never does.
        < 1 => "TRAINING",
        _ when model.RunStatus == Failed => "TRAINING",
        _ => Completed,
    };

    /// <summary>A model as answers show it.</summary>
    /// <param name="model">The model.</param>
    /// <param name="withRuns">Only the answer about a single model holds its training runs.</param>
    public ModelAnswer Describe(StoredModel model, bool withRuns)
    {
        var status = StatusOf(model);
        var done = status == Completed;
        var updated = Share(model) >= 1 ? model.CreatedAt + trainingTime : clock.GetUtcNow();
        return new ModelAnswer(
            model.Id,
            done ? $"model/{model.Name.Replace(' ', '-').ToLowerInvariant()}/version/1" : null,
            model.Name,
            status,
            model.DatasetId,
            model.CreatedAt,
            updated,
            done,
            IsOwned: true,
            withRuns ? [RunOf(model, updated)] : []);
    }

    private TrainingRunAnswer RunOf(StoredModel model, DateTimeOffset updated)
    {
        var status = model.RunStatus ?? Share(model) switch
        {
            < 0.05 => "PREPARING_DATA",
            < 0.1 => "QUEUED",
            < 0.95 => "TRAINING",
            < 1 => "FINALIZING",
            _ => Completed,
        };
        var trained = model.Hyperparameters;
        return new TrainingRunAnswer(
            $"{model.Id}-run-1", status, trained.TrainingSteps, trained.LoraRank, 4, trained.Ema, trained.LearningRate, model.CreatedAt, updated);
    }

    private double Share(StoredModel model) => (clock.GetUtcNow() - model.CreatedAt) / trainingTime;
}
