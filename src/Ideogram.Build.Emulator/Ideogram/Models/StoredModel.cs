namespace Ideogram.Build.Emulator.Ideogram;

/// <summary>A model as the emulator holds it.</summary>
/// <param name="Id">Its <c>model_id</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="DatasetId">The dataset it is trained from.</param>
/// <param name="Base"><c>ideogram-v3</c> or <c>ideogram-v4</c>.</param>
/// <param name="CreatedAt">When the training was started.</param>
/// <param name="Hyperparameters">What the training was started with.</param>
/// <param name="Status">A status set by hand; null: the clock decides.</param>
/// <param name="VisibleFrom">Until then no answer shows it.</param>
/// <param name="RunStatus">A status of its training run set by hand; null: the clock decides.</param>
public sealed record StoredModel(
    string Id,
    string Name,
    string DatasetId,
    string Base,
    DateTimeOffset CreatedAt,
    Hyperparameters Hyperparameters,
    string? Status,
    DateTimeOffset VisibleFrom,
    string? RunStatus = null);
