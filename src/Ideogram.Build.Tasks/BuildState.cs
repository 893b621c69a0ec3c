using System.Globalization;
using Ideogram.Build.Datasets.Validation;

namespace Ideogram.Build.Tasks;

/// <summary>
/// What the last validation depended on, kept in the intermediate folder: the parts of the file have <c>U+0001</c> between them, paths line feeds. A path that
/// holds one of the two makes a state that never fits, and every build validates. Times are compared for equality, so that older files count as changed too.
/// </summary>
/// <param name="Settings">What the project file says about the datasets.</param>
/// <param name="Files">Full paths of this assembly, manifests, images, sidecars and archives. Ideogram.Build.targets reads them too, for Visual Studio.</param>
/// <param name="FileTimes">Their times of modification in ticks (UTC).</param>
/// <param name="Folders">Full paths of the folders that were searched.</param>
/// <param name="FolderTimes">Their times of modification: a folder changes when a name in it comes or goes.</param>
/// <param name="Bystanders">Full paths of files whose being there counts, but not their content.</param>
internal sealed record BuildState(string Settings, string[] Files, string[] FileTimes, string[] Folders, string[] FolderTimes, string[] Bystanders)
{
    private const char BetweenParts = '\u0001';
    private const char BetweenValues = '\n';

    /// <summary>The last part, so that half a state is none.</summary>
    private const string End = "whole";

    /// <summary>The state of files and folders at this moment.</summary>
    public static BuildState Capture(string settings, InputList inputs, StateFolder own)
    {
        // Another version of the tasks may think otherwise.
        string[] files = [typeof(BuildState).Assembly.Location, .. inputs.Files];
        string[] folders = [.. inputs.Folders.Where(f => !own.Contains(f))];
        return new(settings, files, Array.ConvertAll(files, Time), folders, Array.ConvertAll(folders, Time), [.. inputs.Bystanders]);
    }

    /// <summary>Whether the files have the times that they had.</summary>
    public bool HasFileTimes() => Files.Select(Time).SequenceEqual(FileTimes);

    /// <summary>Whether the folders have the times that they had.</summary>
    public bool HasFolderTimes() => Folders.Select(Time).SequenceEqual(FolderTimes);

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
            return parts.Length == 7 && parts[6] == End ? new(parts[0], List(parts[4]), List(parts[5]), List(parts[1]), List(parts[2]), List(parts[3])) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Writes the state.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be written.</exception>
    public void Write(StateFolder folder) =>
        StateFolder.Write(folder.State, string.Join(BetweenParts.ToString(), Settings, Text(Folders), Text(FolderTimes), Text(Bystanders), Text(Files),
            Text(FileTimes), End));

    private static string Text(string[] values) => string.Join(BetweenValues.ToString(), values);

    private static string[] List(string text) => text.Length == 0 ? [] : text.Split(BetweenValues);

    // A file that is not there has a time too, in the year 1601.
    private static string Time(string path) => File.GetLastWriteTimeUtc(path).Ticks.ToString(CultureInfo.InvariantCulture);
}
