using System.Globalization;
using Ideogram.Build.Datasets.Validation;

namespace Ideogram.Build.Tasks;

/// <summary>What the last validation of one manifest depended on. Times are compared for equality, so that older files count as changed too.</summary>
/// <param name="Manifest">Full path of the manifest.</param>
/// <param name="Settings">What the project file says about it.</param>
internal sealed record DatasetState(string Manifest, string Settings)
{
    /// <summary>Full paths of the manifest, images, sidecars and archives.</summary>
    public string[] Files { get; init; } = [];

    /// <summary>Their times of modification in ticks (UTC).</summary>
    public string[] FileTimes { get; init; } = [];

    /// <summary>Full paths of the folders that were searched.</summary>
    public string[] Folders { get; init; } = [];

    /// <summary>Their times of modification: a folder changes when a name in it appears or disappears.</summary>
    public string[] FolderTimes { get; init; } = [];

    /// <summary>Full paths of files whose existence matters, but not their content.</summary>
    public string[] Bystanders { get; init; } = [];

    /// <summary>The state of files and folders at this moment.</summary>
    public static DatasetState Capture(string manifest, string settings, InputList inputs, StateFolder own)
    {
        string[] files = [.. inputs.Files];
        string[] folders = [.. inputs.Folders.Where(f => !own.Contains(f))];
        return new(manifest, settings)
        {
            Files = files,
            FileTimes = Array.ConvertAll(files, Time),
            Folders = folders,
            FolderTimes = Array.ConvertAll(folders, Time),
            Bystanders = [.. inputs.Bystanders],
        };
    }

    /// <summary>Whether the files have the times that they had.</summary>
    public bool HasFileTimes() => Files.Select(Time).SequenceEqual(FileTimes);

    /// <summary>Whether the folders have the times that they had.</summary>
    public bool HasFolderTimes() => Folders.Select(Time).SequenceEqual(FolderTimes);

    /// <summary>Whether both hold the same names, whatever their times are.</summary>
    public bool HasNamesOf(DatasetState other) => HasFilesOf(other) && Folders.SequenceEqual(other.Folders);

    /// <summary>Whether both hold the same names of files and bystanders.</summary>
    public bool HasFilesOf(DatasetState other) => Files.SequenceEqual(other.Files) && Bystanders.SequenceEqual(other.Bystanders);

    // A file that is not there has a time too, in the year 1601.
    private static string Time(string path) => File.GetLastWriteTimeUtc(path).Ticks.ToString(CultureInfo.InvariantCulture);
}
