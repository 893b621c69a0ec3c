using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests.Yaml;

namespace Ideogram.Build.Datasets.Manifests;

/// <summary>Reads <c>limits</c>.</summary>
internal static class LimitsReader
{
    public const int MaxPixels = 100_000;

    private static readonly string[] Keys = ["file-size", "total-size", "min-width", "min-height"];

    public static Limits Read(YamlNode node, YamlValues values)
    {
        var limits = new Limits();
        if (values.Object(node, "'limits'", Keys) is not { } keys)
            return limits;

        return limits with
        {
            FileSize = keys.TryGetValue("file-size", out var fileSize) ? Size(fileSize, "'file-size'", values) ?? limits.FileSize : limits.FileSize,
            TotalSize = keys.TryGetValue("total-size", out var totalSize) ? Size(totalSize, "'total-size'", values) ?? limits.TotalSize : limits.TotalSize,
            MinWidth = keys.TryGetValue("min-width", out var width) ? values.Integer(width, "'min-width'", 0, MaxPixels) ?? 0 : 0,
            MinHeight = keys.TryGetValue("min-height", out var height) ? values.Integer(height, "'min-height'", 0, MaxPixels) ?? 0 : 0,
        };
    }

    private static long? Size(YamlNode node, string what, YamlValues values)
    {
        if (node is YamlScalar { Type: YamlScalarType.Text } text)
        {
            if (ByteSize.Parse(text.Text) is { } size and > 0)
                return size;
            values.Report(ManifestRules.OutOfRange, node.Position, $"{what} must be a size such as 25MB (millions of bytes) or 25MiB, above 0, but it is "
                + $"{MessageText.Quote(text.Text)}. Units: B, KB, MB, GB, KiB, MiB, GiB.");
            return null;
        }

        values.WrongType(node, what, "a size with its unit, such as 25MB or 25MiB");
        return null;
    }
}
