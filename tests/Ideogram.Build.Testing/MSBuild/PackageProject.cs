
namespace Ideogram.Build.Testing;

/// <summary>A folder with projects that use the package, built by the real command line.</summary>
public sealed class PackageProject : IDisposable
{
    public PackageProject(PackedPackage package, string? name = null)
    {
        Work = new Workspace(name);
        Work.Write("nuget.config", package.Configuration);
        // Nothing of the machine around the folder counts.
        Work.Write("Directory.Build.props", "<Project />");
        Work.Write("Directory.Build.targets", "<Project />");
        Reference = package.Reference;
    }

    public Workspace Work { get; }

    public string Reference { get; }

    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>Writes a library with a manifest beside it.</summary>
    public void WriteLibrary(string relative, string frameworks = "<TargetFramework>net10.0</TargetFramework>", string items = "<IdeogramDatasetUpload "
        + "Include=\"ideogram.yml\" />") =>
        Work.Write(relative, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                {frameworks}
              </PropertyGroup>
              <ItemGroup>
                {Reference}
                {items}
              </ItemGroup>
            </Project>
            """);

    /// <summary>Runs the command with a binary log and reads it.</summary>
    public (ProcessResult Result, BuildLog Log) Run(params string[] arguments)
    {
        var log = Work.BinaryLog();
        var result = TestProcess.Run(Work.Folder, Environment, "dotnet", [.. arguments, $"-bl:{log}"]);
        return (result, new BuildLog(log));
    }

    public void Dispose() => Work.Dispose();
}
