using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Ideogram.Build.Chaos.Differential;

/// <summary>Runs ImageMagick's <c>identify</c> with full decoding on many files at once.</summary>
internal static partial class Identify
{
    private static readonly string[] Resources = ["cache resources exhausted", "exceeds limit"];

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static bool IsThere()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("identify", "-version")
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true
            })!;
            var version = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return version.Contains("ImageMagick", StringComparison.Ordinal);
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    /// <summary>Asks identify about each file.</summary>
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
        var verdicts = files.ToDictionary(file => file, _ => new Verdict(Judgement.Refuses, ""), StringComparer.Ordinal);
        foreach (var fields in output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('|')).Where(fields => fields.Length == 4))
        {
            // An animation has a line per frame; the first is as large as the canvas.
            if (!verdicts.TryGetValue(fields[0], out var verdict) || verdict.Size is not null)
                continue;
            var (width, height) = (int.Parse(fields[1], CultureInfo.InvariantCulture), int.Parse(fields[2], CultureInfo.InvariantCulture));
            var isOnItsSide = fields[3] is "LeftTop" or "RightTop" or "RightBottom" or "LeftBottom";
            verdicts[fields[0]] = verdict with { Judgement = Judgement.Sound, Size = isOnItsSide ? (height, width) : (width, height) };
        }

        foreach (var line in errors.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (FileInMessage().Match(line) is { Success: true } match && verdicts.TryGetValue(match.Groups["file"].Value, out var verdict))
                verdicts[match.Groups["file"].Value] = Heard(verdict, line);
        }

        return verdicts;
    }

    private static Verdict Heard(Verdict verdict, string line)
    {
        var words = verdict.ReportText.Length == 0 ? line : $"{verdict.ReportText}; {line}";
        if (Resources.Any(r => line.Contains(r, StringComparison.Ordinal)))
            return Verdict.None with { ReportText = words };
        return verdict with { Judgement = verdict.Judgement == Judgement.Sound ? Judgement.Complains : verdict.Judgement, ReportText = words };
    }

    [GeneratedRegex("[`'](?<file>/[^']*)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FileInMessage();
}
