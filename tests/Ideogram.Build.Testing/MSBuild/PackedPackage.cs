
namespace Ideogram.Build.Testing;

/// <summary>The package, packed once for all tests, in a feed of its own with a packages folder of its own.</summary>
public sealed class PackedPackage : IDisposable
{
    private readonly Workspace _work = new("feed");

    public PackedPackage()
    {
        var result = TestProcess.Run(Checkout.Top, "dotnet", "pack", Checkout.TasksProject, "-c", "Release", "-o", _work.Folder, "-v", "minimal");
        File = Directory.GetFiles(_work.Folder, "*.nupkg").SingleOrDefault() ?? throw new InvalidOperationException(result.Output);
        Version = Path.GetFileNameWithoutExtension(File)["Ideogram.Build.".Length..];
        Configuration = $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{_work.PathOf("packages")}" /></config>
              <packageSources><clear /><add key="feed" value="{_work.Folder}" /></packageSources>
              <fallbackPackageFolders><clear /><add key="repository" value="{Checkout.NuGetPackages}" /></fallbackPackageFolders>
            </configuration>
            """;
    }

    /// <summary>Full path of the package.</summary>
    public string File { get; }

    public string Version { get; }

    /// <summary>A nuget.config that knows this feed only; framework packs come from what this repository has restored.</summary>
    public string Configuration { get; }

    public string Reference => $"<PackageReference Include=\"Ideogram.Build\" Version=\"{Version}\" PrivateAssets=\"all\" />";

    public void Dispose() => _work.Dispose();
}
