using System.Reflection;

namespace Ideogram.Build.Testing;

/// <summary>The checkout that these tests were built from.</summary>
public static class Checkout
{
    public static string Top { get; } = Metadata("Top");

    public static string Configuration { get; } = Metadata("Configuration");

    /// <summary>Where restore put the packages of this repository.</summary>
    public static string NuGetPackages { get; } = Metadata("NuGetPackages");

    public static string TasksProject => PathOf("src/Ideogram.Build.Tasks");

    /// <summary>The program <c>ideogram-build</c>, as it was built with the tests.</summary>
    public static string Program => PathOf($"action/bin/{Configuration}/net10.0/ideogram-build.dll");

    public static string PathOf(string path) => Path.GetFullPath(path, Top);

    public static string Read(string path) => File.ReadAllText(PathOf(path));

    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(PathOf(folder), pattern, SearchOption.AllDirectories)
            .Where(f => !Path.GetRelativePath(Top, f).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    private static string Metadata(string key) => typeof(Checkout).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
