using System.Globalization;

namespace Ideogram.Build.Tasks;

/// <summary>
/// What the last validation of each manifest depended on, kept in the intermediate folder. The file has parts with <c>U+0001</c> between them,
/// a part has values on lines of their own, and an empty line between two datasets. A path that holds one of the two characters makes a state that never fits,
/// and every build validates.
/// </summary>
/// <param name="datasets">Those that were validated without errors.</param>
internal sealed class BuildState(IReadOnlyList<DatasetState> datasets)
{
    private const char BetweenParts = '\u0001';
    private const string BetweenDatasets = "\n\n";
    private const char BetweenValues = '\n';
    private const int Parts = 8;

    /// <summary>The last part, so that half a state is none.</summary>
    private const string End = "whole";

    private readonly Dictionary<string, DatasetState> _datasets = datasets.ToDictionary(d => d.Manifest, ManifestItem.Comparer);

    /// <summary>Which build of the tasks this is.</summary>
    public static string Version { get; } = typeof(BuildState).Assembly.ManifestModule.ModuleVersionId.ToString("N", CultureInfo.InvariantCulture);

    /// <summary>Full paths of the files that were read, each once.</summary>
    public IEnumerable<string> Files => datasets.SelectMany(d => d.Files).Distinct(StringComparer.Ordinal);

    /// <summary>What is known of a manifest; null if it was not validated without errors.</summary>
    public DatasetState? Find(string manifest) => _datasets.TryGetValue(manifest, out var dataset) ? dataset : null;

    /// <summary>The same state with what is known now of some of its manifests.</summary>
    public BuildState With(IEnumerable<DatasetState> now)
    {
        var replaced = now.ToDictionary(d => d.Manifest, ManifestItem.Comparer);
        return new([.. datasets.Select(d => replaced.TryGetValue(d.Manifest, out var other) ? other : d)]);
    }

    /// <summary>The state that <see cref="Write"/> wrote; an empty one if there is none.</summary>
    public static BuildState Read(StateFolder folder) => new(Parse(Text(folder.State) ?? Text(folder.Unfinished) ?? ""));

    /// <summary>Writes the state.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="isWhole">Whether every manifest of the project is in it.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be written.</exception>
    public void Write(StateFolder folder, bool isWhole)
    {
        var text = string.Join(BetweenParts.ToString(), Part(d => [d.Manifest]), Part(d => [d.Settings]), Part(d => d.Folders), Part(d => d.FolderTimes),
            Part(d => d.Files), Part(d => d.FileTimes), Part(d => d.Bystanders), End);
        File.Delete(isWhole ? folder.Unfinished : folder.State);
        StateFolder.Write(isWhole ? folder.State : folder.Unfinished, text);
    }

    private string Part(Func<DatasetState, string[]> values) =>
        string.Join(BetweenDatasets, datasets.Select(d => string.Join(BetweenValues.ToString(), values(d))));

    private static DatasetState[] Parse(string text)
    {
        var parts = text.Split(BetweenParts);
        if (parts.Length != Parts || parts[Parts - 1] != End)
            return [];

        var of = Array.ConvertAll(parts, p => p.Split([BetweenDatasets], StringSplitOptions.None));
        var manifests = of[0];
        if (of.Take(Parts - 1).Any(p => p.Length != manifests.Length) || manifests.Distinct(ManifestItem.Comparer).Count() != manifests.Length)
            return [];

        return
        [
            .. manifests.Select((manifest, i) => new DatasetState(manifest, of[1][i])
            {
                Folders = List(of[2][i]),
                FolderTimes = List(of[3][i]),
                Files = List(of[4][i]),
                FileTimes = List(of[5][i]),
                Bystanders = List(of[6][i]),
            }),
        ];
    }

    private static string[] List(string text) => text.Length == 0 ? [] : text.Split(BetweenValues);

    private static string? Text(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
