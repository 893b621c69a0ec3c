using Ideogram.Build.Datasets.Validation;

namespace Ideogram.Build.Tasks;

/// <summary>Everything on disk that the validation of a project's datasets depends on.</summary>
/// <param name="Files">Full paths of manifests, images, sidecars and archives, sorted.</param>
/// <param name="Folders">Full paths of the folders that are searched for them, sorted.</param>
internal sealed record BuildInputs(IReadOnlyList<string> Files, IReadOnlyList<string> Folders)
{
    /// <summary>Lists what the manifests name, without opening an image.</summary>
    /// <param name="manifests">Full paths of the manifests.</param>
    /// <param name="own">The folder that the build itself writes to: a glob over the whole project must not see our own traces as changes.</param>
    public static BuildInputs List(IEnumerable<string> manifests, StateFolder own)
    {
        var files = new SortedSet<string>(StringComparer.Ordinal);
        var folders = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var manifest in manifests)
        {
            var inputs = InputLister.List(manifest);
            files.UnionWith(inputs);
            folders.UnionWith(inputs.Select(i => Path.GetDirectoryName(i)!));
        }

        return new BuildInputs([.. files], [.. folders.Where(f => !own.Contains(f))]);
    }

    /// <summary>Whether both lists hold the same names.</summary>
    public bool Equals(BuildInputs? other) => other is not null && Files.SequenceEqual(other.Files) && Folders.SequenceEqual(other.Folders);

    /// <inheritdoc />
    public override int GetHashCode() => Files.Count;
}
