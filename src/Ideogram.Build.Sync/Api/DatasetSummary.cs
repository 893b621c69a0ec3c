namespace Ideogram.Build.Sync.Api;

/// <summary>A dataset in a list (<c>GET /datasets</c>) or just created (<c>POST /datasets</c>).</summary>
/// <param name="Id">Ideogram's id.</param>
/// <param name="Name">Its name; names are not unique.</param>
/// <param name="Created">When it was made.</param>
public sealed record DatasetSummary(string Id, string Name, DateTimeOffset Created);
