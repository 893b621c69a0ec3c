namespace Ideogram.Build.Sync.Api;

/// <summary>A dataset as it was seen at Ideogram.</summary>
/// <param name="Id">Ideogram's id.</param>
/// <param name="Name">Its name; names are not unique.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Files">Its images. Sidecars that a dataset lists as files of their own are left out.</param>
/// <param name="ModelIds">The models trained from it.</param>
public sealed record RemoteDataset(string Id, string Name, DateTimeOffset Created, IReadOnlyList<RemoteFile> Files, IReadOnlyList<string> ModelIds);
