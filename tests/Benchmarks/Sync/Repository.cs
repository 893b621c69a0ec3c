using Ideogram.Build.Datasets.Validation;
using Ideogram.Build.Sync.Naming;

namespace Ideogram.Build.Benchmarks.Sync;

/// <summary>Manifests with an id each, in folders of their own.</summary>
internal sealed class Repository : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public Repository() => Directory.CreateDirectory(Path.Combine(_folder.Path, ".git"));

    public string Folder => _folder.Path;

    public string Write(string id, Action<string> images, bool withId = true)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder.Path, id)).FullName;
        images(folder);
        var globs = Directory.EnumerateFiles(folder).Select(f => $"\"*{Path.GetExtension(f)}\"").Distinct(StringComparer.Ordinal);
        var manifest = Path.Combine(folder, "ideogram.yml");
        File.WriteAllText(manifest, $"name: Set {id}\n{(withId ? $"id: {id}\n" : "")}images: [{string.Join(", ", globs)}]\nupdate: keep-stale\nlimits: "
            + "{ total-size: 3GB, min-width: 1, min-height: 1 }\n");
        return manifest;
    }

    /// <summary>The content names of a manifest's images.</summary>
    public static IReadOnlyList<string> Names(string manifest)
    {
        var dataset = new DatasetValidator(new ValidatorOptions()).Validate(manifest);
        return dataset.IsValid ? [.. dataset.Assets.Select(ContentName.Create).Distinct(StringComparer.Ordinal)]
            : throw new InvalidOperationException(dataset.Diagnostics[0].ToString());
    }

    public void Dispose() => _folder.Dispose();
}
