using System.ComponentModel;
using System.Diagnostics;

namespace Ideogram.Build.Chaos.Differential;

/// <summary>A decoder that is run once for each file: libvips' and libjpeg's own programs.</summary>
internal static class Decoder
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static async Task<bool> IsThereAsync(string program, string argument)
    {
        try
        {
            return await RunAsync(program, argument) is { ExitCode: 0 };
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    /// <summary>libvips: <c>fail-on=warning</c> tells what it reads only with a complaint.</summary>
    public static async Task<Verdict> VipsAsync(string file)
    {
        var strict = await RunAsync("vips", "avg", $"{file}[fail-on=warning]");
        if (strict is { ExitCode: 0 } && !strict.ReportText.Contains("WARNING", StringComparison.Ordinal))
            return new(Judgement.Sound, strict.ReportText);
        var lax = strict is null ? null : await RunAsync("vips", "avg", file);
        return lax is null ? Verdict.None : new(lax.ExitCode == 0 ? Judgement.Complains : Judgement.Refuses, $"vips: {lax.ReportText}");
    }

    /// <summary>libjpeg: exits with 2 after warnings. It reads nothing but JPEG.</summary>
    public static async Task<Verdict> DjpegAsync(string file)
    {
        if (!file.EndsWith(".jpg", StringComparison.OrdinalIgnoreCase) && !file.EndsWith(".jpeg", StringComparison.OrdinalIgnoreCase))
            return Verdict.None;
        return await RunAsync("djpeg", "-outfile", "/dev/null", file) switch
        {
            null => Verdict.None,
            { ExitCode: 0 } sound => new(Judgement.Sound, sound.ReportText),
            { ExitCode: 2 } warned => new(Judgement.Complains, $"djpeg: {warned.ReportText}"),
            var failed => new(Judgement.Refuses, $"djpeg: {failed.ReportText}"),
        };
    }

    // Null for a decoder that crashed or took too long.
    private static async Task<Result?> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true
        })!;
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

        await output;
        var words = (await errors).ReplaceLineEndings(" ").Trim();
        // What a signal ended exits with 128 and more.
        return process.ExitCode > 127 ? null : new Result(process.ExitCode, words);
    }

    private sealed record Result(int ExitCode, string ReportText);
}
