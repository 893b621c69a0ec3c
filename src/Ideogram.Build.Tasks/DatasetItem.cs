using System.Globalization;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;
using Microsoft.Build.Framework;

namespace Ideogram.Build.Tasks;

/// <summary>An <c>IdeogramDatasetUpload</c> item: a manifest, and the project's own limits for it.</summary>
/// <param name="Manifest">Full path of the manifest.</param>
/// <param name="Limits">Bounds on top of the manifest's own.</param>
internal sealed record DatasetItem(string Manifest, ExtraLimits Limits)
{
    /// <summary>Whether the build continues despite problems of this dataset.</summary>
    public bool OnlyWarns { get; init; }

    /// <summary>Whether the build also looks for what would spoil a training.</summary>
    public bool ChecksHealth { get; init; }

    /// <summary>What the project file calls the manifest.</summary>
    public string Include { get; init; } = "";

    /// <summary>Full path of the project file that names it.</summary>
    public string Project { get; init; } = "";

    /// <summary>What else the item says; see <see cref="ManifestItem.Settings"/>.</summary>
    public string Settings { get; init; } = "";

    /// <summary>Reads the items; of two with the same manifest the first one counts. Metadata that cannot be understood is an error.</summary>
    public static IReadOnlyList<DatasetItem> Read(IEnumerable<ITaskItem> items, DiagnosticLog log) =>
        [.. ManifestItem.Distinct(items).Select(item => Read(item, log))];

    private static DatasetItem Read(ITaskItem item, DiagnosticLog log)
    {
        var limits = new ExtraLimits(
            Read(item, ManifestItem.MaxFileSize, "a size such as 10MB", ByteSize.Parse, log),
            Read(item, ManifestItem.MinWidth, "a number of pixels", Pixels, log) ?? 0,
            Read(item, ManifestItem.MinHeight, "a number of pixels", Pixels, log) ?? 0);
        return new DatasetItem(ManifestItem.PathOf(item), limits)
        {
            OnlyWarns = Read(item, ManifestItem.Severity, "'error' or 'warning'", IsWarning, log) ?? false,
            ChecksHealth = Read(item, ManifestItem.Health, "'true' or 'false'", ManifestItem.ChecksHealth, log) ?? false,
            Include = item.ItemSpec,
            Project = item.GetMetadata("DefiningProjectFullPath"),
            Settings = ManifestItem.Settings(item),
        };
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
