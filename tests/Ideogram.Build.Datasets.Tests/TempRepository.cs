using System.Text;
using Ideogram.Build.Datasets.Validation;

namespace Ideogram.Build.Datasets.Tests;

/// <summary>A repository in a folder of its own that goes away with the test.</summary>
internal sealed class TempRepository : IDisposable
{
    public TempRepository()
    {
        Root = Directory.CreateTempSubdirectory("ideogram-").FullName;
        Directory.CreateDirectory(PathOf(".git"));
    }

    public string Root { get; }

    public string ManifestPath => PathOf("ideogram.yml");

    public string PathOf(string path) => Path.Combine(Root, path);

    public TempRepository Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    public TempRepository Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllBytes(PathOf(path), bytes);
        return this;
    }

    /// <summary>Writes PNGs, no two alike.</summary>
    public TempRepository Images(params string[] paths)
    {
        foreach (var path in paths)
            Write(path, TestPng.Create(path));
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

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
