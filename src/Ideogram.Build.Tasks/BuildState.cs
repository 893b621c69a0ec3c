using System.Globalization;
using Ideogram.Build.Datasets.Validation;

namespace Ideogram.Build.Tasks;

/// <summary>
/// What the last validation depended on, kept in the intermediate folder in a form that Ideogram.Build.targets takes apart and compares by itself, so that a build
/// without changes loads no task: paths have line feeds between them, the parts of the state file <c>U+0001</c>. A path that holds one of the two makes a state that never
/// fits, and every build validates.
/// </summary>
/// <param name="Settings">What the project file says about the datasets.</param>
/// <param name="Files">Full paths of this assembly, manifests, images, sidecars and archives. In a file of its own: MSBuild copies a text for each part that it takes out.</param>
/// <param name="FileTimes">Their times of modification, as MSBuild's <c>%(ModifiedTime)</c> writes them, with <c>,</c> between them. In a file of its own.</param>
/// <param name="Folders">Full paths of the folders that were searched.</param>
/// <param name="FolderTimes">Their times of modification in ticks, with <c>,</c> between them: a folder changes when a name in it comes or goes.</param>
/// <param name="Bystanders">Full paths of files whose being there counts, but not their content.</param>
internal sealed record BuildState(string Settings, string Files, string FileTimes, string Folders, string FolderTimes, string Bystanders)
{
    private const char BetweenParts = '\u0001';
    private const string BetweenPaths = "\n";

    /// <summary>The state of files and folders at this moment.</summary>
    public static BuildState Capture(string settings, InputList inputs, StateFolder own)
    {
        // Another version of the tasks may think otherwise.
        string[] files = [typeof(BuildState).Assembly.Location, .. inputs.Files];
        string[] folders = [.. inputs.Folders.Where(f => !own.Contains(f))];
        return new(
            settings,
            Paths(files),
            string.Join(",", files.Select(FileTime)),
            Paths(folders),
            string.Join(",", folders.Select(FolderTime)),
            Paths(inputs.Bystanders));
    }

    /// <summary>Whether both hold the same names, whatever their times are.</summary>
    public bool HasNamesOf(BuildState other) => Files == other.Files && Folders == other.Folders && Bystanders == other.Bystanders;

    /// <summary>The state that <see cref="Write"/> wrote; null if there is none.</summary>
    public static BuildState? TryRead(StateFolder folder)
    {
        try
        {
            var parts = File.ReadAllText(folder.State).Split(BetweenParts);
            return parts.Length == 4 ? new BuildState(parts[0], File.ReadAllText(folder.Files), File.ReadAllText(folder.FileTimes), parts[1], parts[2], parts[3]) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Writes the state. Without its last file it does not count, so that a build that is cut off leaves none rather than half of one.</summary>
    /// <exception cref="IOException">A file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file must not be written.</exception>
    public void Write(StateFolder folder)
    {
        File.Delete(folder.State);
        AtomicFile.Write(folder.Files, Files);
        AtomicFile.Write(folder.FileTimes, FileTimes);
        AtomicFile.Write(folder.State, string.Join(BetweenParts.ToString(), Settings, Folders, FolderTimes, Bystanders));
    }

    private static string Paths(IReadOnlyList<string> paths) => string.Join(BetweenPaths, paths);

    // MSBuild's own format, in the current culture because MSBuild uses it too; no time for a file that is not there.
    private static string FileTime(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? file.LastWriteTime.ToString("yyyy'-'MM'-'dd HH':'mm':'ss'.'fffffff", CultureInfo.CurrentCulture) : "";
    }

    private static string FolderTime(string path) => Directory.GetLastWriteTime(path).Ticks.ToString(CultureInfo.InvariantCulture);
}
