using System.Runtime.InteropServices;

namespace Ideogram.Build.Testing;

/// <summary>
/// The program as people get it for their platform, with its own runtime: published into a folder that is gone afterwards, or
/// the file that PROGRAM names, for all who share one.
/// </summary>
public sealed class PublishedProgram : IDisposable
{
    private readonly TemporaryFolder? _folder;

    private PublishedProgram(string file) => File = file;

    private PublishedProgram(TemporaryFolder folder, params string[] settings)
    {
        _folder = folder;
        Console.Error.WriteLine("Publishing the program, which takes a minute or two.");
        File = Path.Combine(folder.Path, "app", OperatingSystem.IsWindows() ? "ideogram-build.exe" : "ideogram-build");
        Publish(Path.GetDirectoryName(File)!, ["-r", Platform(), .. settings]);
        if (!System.IO.File.Exists(File))
            throw new UsageException("The program could not be published.");
    }

    /// <summary>Full path of the program.</summary>
    public string File { get; }

    /// <summary>As the image holds it, which is one native file where it can be linked here; or what PROGRAM names.</summary>
    public static PublishedProgram Create() =>
        Environment.GetEnvironmentVariable("PROGRAM") is { Length: > 0 } file ? Existing(file) : new(new TemporaryFolder());

    /// <summary>The other build of the same sources: .NET code, trimmed and ready to run.</summary>
    public static PublishedProgram CreateReadyToRun() => new(new TemporaryFolder(), "-p:ProgramAot=false");

    /// <summary>A program that was published before.</summary>
    public static PublishedProgram Existing(string file) =>
        System.IO.File.Exists(file) ? new(Path.GetFullPath(file)) : throw new UsageException($"There is no program {file}.");

    /// <summary>Publishes into a folder, with intermediate files of its own: builds for other platforms are left alone.</summary>
    public static void Publish(string output, params IEnumerable<string> settings) =>
        Tool.Succeed(
            "dotnet",
            [
                "publish", Checkout.PathOf("action/Ideogram.Build.Cli.csproj"), "-c", "Release", "-o", output, "--artifacts-path", output + "-artifacts",
                "-p:RunAnalyzers=false", "-v", "q", .. settings,
            ]);

    public void Dispose() => _folder?.Dispose();

    private static string Platform() =>
        $"{(OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux")}-"
            + $"{(RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "arm64" : "x64")}";
}
