using System.Globalization;
using System.Text.Json;
using Ideogram.Build.Emulator;
using Ideogram.Build.Emulator.Ideogram;

namespace Ideogram.Build.Chaos.Sync;

/// <summary>Holds what the emulator really stores, whatever it answered, against the manifest and against the report.</summary>
internal sealed class Audit(Scenario scenario, EmulatorHost host)
{
    // With 'update: auto' the highest number that holds anything, whatever the report says; else the one that the report names.
    private IReadOnlyList<StoredFile> Current => (scenario.Update == "auto"
        ? host.Datasets().Where(d => d.Files.Count > 0).MaxBy(d => d.Name == Scenario.Name ? 1 : int.Parse(d.Name[(Scenario.Name.Length + 2)..],
            CultureInfo.InvariantCulture))
        : host.Datasets().FirstOrDefault(d => d.Id == ReportedId()))?.Files ?? [];

    /// <summary>Images that are in the current dataset more often than once.</summary>
    public int Duplicates() => scenario.Images.Keys.Sum(sha => Math.Max(0, Current.Count(f => f.Sha256 == sha) - 1));

    /// <summary>Images that are not in the current dataset, or not with their caption.</summary>
    public int Lost() => scenario.Images.Count(image => !Current.Any(f => f.Sha256 == image.Key && HasCaption(f, image.Value)));

    /// <summary>Images of the current dataset that the manifest no longer has; with <c>keep-stale</c> they may stay.</summary>
    public int Surplus() => scenario.Update == "keep-stale" ? 0 : Current.Count(f => !scenario.Images.ContainsKey(f.Sha256));

    /// <summary>Images that the report calls uploaded or unchanged, and that are not there as it says.</summary>
    public int FalseClaims()
    {
        // A program that was killed may have left none, or the empty one that it begins with.
        if (new FileInfo(scenario.Report) is not { Exists: true, Length: > 0 }) return 0;
        using var report = JsonDocument.Parse(File.ReadAllBytes(scenario.Report));
        return report.RootElement.GetProperty("datasets").EnumerateArray().Sum(dataset =>
        {
            var there = host.Datasets().FirstOrDefault(d => d.Id == dataset.GetProperty("id").GetString())?.Files ?? [];
            return dataset.GetProperty("images").EnumerateArray()
                .Where(i => i.GetProperty("outcome").GetString() is "uploaded" or "captionSent" or "unchanged")
                .Select(i => i.GetProperty("sha256").GetString()!)
                .Count(sha => !there.Any(f => f.Sha256 == sha && HasCaption(f, scenario.Images[sha])));
        });
    }

    private string? ReportedId()
    {
        if (new FileInfo(scenario.Report) is not { Exists: true, Length: > 0 }) return null;
        using var report = JsonDocument.Parse(File.ReadAllBytes(scenario.Report));
        return report.RootElement.GetProperty("datasets")[0].GetProperty("id").GetString();
    }

    private static bool HasCaption(StoredFile file, string? caption)
    {
        if (caption is null || file.Caption is null) return caption is null && file.Caption is null;
        if (!caption.StartsWith('{')) return file.Caption.Trim() == caption.Trim();
        using var wanted = JsonDocument.Parse(caption);
        using var there = JsonDocument.Parse(file.Caption);
        return JsonElement.DeepEquals(wanted.RootElement, there.RootElement);
    }
}
