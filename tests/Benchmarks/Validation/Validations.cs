using System.Diagnostics;

namespace Ideogram.Build.Benchmarks.Validation;

/// <summary>The published program's <c>validate</c>, with no place to remember images in unless one is named,
/// and without health unless that is asked.</summary>
internal static class Validations
{
    /// <summary>Starts it for a manifest.</summary>
    public static Process Validate(this PublishedProgram program, string manifest, bool withHealth = false, string? cache = null)
    {
        string[] health = withHealth ? [] : ["--no-health"];
        var start = new ProcessStartInfo(program.File, ["validate", .. health, manifest]) { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var place in new[] { "HOME", "XDG_CACHE_HOME", "LOCALAPPDATA" })
            start.Environment.Remove(place);
        if (cache is not null)
            start.Environment["XDG_CACHE_HOME"] = cache;
        return Process.Start(start)!;
    }

    /// <summary>Runs it to its end.</summary>
    /// <param name="program">The program.</param>
    /// <param name="manifest">Full path of the manifest.</param>
    /// <param name="expected">The exit code that the manifest deserves.</param>
    /// <param name="withHealth">Whether to look at the health.</param>
    /// <param name="cache">Where images are remembered; null for nowhere.</param>
    public static void ValidateToEnd(this PublishedProgram program, string manifest, int expected, bool withHealth = false, string? cache = null)
    {
        using var process = program.Validate(manifest, withHealth, cache);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != expected)
            throw new InvalidOperationException(output);
    }
}
