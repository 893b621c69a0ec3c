using System.Text.Json;
using Ideogram.Build.Emulator;
using Ideogram.Build.Emulator.Ideogram;

namespace Ideogram.Build.Chaos.Sync;

/// <summary>Holds what the emulator really stores, whatever it answered, against the manifest and against the report.</summary>
internal sealed class Audit(Scenario scenario, EmulatorHost host)
{
    private List<StoredFile> Stored => [.. host.Datasets().SelectMany(d => d.Files)];

    /// <summary>Images that are there more often than once.</summary>
    public int Duplicates() => scenario.Images.Keys.Sum(sha => Math.Max(0, Stored.Count(f => f.Sha256 == sha) - 1));

    /// <summary>Images that are not there, or not with their caption.</summary>
    public int Lost() => scenario.Images.Count(image => !Stored.Exists(f => f.Sha256 == image.Key && HasCaption(f, image.Value)));

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
                .Where(i => i.GetProperty("outcome").GetString() is "uploaded" or "unchanged")
                .Select(i => i.GetProperty("sha256").GetString()!)
                .Count(sha => !there.Any(f => f.Sha256 == sha && HasCaption(f, scenario.Images[sha])));
        });
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
