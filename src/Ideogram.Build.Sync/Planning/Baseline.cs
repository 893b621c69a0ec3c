using Ideogram.Build.Sync.Api;

namespace Ideogram.Build.Sync.Planning;

/// <summary>
/// What a whole new dataset is compared with, so that a reader sees the few changes and not only that everything is sent. It is the dataset whose place the new
/// one takes (<c>update: auto</c>), or the base commit.
/// </summary>
/// <param name="Source">A dataset or the base commit.</param>
/// <param name="Name">The dataset's name, or the branch.</param>
/// <param name="Id">The dataset's id.</param>
/// <param name="Removed">What it has and the manifest no longer has.</param>
/// <param name="Foreign">Files of the dataset that were not uploaded by this tool: they stay there.</param>
public sealed record Baseline(PlanSource Source, string Name, string? Id, IReadOnlyList<RemoteFile> Removed, IReadOnlyList<RemoteFile> Foreign);
