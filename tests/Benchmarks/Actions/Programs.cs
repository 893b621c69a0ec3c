using System.Reflection;
using System.Runtime.InteropServices;
using Ideogram.Build.Tests;

namespace Ideogram.Build.Benchmarks.Actions;

/// <summary>The program as the image has it, and as a build that needs an installed runtime; published when first asked for.</summary>
internal sealed class Programs : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Lazy<string> _shipped;
    private readonly Lazy<string> _framework;

    public Programs()
    {
        _shipped = new(() => Publish("shipped", "--runtime", $"linux-{(RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "arm64" : "x64")}"));
        _framework = new(() => Publish("framework-dependent"));
    }

    /// <summary>Trimmed, ready to run, with its own runtime: the executable.</summary>
    public string Shipped => Path.Combine(_shipped.Value, "ideogram-build");

    /// <summary>The folder of the framework-dependent build.</summary>
    public string FrameworkFolder => _framework.Value;

    /// <summary>The framework-dependent build, for <c>dotnet</c>.</summary>
    public string Framework => Path.Combine(_framework.Value, "ideogram-build.dll");

    /// <summary>The folder of the installed runtime.</summary>
    public static string Runtime => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));

    public void Dispose() => _folder.Dispose();

    private string Publish(string name, params string[] more)
    {
        var root = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;
        var output = Path.Combine(_folder.Path, name);

        // Artifacts and lock files of its own: a publish for one platform must not disturb the restore of the others.
        var log = Tool.Run(
            "dotnet",
            ["publish", Path.Combine(root, "action"), "-c", "Release", "-o", output, "--artifacts-path", output + "-artifacts", "-p:RunAnalyzers=false", "-p:NuGetLockFilePath=obj/publish/packages.lock.json", "-p:RestoreLockedMode=false", "-v", "quiet", .. more]);
        return File.Exists(Path.Combine(output, "ideogram-build.dll")) ? output : throw new UsageException($"The program could not be published ({name}): {log}");
    }
}
