using System.Diagnostics;

namespace Ideogram.Build.Chaos;

/// <summary>The real program, to be run as a process of its own.</summary>
/// <param name="file">What is started.</param>
/// <param name="before">Arguments that go before the program's own.</param>
internal sealed class RealProgram(string file, params string[] before)
{
    /// <summary>What PROGRAM names; else as it was built with this program, run by the .NET on the machine.</summary>
    public static RealProgram Built =>
        Environment.GetEnvironmentVariable("PROGRAM") is { Length: > 0 } file ? new(Path.GetFullPath(file)) : new("dotnet", Checkout.Program);

    /// <summary>How to start it, with its output caught.</summary>
    /// <param name="folder">The folder it runs in.</param>
    /// <param name="key">Ideogram's key.</param>
    /// <param name="arguments">Its arguments.</param>
    public ProcessStartInfo Start(string folder, string key, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(file, [.. before, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment["IDEOGRAM_API_KEY"] = key;
        return start;
    }
}
