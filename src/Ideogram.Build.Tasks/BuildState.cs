using System.Globalization;
using Ideogram.Build.Datasets.Validation;

namespace Ideogram.Build.Tasks;

/// <summary>
/// What the last validation depended on, kept in the intermediate folder in a form that Ideogram.Build.targets takes apart and compares by itself, so that a build
/// without changes loads no task: paths have line feeds between them, the parts of the state file <c>U+0001</c>. A path that holds one of the two makes a state that never
/// fits, and every build validates.
/// </summary>
/// <param name="Settings">What the project file says about the datasets.</param>
/// <param name="Files">Full paths of this assembly, manifests, images, sidecars and archives.</param>
/// <param name="FileTimes">Their times of modification, as MSBuild's <c>%(ModifiedTime)</c> writes them.</param>
/// <param name="Folders">Full paths of the folders that were searched.</param>
/// <param name="FolderTimes">Their times of modification in ticks: a folder changes when a name in it comes or goes.</param>
/// <param name="Bystanders">Full paths of files whose being there counts, but not their content.</param>
internal sealed record BuildState(string Settings, IReadOnlyList<string> Files, IReadOnlyList<string> FileTimes, IReadOnlyList<string> Folders, IReadOnlyList<string> FolderTimes, IReadOnlyList<string> Bystanders)
{
    private const char BetweenParts = '\u0001';
    private const char BetweenPaths = '\n';

    // What MSBuild itself puts between items: for another text it compiles a loop first, a millisecond in each build.
    private const char BetweenTimes = ';';

    /// <summary>The last part, so that half a state is none.</summary>
    private const string End = "whole";

    /// <summary>
    /// Longer lists of files, and their times, lie in files of their own, which MSBuild reads otherwise: it copies texts, and a few copies of more than 85,000 bytes cost it a
    /// whole garbage collection.
    /// </summary>
    private const int MostInState = 40_000;

    /// <summary>Stands where the times would be.</summary>
    private const string Long = "long";

    /// <summary>The state of files and folders at this moment.</summary>
    public static BuildState Capture(string settings, InputList inputs, StateFolder own)
    {
        // Another version of the tasks may think otherwise.
        string[] files = [typeof(BuildState).Assembly.Location, .. inputs.Files];
        string[] folders = [.. inputs.Folders.Where(f => !own.Contains(f))];
        return new(settings, files, [.. files.Select(FileTime)], folders, [.. folders.Select(FolderTime)], [.. inputs.Bystanders]);
    }

    /// <summary>Whether both hold the same names, whatever their times are.</summary>
    public bool HasNamesOf(BuildState other) => HasFilesOf(other) && Folders.SequenceEqual(other.Folders);

    /// <summary>Whether both hold the same names of files and bystanders.</summary>
    public bool HasFilesOf(BuildState other) => Files.SequenceEqual(other.Files) && Bystanders.SequenceEqual(other.Bystanders);

    /// <summary>The state that <see cref="Write"/> wrote; null if there is none.</summary>
    public static BuildState? TryRead(StateFolder folder)
    {
        try
        {
            var parts = File.ReadAllText(folder.State).Split(BetweenParts);
            if (parts.Length != 7 || parts[6] != End)
                return null;
            var isLong = parts[5] == Long;
            return new(
                parts[0],
                List(isLong ? File.ReadAllText(folder.Files) : parts[4], BetweenPaths),
                List(isLong ? File.ReadAllText(folder.FileTimes) : parts[5], BetweenTimes),
                List(parts[1], BetweenPaths),
                List(parts[2], BetweenTimes),
                List(parts[3], BetweenPaths));
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
        var (files, times) = (Text(Files, BetweenPaths), Text(FileTimes, BetweenTimes));
        if (files.Length + times.Length > MostInState)
        {
            AtomicFile.Write(folder.Files, files);
            AtomicFile.Write(folder.FileTimes, times);
            (files, times) = ("", Long);
        }

        AtomicFile.Write(folder.State, Text([Settings, Text(Folders, BetweenPaths), Text(FolderTimes, BetweenTimes), Text(Bystanders, BetweenPaths), files, times, End], BetweenParts));
    }

    private static string Text(IEnumerable<string> values, char between) => string.Join(between.ToString(), values);

    private static string[] List(string text, char between) => text.Length == 0 ? [] : text.Split(between);

    // MSBuild's own format, in the current culture because MSBuild uses it too; no time for a file that is not there.
    private static string FileTime(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? file.LastWriteTime.ToString("yyyy'-'MM'-'dd HH':'mm':'ss'.'fffffff", CultureInfo.CurrentCulture) : "";
    }

    private static string FolderTime(string path) => Directory.GetLastWriteTime(path).Ticks.ToString(CultureInfo.InvariantCulture);
}
