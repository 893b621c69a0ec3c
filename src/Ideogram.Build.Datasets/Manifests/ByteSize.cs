using System.Globalization;

namespace Ideogram.Build.Datasets.Manifests;

/// <summary>Reads sizes as people write them: <c>25MB</c> (millions of bytes), <c>25MiB</c> (1,048,576 bytes each).</summary>
public static class ByteSize
{
    private static readonly KeyValuePair<string, long>[] Units =
    [
        new("KiB", 1L << 10), new("MiB", 1L << 20), new("GiB", 1L << 30), new("KB", 1_000), new("MB", 1_000_000), new("GB", 1_000_000_000), new("B", 1),
    ];

    /// <summary>The size in bytes, or null if the text is not a number with a unit. Parts of a byte are dropped; bytes themselves have none.</summary>
    /// <param name="text">A number and a unit.</param>
    public static long? Parse(string text)
    {
        foreach (var unit in Units)
        {
            if (!text.EndsWith(unit.Key, StringComparison.Ordinal))
                continue;

            var number = text.Substring(0, text.Length - unit.Key.Length);
            if (number.EndsWith(' '))
                number = number.Substring(0, number.Length - 1);
            return IsDecimal(number) && (unit.Value > 1 || !number.Contains('.', StringComparison.Ordinal))
                && decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
                ? (long)decimal.Truncate(value * unit.Value)
                : null;
        }

        return null;
    }

    /// <summary>The size for messages, in the larger of the decimal units: "25 MB", "1.5 GB".</summary>
    /// <param name="bytes">The size in bytes.</param>
    public static string Format(long bytes) => bytes switch
    {
        >= 1_000_000_000 => string.Format(CultureInfo.InvariantCulture, "{0:0.##} GB", bytes / 1e9),
        >= 1_000_000 => string.Format(CultureInfo.InvariantCulture, "{0:0.##} MB", bytes / 1e6),
        >= 1_000 => string.Format(CultureInfo.InvariantCulture, "{0:0.##} KB", bytes / 1e3),
        1 => "1 byte",
        _ => string.Format(CultureInfo.InvariantCulture, "{0} bytes", bytes),
    };

    // At most nine digits before the point and three after it: no overflow, and the same pattern as in the JSON Schema.
    private static bool IsDecimal(string number)
    {
        var parts = number.Split('.');
        return parts.Length <= 2 && parts[0].Length is > 0 and <= 9 && parts.All(p => p.Length > 0 && p.All(c => c is >= '0' and <= '9'))
            && (parts.Length == 1 || parts[1].Length <= 3);
    }
}
