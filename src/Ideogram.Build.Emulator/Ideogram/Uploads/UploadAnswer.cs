namespace Ideogram.Build.Emulator.Ideogram.Uploads;

internal sealed record SucceededAsset(AssetIdentifier AssetIdentifier, string? FileName);

internal sealed record FailedAsset(string? FileName, string FailureReason);

/// <summary>What an upload answers. The counts are of images; the lists also hold captions and archives.</summary>
internal sealed record UploadAnswer(
    int TotalCount,
    int SuccessCount,
    int FailureCount,
    IReadOnlyList<SucceededAsset> SuccessfulAssets,
    IReadOnlyList<FailedAsset> FailedAssets);
