namespace Ideogram.Build.Emulator.Ideogram;

/// <summary>A dataset as the emulator holds it, whatever its answers show.</summary>
/// <param name="Id">Its <c>dataset_id</c>.</param>
/// <param name="Name">Its name; names are not unique.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="UpdatedAt">When it was created or last added to.</param>
/// <param name="Files">Its images, in the order in which they came.</param>
/// <param name="VisibleFrom">Until then no answer shows it.</param>
public sealed record StoredDataset(
    string Id,
    string Name,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    IReadOnlyList<StoredFile> Files,
    DateTimeOffset VisibleFrom);
