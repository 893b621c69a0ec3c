using Ideogram.Build.Datasets.Files;

namespace Ideogram.Build.Datasets.Validation;

/// <summary>What the commit holds that a folder is a checkout of.</summary>
/// <param name="Root">Full path of the checkout's top.</param>
/// <param name="Files">Its files and submodules; null if nobody could say.</param>
public sealed record CommitListing(string Root, IReadOnlyCollection<HeldFile>? Files)
{
    /// <summary>The commit that the folder is really a checkout of, if that is another one.</summary>
    public string? OtherCheckout { get; init; }

    /// <summary>The size of each of its files by the file's full path; null where nobody says it.</summary>
    internal Func<string, long?> BytesOf()
    {
        var bytes = (Files ?? []).Where(f => f.Bytes is not null).ToDictionary(f => f.Path, f => f.Bytes, StringComparer.Ordinal);
        return file => bytes.TryGetValue(RepositoryPath.FromFullPath(Root, file), out var known) ? known : null;
    }
}
