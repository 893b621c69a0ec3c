using System.Diagnostics;

namespace Ideogram.Build.Benchmarks.Validation;

/// <summary>The published program's <c>validate</c>, with no place to remember images in and without health, which has a table of its own.</summary>
internal static class Validations
{
    /// <summary>Starts it for a manifest.</summary>
    public static Process Validate(this PublishedProgram program, string manifest)
    {
        var start = new ProcessStartInfo(program.File, ["validate", "--no-health", manifest]) { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var place in new[] { "HOME", "XDG_CACHE_HOME", "LOCALAPPDATA" })
            start.Environment.Remove(place);
        return Process.Start(start)!;
    }

    /// <summary>Runs it to its end.</summary>
    /// <param name="program">The program.</param>
    /// <param name="manifest">Full path of the manifest.</param>
    /// <param name="expected">The exit code that the manifest deserves.</param>
    public static void ValidateToEnd(this PublishedProgram program, string manifest, int expected)
    {
        using var process = program.Validate(manifest);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != expected)
            throw new InvalidOperationException(output);
    }
}
