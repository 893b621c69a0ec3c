namespace Ideogram.Build.Sync.Api;

/// <summary>
/// What <c>POST /datasets/{id}/upload_assets</c> answered. The lists hold images and applied sidecars, the documented counts only images, and
/// they may disagree. So only file names count, and a file in neither list is unknown.
/// </summary>
/// <param name="Succeeded">Names of files that arrived.</param>
/// <param name="Failed">Names of files that did not, with the reason as it came.</param>
public sealed record UploadAnswer(IReadOnlySet<string> Succeeded, IReadOnlyDictionary<string, string> Failed);
