using System.Globalization;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests.Yaml;

namespace Ideogram.Build.Datasets.Manifests;

/// <summary>Reads <c>training</c>. Ranges are those of Ideogram's training calls.</summary>
internal static class TrainingReader
{
    private static readonly string[] Keys =
        ["base", "model-name", "start", "steps", "lora-rank", "ema", "learning-rate", "batch-size", "base-variant", "wandb-project"];

    private static readonly int[] LoraRanks = [64, 128];

    private static readonly int[] BatchSizes = [1, 2, 4, 8, 16, 32];

    private static readonly KeyValuePair<string, BaseModel>[] Bases = [new("ideogram-v3", BaseModel.IdeogramV3), new("ideogram-v4", BaseModel.IdeogramV4)];

    private static readonly KeyValuePair<string, BaseVariant>[] BaseVariants =
        [new("distilled_gd", BaseVariant.DistilledGd), new("oldbase_farzad_fused", BaseVariant.OldbaseFarzadFused)];

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
            LoraRank = Get("lora-rank") is { } rank ? OneOf(rank, "'lora-rank'", LoraRanks, values) : null,
            Ema = Get("ema") is { } ema ? values.Number(ema, "'ema'", "above 0 and below 1", v => v is > 0 and < 1) : null,
            LearningRate = Get("learning-rate") is { } rate ? values.Number(rate, "'learning-rate'", "above 0 and at most 1", v => v is > 0 and <= 1) : null,
            BatchSize = GetOfV4("batch-size") is { } batch ? OneOf(batch, "'batch-size'", BatchSizes, values) : null,
            BaseVariant = GetOfV4("base-variant") is { } variant ? values.Choice(variant, "'base-variant'", BaseVariants) : null,
            WandbProject = GetOfV4("wandb-project") is { } project ? NameReader.WandbProject(project, values) : null,
            Position = node.Position,
        };
        return model is null || name is null ? null : settings;

        YamlNode? Get(string key) => keys.TryGetValue(key, out var value) ? value : null;

        YamlNode? GetOfV4(string key)
        {
            if (Get(key) is not { } value || model != BaseModel.IdeogramV3)
                return Get(key);
            values.Report(
                ManifestRules.Contradiction,
                value.Position,
                $"'{key}' is for 'base: ideogram-v4': the training of Ideogram 3 does not have it. Remove it, or set 'base: ideogram-v4'.");
            return null;
        }

        void Require(string key, string why)
        {
            if (!keys.ContainsKey(key))
                values.Report(ManifestRules.MissingKey, node.Position, $"'training' has no '{key}'. {why}");
        }
    }

    private static int? Steps(YamlNode node, YamlValues values)
    {
        if (values.Integer(node, "'steps'", IdeogramLimits.MinSteps, IdeogramLimits.MaxSteps) is not { } steps)
            return null;
        if (steps % IdeogramLimits.MinSteps == 0)
            return steps;

        values.Report(
            ManifestRules.OutOfRange,
            node.Position,
            FormattableString.Invariant($"'steps' must be a multiple of {IdeogramLimits.MinSteps}, but it is {steps}."));
        return null;
    }

    private static int? OneOf(YamlNode node, string what, int[] allowed, YamlValues values)
    {
        if (values.Integer(node, what, 0, int.MaxValue) is not { } number)
            return null;
        if (allowed.Contains(number))
            return number;

        var all = string.Join(", ", allowed.Take(allowed.Length - 1).Select(a => a.ToString(CultureInfo.InvariantCulture)));
        var last = allowed[allowed.Length - 1];
        values.Report(ManifestRules.OutOfRange, node.Position, FormattableString.Invariant($"{what} must be {all} or {last}, but it is {number}."));
        return null;
    }
}
