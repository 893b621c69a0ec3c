using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Cli.Commits;

/// <summary>Whether a manifest leads to another dataset than before, or can: without a key nobody knows what that one holds.</summary>
internal static class TargetChange
{
    /// <summary>Whether the manifest's dataset can lack what the base commit's manifest names.</summary>
    /// <param name="former">The manifest in the base commit.</param>
    /// <param name="manifest">The manifest as it is.</param>
    public static bool Is(Manifest former, Manifest manifest) => former.Id != manifest.Id || IsOfForeignFiles(former, manifest)
        || (manifest.Id is null && (former.Name != manifest.Name || IsOther(former.Update, manifest.Update)));

    // 'auto' finds the highest of a family, 'revision' the set's own, the others exactly the name. As long as nothing was replaced, that is the highest, too.
    // What 'additive' filled is the first of a family, and has nothing that the manifest lacks; what 'keep-stale' filled can have.
    private static bool IsOther(UpdatePolicy former, UpdatePolicy now) => (former, now) switch
    {
        _ when former == now => false,
        (UpdatePolicy.Auto, UpdatePolicy.Additive or UpdatePolicy.KeepStale) => false,
        (UpdatePolicy.Additive, UpdatePolicy.KeepStale or UpdatePolicy.Auto) or (UpdatePolicy.KeepStale, UpdatePolicy.Additive) => false,
        _ => true,
    };

    // Files of others that counted as the manifest's images no longer do.
    private static bool IsOfForeignFiles(Manifest former, Manifest manifest) =>
        former.Foreign == ForeignPolicy.Match && manifest.Foreign == ForeignPolicy.Keep;
}
