
namespace Ideogram.Build.Testing;

/// <summary>A folder of its own for one test, gone afterwards.</summary>
public sealed class Workspace : IDisposable
{
    public Workspace(string? name = null)
    {
        Folder = Path.Combine(Path.GetTempPath(), "ideogram-build-tests", Guid.NewGuid().ToString("N")[..12], name ?? "work");
        Directory.CreateDirectory(Folder);
    }

    /// <summary>Full path.</summary>
    public string Folder { get; }

    public string PathOf(string relative) => Path.Combine(Folder, relative);

    public string Write(string relative, string text)
    {
        var path = PathOf(relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Writes a small sound image; another seed is another image.</summary>
    public string WriteImage(string relative, int seed = 0)
    {
        var path = PathOf(relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, TestImages.Png(8, 8, seed));
        return path;
    }

    public string WriteManifest(string images = "photos/**/*.png", string relative = "ideogram.yml", string name = "Acme Brand") =>
        Write(relative, $"name: {name}\nimages:\n  - '{images}'\n");

    /// <summary>Gives the file another time of modification than before, earlier or later.</summary>
    public void Touch(string relative, int hours = 1) => File.SetLastWriteTimeUtc(PathOf(relative), File.GetLastWriteTimeUtc(PathOf(relative)).AddHours(hours));

    /// <summary>A path for a log beside the folder: inside, it would be a change.</summary>
    public string BinaryLog() => Path.Combine(Path.GetDirectoryName(Folder)!, $"{Guid.NewGuid():N}.binlog");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(Folder)!, recursive: true);
}
