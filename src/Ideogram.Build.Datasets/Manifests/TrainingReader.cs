using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests.Yaml;

namespace Ideogram.Build.Datasets.Manifests;

/// <summary>Reads <c>training</c>. Ranges are those of Ideogram's training calls.</summary>
internal static class TrainingReader
{
    private static readonly string[] Keys = ["base", "model-name", "start", "steps", "lora-rank", "ema", "learning-rate"];

    private static readonly KeyValuePair<string, BaseModel>[] Bases = [new("ideogram-v3", BaseModel.IdeogramV3), new("ideogram-v4", BaseModel.IdeogramV4)];

    private static readonly KeyValuePair<string, TrainingStart>[] Starts = [new("manual", TrainingStart.Manual), new("on-change", TrainingStart.OnChange)];

    public static TrainingSettings? Read(YamlNode node, YamlValues values)
    {
        if (values.Object(node, "'training'", Keys) is not { } keys)
            return null;

        Require("base", "It is ideogram-v3 or ideogram-v4.");
        Require("model-name", "It is the trained model's name.");
        var model = Get("base") is { } b ? values.Choice(b, "'base'", Bases) : null;
        var name = Get("model-name") is { } n ? NameReader.ModelName(n, values) : null;
        var settings = new TrainingSettings
        {
            Base = model ?? BaseModel.IdeogramV4,
            ModelName = name ?? "",
            Start = Get("start") is { } start ? values.Choice(start, "'start'", Starts) ?? default : default,
            Steps = Get("steps") is { } steps ? Steps(steps, values) : null,
            LoraRank = Get("lora-rank") is { } rank ? LoraRank(rank, values) : null,
            Ema = Get("ema") is { } ema ? values.Number(ema, "'ema'", "above 0 and below 1", v => v is > 0 and < 1) : null,
            LearningRate = Get("learning-rate") is { } rate ? values.Number(rate, "'learning-rate'", "above 0 and at most 1", v => v is > 0 and <= 1) : null,
            Position = node.Position,
        };
        return model is null || name is null ? null : settings;

        YamlNode? Get(string key) => keys.TryGetValue(key, out var value) ? value : null;

        void Require(string key, string why)
        {
            if (!keys.ContainsKey(key))
                values.Report(ManifestRules.MissingKey, node.Position, $"'training' has no '{key}'. {why}");
        }
    }

    private static int? Steps(YamlNode node, YamlValues values)
    {
        if (values.Integer(node, "'steps'", 100, 10_000) is not { } steps)
            return null;
        if (steps % 100 == 0)
            return steps;

        values.Report(ManifestRules.OutOfRange, node.Position, FormattableString.Invariant($"'steps' must be a multiple of 100, but it is {steps}."));
        return null;
    }

    private static int? LoraRank(YamlNode node, YamlValues values)
    {
        if (values.Integer(node, "'lora-rank'", 0, int.MaxValue) is not { } rank)
            return null;
        if (rank is 64 or 128)
            return rank;

        values.Report(ManifestRules.OutOfRange, node.Position, FormattableString.Invariant($"'lora-rank' must be 64 or 128, but it is {rank}."));
        return null;
    }
}
