using System.Globalization;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Reporting;
using Spectre.Console;

namespace Ideogram.Build.Cli.Output;

/// <summary>Shows an upload while it runs: a bar per dataset for a person, a line per request for a log.</summary>
internal static class UploadProgressDisplay
{
    /// <summary>Shows the progress while the upload runs.</summary>
    /// <param name="host">The machine.</param>
    /// <param name="redactor">Removes secrets.</param>
    /// <param name="isData">Whether standard output is for a program. Then progress goes to standard error.</param>
    /// <param name="upload">The work.</param>
    public static async Task<T> RunAsync<T>(AppHost host, Redactor redactor, bool isData, Func<IProgress<UploadProgress>, Task<T>> upload)
    {
        if (isData || !host.IsPerson)
            return await upload(new Lines(isData ? host.Error : host.Out, redactor));

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(host.Out) });
        return await console.Progress().AutoClear(enabled: true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(context => upload(new Bars(context, redactor)));
    }

    // Name, counts and bytes, as the bar shows them.
    private static string Text(UploadProgress value) => string.Create(CultureInfo.InvariantCulture, $"{value.Dataset}: {value.Done} of {value.Total}")
        + (value.TotalBytes > 0 ? $", {ReportText.Size(value.Bytes)} of {ReportText.Size(value.TotalBytes)}" : "");

    private sealed class Lines(TextWriter writer, Redactor redactor) : IProgress<UploadProgress>
    {
        private readonly Lock _lock = new();

        public void Report(UploadProgress value)
        {
            if (value.Message.Length == 0)
                return;
            var line = string.Create(CultureInfo.InvariantCulture, $"{value.Dataset}: {value.Done} of {value.Total}, {value.Message}");
            lock (_lock)
                writer.WriteLine(LogText.Line(redactor.Clean(line)));
        }
    }

    private sealed class Bars(ProgressContext context, Redactor redactor) : IProgress<UploadProgress>
    {
        private readonly Dictionary<string, ProgressTask> _tasks = new(StringComparer.Ordinal);

        public void Report(UploadProgress value)
        {
            lock (_tasks)
            {
                var text = Markup.Escape(LogText.Line(redactor.Clean(Text(value))));
                // Images differ in size: their bytes say more about the time that is left.
                var (done, total) = value.TotalBytes > 0 ? (value.Bytes, value.TotalBytes) : (value.Done, value.Total);
                if (!_tasks.TryGetValue(value.Dataset, out var task))
                    _tasks[value.Dataset] = task = context.AddTask(text, maxValue: Math.Max(1, total));
                task.Description = text;
                task.Value = done;
            }
        }
    }
}
