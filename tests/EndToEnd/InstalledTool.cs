using System.Runtime.InteropServices;
using EndToEnd;
using Ideogram.Build.Emulator;

[assembly: AssemblyFixture(typeof(InstalledTool))]

namespace EndToEnd;

/// <summary>The dotnet tool, packed into a feed of its own and installed from there, and an Ideogram to use it with.</summary>
public sealed class InstalledTool : IAsyncLifetime
{
    private readonly string _work = Directory.CreateTempSubdirectory("ideogram-tool-").FullName;
    private EmulatorHost _ideogram = null!;

    public string Feed => Path.Combine(_work, "feed");

    /// <summary>Full path of the folder with the program.</summary>
    public string Folder => Path.Combine(_work, "tool");

    public string Home => Path.Combine(_work, "home");

    internal EmulatorHost Ideogram => _ideogram;

    /// <summary>What a user's shell has: a home of its own, the key, and where .NET is.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["HOME"] = Home,
        ["XDG_CACHE_HOME"] = Path.Combine(Home, ".cache"),
        // The runtime's folder is <root>/shared/Microsoft.NETCore.App/<version>.
        ["DOTNET_ROOT"] = Path.GetFullPath("../../..", RuntimeEnvironment.GetRuntimeDirectory().TrimEnd('/')),
        ["NUGET_PACKAGES"] = System.Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile), ".nuget", "packages"),
        ["IDEOGRAM_API_KEY"] = "tool-key",
        ["GIT_CONFIG_GLOBAL"] = "/dev/null",
        ["GIT_CONFIG_SYSTEM"] = "/dev/null",
    };

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Home);
        await Must("pack", Path.Combine(Checkout.Top, "action"), "--no-build", "--configuration", Checkout.Configuration, "--output", Feed);
        await Must("tool", "install", "ideogram-build", "--tool-path", Folder, "--source", Feed);
        _ideogram = await EmulatorHost.StartAsync(new EmulatorOptions { StateFolder = Path.Combine(_work, "state"), ApiKey = "tool-key" });
    }

    public async ValueTask DisposeAsync()
    {
        await _ideogram.DisposeAsync();
        Directory.Delete(_work, recursive: true);
    }

    /// <summary>Runs the installed program.</summary>
    internal Task<(int Exit, string Output)> RunAsync(string folder, params string[] arguments) =>
        Shell.RunAsync(folder, Environment, Path.Combine(Folder, "ideogram-build"), arguments);

    private async Task Must(params string[] arguments)
    {
        var (exit, output) = await Shell.RunAsync(_work, Environment, "dotnet", arguments);
        if (exit != 0)
            throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)}: {output}");
    }
}
