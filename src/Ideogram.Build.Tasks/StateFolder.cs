using System.Text;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Files;

namespace Ideogram.Build.Tasks;

/// <summary>The folder below <c>$(IntermediateOutputPath)</c> where a project's builds save their results. Ideogram.Build.targets has the same
/// names.</summary>
/// <param name="path">Full path of the folder.</param>
internal sealed class StateFolder(string path)
{
    /// <summary>Full path of the folder, without a separator at its end; the validator keeps its cache of inspected images there.</summary>
    public string Path { get; } = path.TrimEnd('/', '\\');

    /// <summary>Full path of the <see cref="BuildState"/>. It exists only if no manifest of the project had errors.</summary>
    public string State => System.IO.Path.Combine(Path, "state");

    /// <summary>Full path of the state of those manifests that had none, beside others that had.</summary>
    public string Unfinished => System.IO.Path.Combine(Path, "unfinished");

    /// <summary>Full path of the warnings of what is remembered; it exists only if there were any.</summary>
    public string Warnings => System.IO.Path.Combine(Path, "warnings");

    /// <summary>Whether the other folder is this one or lies below it: a glob over the whole project must not see files of this task as changes.</summary>
    public bool Contains(string folder) =>
        folder.StartsWith(Path, StringComparison.Ordinal) && (folder.Length == Path.Length || folder[Path.Length] == System.IO.Path.DirectorySeparatorChar);

    /// <summary>Writes a small text file of the folder in one step.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be written.</exception>
    public static void Write(string path, string text) => FileWriter.Replace(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Saves a state. If the folder cannot be written, the next build validates again; nothing else changes.</summary>
    /// <param name="write">Writes the state.</param>
    /// <param name="log">Receives a failure.</param>
    public void Remember(Action<StateFolder> write, DiagnosticLog log)
    {
        try
        {
            FileWriter.MakeFolder(Path);
            write(this);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.Warning(BuildRules.StateNotWritten, $"{Path} cannot be written, so the next build validates the datasets again: {e.Message}");
        }
    }
}
