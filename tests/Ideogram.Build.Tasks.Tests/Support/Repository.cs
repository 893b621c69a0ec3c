using System.Reflection;

namespace Ideogram.Build.Tasks.Tests.Support;

/// <summary>Where things are in this repository.</summary>
internal static class Repository
{
    public static string Root => typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

    public static string TasksProject => Path.Combine(Root, "src", "Ideogram.Build.Tasks");

    /// <summary>The tasks as this test project was built with them.</summary>
    public static string TasksAssembly => typeof(ValidateIdeogramDatasets).Assembly.Location;
}
