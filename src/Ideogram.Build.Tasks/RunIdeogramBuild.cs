using System.Diagnostics;
using System.Globalization;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Processes;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

// RS0030: this is the one task that starts a program.
#pragma warning disable RS0030

namespace Ideogram.Build.Tasks;

/// <summary>
/// Runs <c>ideogram-build</c> as a process of its own, without a shell. Of the environment it gets only what it reads, including the key; no property,
/// parameter or command line holds the key, and no other process gets it.
/// </summary>
public sealed class RunIdeogramBuild : ToolTask
{
    private const string OwnName = "ideogram: ";

    private ProgramCommand _program = new("", "");
    private string? _lastOutput;
    private string? _lastError;

    /// <summary>The program, with arguments that come first: <c>$(IdeogramBuildCommand)</c>.</summary>
    [Required]
    public string Command { get; set; } = "";

    /// <summary>The command: <c>plan</c> or <c>upload</c>.</summary>
    [Required]
    public string Verb { get; set; } = "";

    /// <summary>The manifests.</summary>
    [Required]
    public ITaskItem[] Manifests { get; set; } = [];

    /// <summary>Further arguments, as they would be typed: <c>$(IdeogramBuildArguments)</c>.</summary>
    public string Arguments { get; set; } = "";

    /// <summary>The project's name: <c>$(MSBuildProjectName)</c>.</summary>
    public string ProjectName { get; set; } = "";

    /// <inheritdoc />
    protected override string ToolName => "ideogram-build";

    /// <inheritdoc />
    protected override MessageImportance StandardOutputLoggingImportance => MessageImportance.High;

    // It only tells the two apart: both are shown. A pause before the next try is said on standard error.
    /// <inheritdoc />
    protected override MessageImportance StandardErrorLoggingImportance => MessageImportance.Normal;

    /// <inheritdoc />
    protected override bool ValidateParameters()
    {
        if (ProgramCommand.Find(Command) is { } program)
        {
            _program = program;
            return true;
        }

        var version = typeof(RunIdeogramBuild).Assembly.GetName().Version?.ToString(3);
        new DiagnosticLog(Log).Error(
            BuildRules.ProgramMissing,
            $"The program {MessageText.Quote(Command)} was not found. Install it with 'dotnet tool install --global ideogram-build --version {version}', "
                + "or set the property IdeogramBuildCommand to its path.");
        return false;
    }

    /// <inheritdoc />
    protected override string GenerateFullPathToTool() => _program.Path;

    /// <inheritdoc />
    protected override string GenerateCommandLineCommands()
    {
        var line = new CommandLineBuilder();
        line.AppendTextUnquoted(_program.Arguments);
        line.AppendSwitch(Verb);
        foreach (var manifest in ManifestItem.Paths(Manifests))
            line.AppendFileNameIfNotNull(manifest);
        line.AppendSwitch("--format text");
        // The program looks at all of its manifests or at none.
        if (!Manifests.Any(m => ManifestItem.ChecksHealth(m.GetMetadata(ManifestItem.Health).Trim()) == true))
            line.AppendSwitch("--no-health");
        if (Arguments.Length > 0)
            line.AppendTextUnquoted(" " + Arguments);
        return line.ToString();
    }

    // It holds the manifests' names.
    /// <inheritdoc />
    protected override void LogToolCommand(string message) => base.LogToolCommand(LogText.Line(message));

    /// <inheritdoc />
    protected override ProcessStartInfo GetProcessStartInfo(string pathToTool, string commandLineCommands, string responseFileSwitch)
    {
        var start = base.GetProcessStartInfo(pathToTool, commandLineCommands, responseFileSwitch);
        ChildEnvironment.Restrict(start.Environment!, ChildEnvironment.ForIdeogramBuild);
        return start;
    }

    /// <inheritdoc />
    protected override void LogEventsFromTextOutput(string singleLine, MessageImportance messageImportance)
    {
        var line = LogText.Line(singleLine);
        if (line.Trim().Length > 0)
            _ = messageImportance == StandardErrorLoggingImportance ? _lastError = line.Trim() : _lastOutput = line.Trim();
        base.LogEventsFromTextOutput(line, MessageImportance.High);
    }

    /// <inheritdoc />
    public override bool Execute()
    {
        var succeeded = base.Execute();

        // The terminal logger shows of a project that has no errors only this: what stands behind its name and an arrow, where a path is otherwise.
        if (_lastOutput is { } last && ProjectName.Length > 0)
        {
            var text = last.StartsWith(OwnName, StringComparison.Ordinal) ? last.Substring(OwnName.Length) : last;
            Log.LogMessage(MessageImportance.High, LogText.Line($"{ProjectName} -> {text}"));
        }

        return succeeded;
    }

    /// <inheritdoc />
    protected override bool HandleTaskExecutionErrors()
    {
        if (!Log.HasLoggedErrors)
            new DiagnosticLog(Log).Error(BuildRules.ProgramFailed, Meaning(ExitCode));
        return false;
    }

    private string Meaning(int exitCode)
    {
        var command = $"'ideogram-build {Verb}'";
        var reason = _lastError is { } line ? $": {line}" : ".";
        return exitCode switch
        {
            1 => $"{command} found errors{reason}",
            2 => $"{command} could not use its arguments or settings{reason}",
            3 => $"{command} could not reach Ideogram, or Ideogram refused the key{reason}",
            _ => string.Format(CultureInfo.InvariantCulture, "{0} ended with exit code {1}{2}", command, exitCode, reason),
        };
    }
}
