using System.Runtime.InteropServices;
using EndToEnd;
using Ideogram.Build.Emulator;

[assembly: AssemblyFixture(typeof(InstalledTool))]

namespace EndToEnd;

/// <summary>The dotnet tool, packed and installed from a local feed by the README's own commands, and an Ideogram to use it with.</summary>
public sealed class InstalledTool : IAsyncLifetime
{
    private const string Key = "tool-key";

    private readonly string _work = Directory.CreateTempSubdirectory("ideogram-tool-").FullName;
    private EmulatorHost _ideogram = null!;

    /// <summary>The commands that install it.</summary>
    public static IReadOnlyList<string> Commands { get; } =
    [
        "dotnet pack action --output ~/.ideogram-build",
        "dotnet tool install --global ideogram-build --source ~/.ideogram-build",
    ];

    /// <summary>Full path of the folder that the package lies in.</summary>
    public string Feed => Path.Combine(Home, ".ideogram-build");

    /// <summary>What .NET needs in a home of its own.</summary>
    public IReadOnlyDictionary<string, string> Dotnet => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["HOME"] = Home,
        ["PATH"] = $"{DotnetRoot}:{Environment.GetEnvironmentVariable("PATH")}",
        ["DOTNET_ROOT"] = DotnetRoot,
        ["NUGET_PACKAGES"] = Packages,
    };

    internal EmulatorHost Ideogram => _ideogram;

    private string Home => Path.Combine(_work, "home");

    private string Shims => Path.Combine(_work, "shims");

    // The runtime's folder is <root>/shared/Microsoft.NETCore.App/<version>.
    private static string DotnetRoot => Path.GetFullPath("../../..", RuntimeEnvironment.GetRuntimeDirectory().TrimEnd('/'));

    private static string Packages => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Home);
        Directory.CreateDirectory(Shims);
        _ideogram = await EmulatorHost.StartAsync(new EmulatorOptions { StateFolder = Path.Combine(_work, "state"), ApiKey = Key });
        WriteShims();
        foreach (var command in Commands)
        {
            if (await RunAsync(Checkout.Top, command) is (not 0, var output))
                throw new InvalidOperationException($"{command}: {output}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ideogram.DisposeAsync();
        Directory.Delete(_work, recursive: true);
    }

    /// <summary>Runs a command as a user's shell does, in a home of its own, with the tool in the path and the key in the environment.</summary>
    internal Task<ProcessResult> RunAsync(string folder, string command) => TestProcess.RunAsync(
        folder,
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["HOME"] = Home,
            ["XDG_CACHE_HOME"] = Path.Combine(Home, ".cache"),
            ["PATH"] = $"{Shims}:{Home}/.dotnet/tools:{Environment.GetEnvironmentVariable("PATH")}",
            ["DOTNET_ROOT"] = DotnetRoot,
            ["NUGET_PACKAGES"] = Packages,
            ["IDEOGRAM_API_KEY"] = Key,
            ["GIT_CONFIG_GLOBAL"] = "/dev/null",
            ["GIT_CONFIG_SYSTEM"] = "/dev/null",
            ["GIT_AUTHOR_NAME"] = "Ann",
            ["GIT_AUTHOR_EMAIL"] = "ann@example.com",
            ["GIT_COMMITTER_NAME"] = "Ann",
            ["GIT_COMMITTER_EMAIL"] = "ann@example.com",
        },
        "bash",
        "-euc",
        command);

    // The commands as they are written, without building again what these tests were just built with, and with the stand-in for Ideogram.
    private void WriteShims()
    {
        Script("dotnet", $"""
            case "$1" in
              run | pack) command=$1; shift; exec "{DotnetRoot}/dotnet" "$command" --no-build --configuration {Checkout.Configuration} "$@" ;;
              *) exec "{DotnetRoot}/dotnet" "$@" ;;
            esac
            """);
        Script("ideogram-build", $"""
            case "$1" in
              plan | upload | caption | preview | datasets | models | doctor)
                exec "$HOME/.dotnet/tools/ideogram-build" "$@" --api-url {_ideogram.BaseAddress} ;;
              *) exec "$HOME/.dotnet/tools/ideogram-build" "$@" ;;
            esac
            """);
    }

    private void Script(string name, string text)
    {
        var file = Path.Combine(Shims, name);
        File.WriteAllText(file, $"#!/bin/sh\n{text.ReplaceLineEndings("\n")}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
