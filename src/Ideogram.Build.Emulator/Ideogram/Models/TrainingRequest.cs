using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Ideogram.Build.Emulator.Ideogram;

/// <summary>The values of a train call, checked as Ideogram's reference states.</summary>
internal sealed partial record TrainingRequest(string DatasetId, string ModelName, Hyperparameters Hyperparameters)
{
    private static readonly string[] OfV4 = ["batch_size", "base_variant", "wandb_project"];

    /// <summary>Reads a call's body; without a request, the reason is what 400 answers.</summary>
    public static (TrainingRequest? Request, string Reason) Read(JsonObject? body, string basis, bool advanced)
    {
        if (body?.Text("dataset_id") is not { } dataset || body.Text("model_name") is not { } name)
            return (null, "dataset_id and model_name are required");
        if (!NameRule().IsMatch(name))
            return (null, "model_name must be 5-30 characters, alphanumeric with spaces and hyphens allowed");
        if (!advanced)
            return (new TrainingRequest(dataset, name, new Hyperparameters()), "");

        if (!Read(body, "training_steps", out int? steps) || steps is < 100 or > 10_000 || steps % 100 is not (null or 0))
            return (null, "training_steps must be between 100 and 10000 and a multiple of 100");
        if (!Read(body, "lora_rank", out int? rank) || rank is not (null or 64 or 128))
            return (null, "lora_rank must be one of 64 or 128");
        if (!Read(body, "ema", out double? ema) || ema is <= 0 or >= 1)
            return (null, "ema must be between 0 and 1 (exclusive)");
        if (!Read(body, "learning_rate", out double? rate) || rate is <= 0)
            return (null, "learning_rate must be greater than 0");

        var request = new TrainingRequest(dataset, name, new Hyperparameters(steps ?? 1000, rank ?? 128, ema, rate));
        return basis == "ideogram-v4" ? ReadV4(body, request) : RefuseV4(body, request);
    }

    private static (TrainingRequest? Request, string Reason) ReadV4(JsonObject body, TrainingRequest request)
    {
        if (!Read(body, "batch_size", out int? batch) || batch is not (null or 1 or 2 or 4 or 8 or 16 or 32))
            return (null, "batch_size must be one of 1, 2, 4, 8, 16, or 32");
        if (!ReadText(body, "base_variant", out var variant) || variant is not (null or "distilled_gd" or "oldbase_farzad_fused"))
            return (null, "base_variant must be one of distilled_gd or oldbase_farzad_fused");
        if (!ReadText(body, "wandb_project", out var project))
            return (null, "wandb_project must be a string");
        return (request with { Hyperparameters = request.Hyperparameters with { BatchSize = batch, BaseVariant = variant, WandbProject = project } }, "");
    }

    // The schema of version 3 does not have them, and forbids nothing: a caller who sends them anyway gets an error.
    private static (TrainingRequest? Request, string Reason) RefuseV4(JsonObject body, TrainingRequest request) =>
        OfV4.FirstOrDefault(body.ContainsKey) is { } name ? (null, $"{name} is not a parameter of ideogram-v3") : (request, "");

    private static bool ReadText(JsonObject body, string name, out string? value)
    {
        value = body.Text(name);
        return value is not null || !body.ContainsKey(name);
    }

    /// <summary>A number that may be missing; false when there is something else in its place.</summary>
    private static bool Read<T>(JsonObject body, string name, out T? value)
        where T : struct
    {
        value = null;
        if (!body.TryGetPropertyValue(name, out var node) || node is null)
            return true;
        if (node is not JsonValue number || !number.TryGetValue(out T found))
            return false;

        value = found;
        return true;
    }

    [GeneratedRegex(@"^[A-Za-z0-9 -]{5,30}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NameRule();
}
