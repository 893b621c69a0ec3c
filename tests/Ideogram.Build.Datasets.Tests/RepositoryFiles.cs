namespace Ideogram.Build.Datasets.Tests;

/// <summary>Files of this project itself, for tests that hold documents and code together.</summary>
internal static class RepositoryFiles
{
    public static string PathOf(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Ideogram.Build.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run outside of the repository.");
        return Path.Combine(folder.FullName, path);
    }
}
