using Microsoft.Build.Framework;

namespace Ideogram.Build.Tasks;

/// <summary>
/// What every build needs of an <c>IdeogramDatasetUpload</c> item: which manifest it names, and what else the project says about it. Nothing of the libraries
/// is touched for it.
/// </summary>
internal static class ManifestItem
{
    /// <summary>Names of the metadata that Ideogram.Build.props explains.</summary>
    public const string Severity = "Severity";

    /// <inheritdoc cref="Severity" />
    public const string MaxFileSize = "MaxFileSize";

    /// <inheritdoc cref="Severity" />
    public const string MinWidth = "MinWidth";

    /// <inheritdoc cref="Severity" />
    public const string MinHeight = "MinHeight";

    /// <inheritdoc cref="Severity" />
    public const string Health = "Health";

    /// <summary>Whether two paths name the same manifest: on Windows names have no case.</summary>
    public static StringComparer Comparer { get; } = ComparerFor(isWindows: Path.DirectorySeparatorChar == '\\');

    /// <summary>See <see cref="Comparer"/>.</summary>
    public static StringComparer ComparerFor(bool isWindows) => isWindows ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    /// <summary>Full path of the manifest. MSBuild resolves it against the project, whatever the current folder is.</summary>
    public static string PathOf(ITaskItem item) => item.GetMetadata("FullPath");

    /// <summary>Full paths of the manifests, each once.</summary>
    public static IReadOnlyList<string> Paths(IEnumerable<ITaskItem> items) => [.. items.Select(PathOf).Distinct(Comparer)];

    /// <summary>The items, of two with the same manifest the first one.</summary>
    public static IEnumerable<ITaskItem> Distinct(IEnumerable<ITaskItem> items) => items.GroupBy(PathOf, Comparer).Select(g => g.First());

    /// <summary>What the project says about a manifest beyond its path, and which version of the tasks reads it: another one may think otherwise.</summary>
    public static string Settings(ITaskItem item) => string.Join("|",
        BuildState.Version,
        item.GetMetadata(Severity),
        item.GetMetadata(MaxFileSize),
        item.GetMetadata(MinWidth),
        item.GetMetadata(MinHeight),
        item.GetMetadata(Health));

    /// <summary>What the text of <see cref="Health"/> says; null if it cannot be understood.</summary>
    public static bool? ChecksHealth(string text) => text.ToLowerInvariant() switch
    {
        "true" => true,
        "false" => false,
        _ => null,
    };
}
