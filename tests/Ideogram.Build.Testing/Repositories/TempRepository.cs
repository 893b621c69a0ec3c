using Ideogram.Build.Datasets.Validation;

namespace Ideogram.Build.Testing;

/// <summary>A folder that counts as a repository, with a manifest at its top. It goes away with the test.</summary>
public sealed class TempRepository : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public TempRepository() => Directory.CreateDirectory(PathOf(".git"));

    public string Root => _folder.Path;

    public string ManifestPath => PathOf("ideogram.yml");

    public string PathOf(string path) => _folder.PathOf(path);

    public TempRepository Write(string path, string text)
    {
        _folder.Write(path, text);
        return this;
    }

    public TempRepository Write(string path, byte[] bytes)
    {
        _folder.Write(path, bytes);
        return this;
    }

    /// <summary>Writes PNGs, no two alike.</summary>
    public TempRepository Images(params string[] paths)
    {
        foreach (var path in paths)
            Write(path, TestImages.Png(path));
        return this;
    }

    public TempRepository Manifest(string yaml) => Write("ideogram.yml", yaml);

    /// <summary>A manifest with a name and these lines of images.</summary>
    public TempRepository ManifestOf(params string[] images) => Manifest($"name: Acme\nimages:\n{string.Concat(images.Select(i => $"  - {i}\n"))}");

    public TempRepository Link(string path, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        if (Directory.Exists(target))
            Directory.CreateSymbolicLink(PathOf(path), target);
        else
            File.CreateSymbolicLink(PathOf(path), target);
        return this;
    }

    public Dataset Validate() => new DatasetValidator(new ValidatorOptions()).Validate(ManifestPath, TestContext.Current.CancellationToken);

    public void Dispose() => _folder.Dispose();
}
