using System.Text;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Cli.Output;

/// <summary>The report as JSON, without secrets and without commands for a CI system, because this program or a later step prints it unchanged.</summary>
internal static class ReportWriter
{
    private static readonly OutputFile Output = new("--report", "report", IsReport) { MayBeEmpty = true };

    /// <summary>The report's JSON.</summary>
    public static string Json(ReportDocument report, Redactor redactor) => LogText.Json(redactor.Clean(Text(buffer => JsonReport.Write(report, buffer))));

    /// <summary>The JSON of problems alone.</summary>
    public static string Json(IReadOnlyList<ReportedProblem> problems, Redactor redactor) =>
        LogText.Json(redactor.Clean(Text(buffer => JsonReport.Write(problems, buffer))));

    /// <summary>Writes it into a file, if one is named.</summary>
    /// <exception cref="UsageException">It cannot be written.</exception>
    public static void Write(ReportDocument report, Redactor redactor, string? file, string folder)
    {
        if (file is not null)
            Output.Write(file, Json(report, redactor), folder);
    }

    /// <summary>Refuses at the start a file that cannot be written or is not an earlier report.</summary>
    /// <exception cref="UsageException">The file is refused; nothing was written into it.</exception>
    public static void Refuse(string file, string folder) => Output.Accept(file, folder);

    private static bool IsReport(Stream file)
    {
        var start = new byte[64];
        var text = Encoding.UTF8.GetString(start, 0, file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)).TrimStart();
        return text.StartsWith('{') && text[1..].TrimStart().StartsWith("\"version\"", StringComparison.Ordinal);
    }

    private static string Text(Action<Stream> write)
    {
        using var buffer = new MemoryStream();
        write(buffer);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
