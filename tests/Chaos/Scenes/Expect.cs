using System.Globalization;
using System.Text.Json;

namespace Ideogram.Build.Chaos.Scenes;

/// <summary>What a report of a scene must say.</summary>
internal static class Expect
{
    private static readonly string[] Health = ["IDEO203", "IDEO204", "IDEO305", "IDEO403"];

    /// <summary>So many images came to each outcome, and none to another.</summary>
    public static JsonElement Images(this JsonElement dataset, params (string Outcome, int Count)[] wanted)
    {
        var totals = dataset.GetProperty("totals").EnumerateObject().Where(t => t.Value.GetInt32() > 0)
            .ToDictionary(t => t.Name, t => t.Value.GetInt32(), StringComparer.Ordinal);
        Same(string.Join(", ", wanted.Where(w => w.Count > 0).Select(Line).Order(StringComparer.Ordinal)),
            string.Join(", ", totals.Select(t => Line((t.Key, t.Value))).Order(StringComparer.Ordinal)));
        return dataset;
    }

    /// <summary>The problems have these codes. The health of a scene's tiny pictures is no matter here.</summary>
    public static JsonElement Codes(this JsonElement dataset, params string[] codes)
    {
        Same(string.Join(", ", codes.Order(StringComparer.Ordinal)), string.Join(", ", dataset.GetProperty("diagnostics").EnumerateArray()
            .Select(d => d.GetProperty("code").GetString()!).Where(c => !Health.Any(h => c.StartsWith(h, StringComparison.Ordinal)))
            .Distinct().Order(StringComparer.Ordinal)));
        return dataset;
    }

    /// <summary>The outcome of the training.</summary>
    public static JsonElement Training(this JsonElement dataset, string outcome, string? status = null)
    {
        var training = dataset.GetProperty("training");
        Same(outcome, training.GetProperty("outcome").GetString());
        if (status is not null) Same(status, training.GetProperty("status").GetString());
        return dataset;
    }

    /// <summary>What was printed holds a text.</summary>
    public static void Says(string printed, string text)
    {
        if (!printed.Contains(text, StringComparison.Ordinal)) throw new ChaosException($"wanted: {text}\nfound:  {printed}");
    }

    public static string Id(this JsonElement dataset) => dataset.GetProperty("id").GetString() ?? throw new ChaosException("the report has no id");

    public static void Same<T>(T wanted, T found)
    {
        if (!EqualityComparer<T>.Default.Equals(wanted, found)) throw new ChaosException($"wanted: {wanted}\nfound:  {found}");
    }

    private static string Line((string Outcome, int Count) total) => string.Create(CultureInfo.InvariantCulture, $"{total.Count} {total.Outcome}");
}
