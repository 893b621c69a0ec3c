using System.Globalization;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;
using Microsoft.Build.Framework;

namespace Ideogram.Build.Tasks;

/// <summary>An <c>IdeogramDatasetUpload</c> item: a manifest, and what the project asks beyond it.</summary>
/// <param name="Manifest">Full path of the manifest.</param>
/// <param name="Limits">Bounds on top of the manifest's own.</param>
internal sealed record DatasetItem(string Manifest, ExtraLimits Limits)
{
    /// <summary>Whether problems of this dataset let the build go on.</summary>
    public bool OnlyWarns { get; init; }

    /// <summary>Full paths of the manifests, each once. MSBuild resolves them against the project, whatever the current folder is.</summary>
    public static IReadOnlyList<string> Manifests(IEnumerable<ITaskItem> items) => [.. items.Select(ManifestOf).Distinct(StringComparer.Ordinal)];

    /// <summary>Reads the items; of two with the same manifest the first one counts. Metadata that cannot be understood is an error.</summary>
    public static IReadOnlyList<DatasetItem> Read(IEnumerable<ITaskItem> items, DiagnosticLog log) =>
        [.. items.GroupBy(ManifestOf, StringComparer.Ordinal).Select(g => Read(g.Key, g.First(), log))];

    private static string ManifestOf(ITaskItem item) => item.GetMetadata("FullPath");

    private static DatasetItem Read(string manifest, ITaskItem item, DiagnosticLog log)
    {
        var limits = new ExtraLimits(
            Read(item, "MaxFileSize", "a size such as 10MB", ByteSize.Parse, log),
            Read(item, "MinWidth", "a number of pixels", Pixels, log) ?? 0,
            Read(item, "MinHeight", "a number of pixels", Pixels, log) ?? 0);
        return new DatasetItem(manifest, limits) { OnlyWarns = Read(item, "Severity", "'error' or 'warning'", IsWarning, log) ?? false };
    }

    private static T? Read<T>(ITaskItem item, string name, string expected, Func<string, T?> parse, DiagnosticLog log)
        where T : struct
    {
        var text = item.GetMetadata(name).Trim();
        if (text.Length == 0)
            return null;

        var value = parse(text);
        if (value is null)
            log.Say(BuildRules.BadMetadata.At(item.GetMetadata("DefiningProjectFullPath"), Position.Start, $"{name} of the IdeogramDatasetUpload "
                + $"{MessageText.Quote(item.ItemSpec)} must be {expected}, but it is {MessageText.Quote(text)}."));
        return value;
    }

    private static int? Pixels(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) ? pixels : null;

    private static bool? IsWarning(string text) => text.ToLowerInvariant() switch
    {
        "warning" => true,
        "error" => false,
        _ => null,
    };
}
