using System.Runtime.InteropServices;

namespace Ideogram.Build.Tests;

/// <summary>The program as the image holds it: trimmed, compiled ahead, with its own runtime. Published once, into a folder that is gone afterwards.</summary>
internal sealed class PublishedProgram : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public PublishedProgram()
    {
        var app = Path.Combine(_folder.Path, "app");
        File = Path.Combine(app, OperatingSystem.IsWindows() ? "ideogram-build.exe" : "ideogram-build");
        Console.Error.WriteLine("Publishing the program, which takes a minute or two.");

        // The files of the packages' versions stay as they are: for one platform they would hold more.
        var output = Tool.Run(
            "dotnet",
            ["publish", Project(), "-c", "Release", "-r", Platform(), "-o", app, "--artifacts-path", Path.Combine(_folder.Path, "artifacts"), "-p:RunAnalyzers=false", "-p:NuGetLockFilePath=obj/publish/packages.lock.json", "-p:RestoreLockedMode=false", "-v", "q"]);
        if (!System.IO.File.Exists(File))
            throw new UsageException($"The program could not be published: {output}");
    }

    /// <summary>Full path of the program.</summary>
    public string File { get; }

    public void Dispose() => _folder.Dispose();

    private static string Platform() =>
        $"{(OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux")}-{(RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "arm64" : "x64")}";

    private static string Project()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var project = Path.Combine(folder, "action", "Ideogram.Build.Action.csproj");
            if (System.IO.File.Exists(project))
                return project;
        }

        throw new UsageException("The program's project is not above this one's: run this inside the repository.");
    }
}
