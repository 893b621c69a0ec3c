using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ideogram.Build.Cli.Output;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Files;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Cli.ActionRuns;

/// <summary>Manifests in groups for <c>strategy.matrix</c>, which takes at most 256 jobs.</summary>
internal static class MatrixGroups
{
    private const int MaxGroups = 256;

    /// <summary>The matrix as JSON: <c>{"include":[{"name":"…","manifests":"…"}]}</c>.</summary>
    /// <param name="manifests">Paths relative to the working directory.</param>
    /// <exception cref="UsageException">A path has a line break or something else in it that no other job could take apart.</exception>
    public static string Json(IReadOnlyList<string> manifests)
    {
        foreach (var manifest in manifests)
        {
            if (PlainName.Problem(manifest) is { } problem)
                throw new UsageException($"The path of the manifest, {MessageText.Quote(manifest)}, {problem}. Rename the file or folder.",
                    ManifestRules.NotPlainName);
        }

        var size = Math.Max(1, (manifests.Count + MaxGroups - 1) / MaxGroups);
        var groups = manifests.Chunk(size).Select((group, i) => new Group(Name(group, i), string.Join('\n', group)));
        return LogText.Json(JsonSerializer.Serialize(new Matrix([.. groups]), MatrixJson.Default.Matrix));
    }

    /// <summary>The manifests that <see cref="Json"/> put into groups, in their order; null if it is no such JSON.</summary>
    public static IReadOnlyList<string>? Manifests(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, MatrixJson.Default.Matrix) is { Include: { } groups } && groups.All(g => g?.Manifests is not null)
                && groups.SelectMany(g => g.Manifests.Split('\n', StringSplitOptions.RemoveEmptyEntries)).ToList() is var manifests
                    && manifests.TrueForAll(m => PlainName.Problem(m) is null)
                ? manifests
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Name(string[] group, int index) => group is [var only] ? only : string.Create(CultureInfo.InvariantCulture, $"group {index + 1}");

    internal sealed record Matrix(IReadOnlyList<Group> Include);

    internal sealed record Group(string Name, string Manifests);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(MatrixGroups.Matrix))]
internal sealed partial class MatrixJson : JsonSerializerContext;
