using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Ideogram.Build.Chaos.Differential;

/// <summary>ImageMagick's verdict on one file.</summary>
/// <param name="Width">In pixels as stored; 0 if it read nothing.</param>
/// <param name="Height">In pixels as stored; 0 if it read nothing.</param>
/// <param name="IsOnItsSide">Whether the orientation exchanges width and height.</param>
/// <param name="Messages">What it said on standard error.</param>
internal sealed record Verdict(int Width, int Height, bool IsOnItsSide, IReadOnlyList<string> Messages)
{
    public bool IsSound => Width > 0 && Messages.Count == 0;
}

/// <summary>Runs ImageMagick's <c>identify</c> with full decoding on many files at once.</summary>
internal static partial class Identify
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static bool IsThere()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("identify", "-version") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var version = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return version.Contains("ImageMagick", StringComparison.Ordinal);
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    /// <returns>A verdict per file; null if identify crashed or took too long.</returns>
    public static async Task<Dictionary<string, Verdict>?> Judge(IReadOnlyList<string> files)
    {
        // Absurd sizes are answered with a message about resources, instead of gigabytes of pixels on the disk.
        var start = new ProcessStartInfo("identify", ["-limit", "disk", "0", "-moments", "-format", "%i|%w|%h|%[orientation]\n", .. files])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            return null;
        }

        // 0 and 1 are its own; others are a signal's.
        return process.ExitCode > 1 ? null : Verdicts(files, await output, await errors);
    }

    private static Dictionary<string, Verdict> Verdicts(IReadOnlyList<string> files, string output, string errors)
    {
        var verdicts = files.ToDictionary(file => file, _ => new Verdict(0, 0, false, []), StringComparer.Ordinal);
        foreach (var fields in output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('|')).Where(fields => fields.Length == 4))
        {
            // An animation has a line per frame; the first is as large as the canvas.
            if (verdicts.TryGetValue(fields[0], out var verdict) && verdict.Width == 0)
            {
                verdicts[fields[0]] = verdict with
                {
                    Width = int.Parse(fields[1], CultureInfo.InvariantCulture),
                    Height = int.Parse(fields[2], CultureInfo.InvariantCulture),
                    IsOnItsSide = fields[3] is "LeftTop" or "RightTop" or "RightBottom" or "LeftBottom",
                };
            }
        }

        foreach (var line in errors.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (FileInMessage().Match(line) is { Success: true } match && verdicts.TryGetValue(match.Groups["file"].Value, out var verdict))
                verdicts[match.Groups["file"].Value] = verdict with { Messages = [.. verdict.Messages, line] };
        }

        return verdicts;
    }

    [GeneratedRegex("[`'](?<file>/[^']*)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FileInMessage();
}
