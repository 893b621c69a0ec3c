using System.Reflection;

namespace Ideogram.Build.Tasks.Tests.Support;

/// <summary>Where things are in this repository and on this machine.</summary>
internal static class Repository
{
    public static string Root => Metadata("RepositoryRoot");

    public static string TasksProject => Path.Combine(Root, "src", "Ideogram.Build.Tasks");

    /// <summary>The program <c>ideogram-build</c>.</summary>
    public static string Program => Metadata("Program");

    /// <summary>Where restore put the packages of this repository.</summary>
    public static string NuGetPackages => Metadata("NuGetPackages");

    private static string Metadata(string key) => typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
