using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ideogram.Build.Cli.GitHub;
using Ideogram.Build.Cli.Output;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Files;
using Ideogram.Build.Datasets.Manifests;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Cli.ActionRuns;

/// <summary>Manifests in groups for <c>strategy.matrix</c>, which takes at most 256 jobs.</summary>
internal static class MatrixGroups
{
    private const int MaxGroups = 256;

    // The report job takes the matrix as an input, which is a variable of its environment: Linux starts no program with one of 128 KiB or more, with its name.
    private const int MaxBytes = 131_072 - 100;
    private const string Separator = "//";

    /// <summary>The matrix as JSON: <c>{"include":[{"name":"…","manifests":"…"}]}</c>.</summary>
    /// <param name="manifests">Paths relative to the working directory.</param>
    /// <exception cref="UsageException">A path has a line break or another character that later jobs could not read.</exception>
    public static string Json(IReadOnlyList<string> manifests)
    {
        foreach (var manifest in manifests)
        {
            if (PlainName.Problem(manifest) is { } problem)
                throw new UsageException($"The path of the manifest, {MessageText.Quote(manifest)}, {problem}. Rename the file or folder.",
                    ManifestRules.NotPlainName);
        }

        var size = Math.Max(1, (manifests.Count + MaxGroups - 1) / MaxGroups);
        var json = Json(manifests.Chunk(size), (group, i) => new Group(group is [var only] ? only : Numbered(i), string.Join('\n', group)));
        if (Encoding.UTF8.GetByteCount(json) > MaxBytes)
            json = Json(manifests.Chunk(size), (group, i) => new Group(Numbered(i), Shorten(group)));
        return Encoding.UTF8.GetByteCount(json) <= MaxBytes
            ? json
            : throw new UsageException($"The paths of {ReportText.Count(manifests.Count, "manifest")} make a matrix of more than "
                + $"{MaxBytes / 1024} KiB, which no "
                + "job can take. Divide the manifests among more workflows, with the input manifests.", GitHubRules.LargeMatrix);
    }

    /// <summary>The paths that a line means: itself, or <c>sets//a//b//ideogram.yml</c> for <c>sets/a/ideogram.yml</c> and
    /// <c>sets/b/ideogram.yml</c>.</summary>
    /// <param name="line">A line of the input <c>manifests</c>.</param>
    public static IEnumerable<string> Expand(string line) => line.Split(Separator) is [var folder, .. var parts, var name] && parts.Length > 0
        ? parts.Select(part => string.Join('/', new[] { folder, part, name }.Where(p => p.Length > 0)))
        : [line];

    private static string Json(IEnumerable<string[]> groups, Func<string[], int, Group> write) =>
        LogText.Json(JsonSerializer.Serialize(new Matrix([.. groups.Select(write)]), MatrixJson.Default.Matrix));

    // Most repositories keep their datasets side by side: what the paths share is written once. No path has an empty part, so two slashes mean nothing else.
    private static string Shorten(string[] group)
    {
        var lines = group.Select(path => path.Split('/')).GroupBy(
            parts => parts.Length < 3 ? string.Join('/', parts) : $"{string.Join('/', parts[..^2])}{Separator}{parts[^1]}",
            parts => parts.Length < 3 ? null : parts[^2]);
        return string.Join('\n', lines.Select(line => line.First() is null
            ? line.Key
            : line.Key.Replace(Separator, $"{Separator}{string.Join(Separator, line)}{Separator}", StringComparison.Ordinal)));
    }

    /// <summary>The manifests that <see cref="Json"/> put into groups, in their order; null if it is not such JSON.</summary>
    public static IReadOnlyList<string>? Manifests(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, MatrixJson.Default.Matrix) is { Include: { } groups } && groups.All(g => g?.Manifests is not null)
                && groups.SelectMany(g => g.Manifests.Split('\n', StringSplitOptions.RemoveEmptyEntries)).SelectMany(Expand).ToList() is var manifests
                    && manifests.TrueForAll(m => PlainName.Problem(m) is null)
                ? manifests
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Numbered(int index) => string.Create(CultureInfo.InvariantCulture, $"group {index + 1}");

    internal sealed record Matrix(IReadOnlyList<Group> Include);

    internal sealed record Group(string Name, string Manifests);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(MatrixGroups.Matrix))]
internal sealed partial class MatrixJson : JsonSerializerContext;
