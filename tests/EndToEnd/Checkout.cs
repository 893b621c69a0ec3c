using System.Reflection;

namespace EndToEnd;

/// <summary>The checkout that these tests were built from.</summary>
internal static class Checkout
{
    public static string Top { get; } = Metadata("Top");

    public static string Configuration { get; } = Metadata("Configuration");

    public static string Read(string path) => File.ReadAllText(Path.Combine(Top, path));

    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Top, folder), pattern, SearchOption.AllDirectories)
            .Where(f => !Path.GetRelativePath(Top, f).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    private static string Metadata(string key) => typeof(Checkout).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
