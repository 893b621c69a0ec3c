using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ideogram.Build.Datasets;
using Ideogram.Build.Datasets.Manifests;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Uploading;

namespace Ideogram.Build.Sync.Tests.Api;

/// <summary>
/// What the program builds on is in <c>api-facts.json</c>, each fact with its place in Ideogram's own document or the address of its page. The program is held
/// against the list here; CI holds the list against the document.
/// </summary>
[Trait("Category", "Api2026")]
public sealed partial class ApiFactTests
{
    private const string Schemas = "/components/schemas/";

    private static readonly IReadOnlyList<ApiFact> Facts =
        JsonSerializer.Deserialize<List<ApiFact>>(Checkout.Read("tests/Ideogram.Build.Sync.Tests/Api/api-facts.json"), JsonSerializerOptions.Web)!;

    /// <summary>The program's own value, by the end of the fact's place.</summary>
    private static readonly Dictionary<string, object> Values = new(StringComparer.Ordinal)
    {
        ["/servers/0/url"] = IdeogramClientOptions.PublicAddress.OriginalString.TrimEnd('/'),
        ["/parameters/0/schema/maxLength"] = IdeogramLimits.MaxSearchLength,
        ["/DatasetAssetFailureReason/enum"] = FailureReasons.All.Select(f => f.Reason).ToArray(),
        ["/GenerationRejectReason/enum"] = RejectReason.All.Select(r => r.Name).ToArray(),
    };

    public static TheoryData<string, string> Records => new()
    {
        { nameof(DatasetWire), "Dataset" },
        { nameof(DatasetsWire), "ListDatasetsResponse" },
        { nameof(CreateDatasetWire), "CreateDatasetRequest" },
        { nameof(FileWire), "DatasetFile" },
        { nameof(DatasetDetailsWire), "GetDatasetResponse" },
        { nameof(SucceededWire), "DatasetUploadSucceededAsset" },
        { nameof(FailedWire), "DatasetUploadFailedAsset" },
        { nameof(UploadWire), "UploadDatasetAssetsResponse" },
        { nameof(TrainWire), "TrainModelV4AdvancedRequest" },
        { nameof(TrainedWire), "TrainDatasetModelResponse" },
        { nameof(ModelWire), "CustomModel" },
        { nameof(RunWire), "TrainingRun" },
        { nameof(DescribedWire), "DescribeImageIdeogramV4Response" },
        { nameof(ModelsWire), "ListModelsResponse" },
        { nameof(ModelDetailsWire), "GetModelResponse" },
    };

    [Fact]
    public void Every_fact_has_one_place() =>
        Facts.ShouldAllBe(f => f.Fact.EndsWith('.') && (f.At.StartsWith('/') || f.At.StartsWith("https://developer.ideogram.ai/", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Records))]
    public void Every_member_that_is_read_or_sent_is_a_fact(string record, string schema)
    {
        var members = typeof(WireContext).Assembly.GetType($"{typeof(WireContext).Namespace}.{record}", throwOnError: true)!.GetProperties()
            .Where(p => p.Name != "EqualityContract").Select(p => JsonNamingPolicy.SnakeCaseLower.ConvertName(p.Name));

        Members(schema).ShouldBe(members, ignoreOrder: true);
    }

    [Fact]
    public void Every_record_of_the_wire_has_its_schema() => Records.Select(r => r.Data.Item1).ShouldBe(
        typeof(WireContext).Assembly.GetTypes().Where(t => t.Name.EndsWith("Wire", StringComparison.Ordinal)).Select(t => t.Name), ignoreOrder: true);

    [Fact]
    public void The_fields_of_the_forms_are_facts()
    {
        Members("UploadDatasetAssetsRequest").ShouldBe([Form.FilesField]);
        Members("DescribeImageIdeogramV4Request").ShouldBe([Form.ImageField, "include_bbox", "include_style_descriptions"]);
    }

    [Fact]
    public void What_only_version_4_has_is_no_fact_of_version_3_and_no_setting_of_it()
    {
        Members("TrainModelV4AdvancedRequest").Except(Members("TrainModelV3AdvancedRequest")).ShouldBe(["batch_size", "base_variant", "wandb_project"]);

        IsTaken("steps", "200", "ideogram-v3").ShouldBeTrue();
        IsTaken("batch-size", "8", "ideogram-v3").ShouldBeFalse();
        IsTaken("base-variant", "distilled_gd", "ideogram-v3").ShouldBeFalse();
        IsTaken("wandb-project", "acme", "ideogram-v3").ShouldBeFalse();
    }

    [Fact]
    public void Every_call_of_the_client_is_a_fact()
    {
        var calls = Call().Matches(Checkout.Read("src/Ideogram.Build.Sync/Api/IdeogramClient.cs")).Select(m => m.Groups["call"].Value)
            .SelectMany(c => c.Contains("v3|v4", StringComparison.Ordinal)
                ? new[] { "3", "4" }.SelectMany(v => new[] { "", "-advanced" }.Select(a => $"POST /v1/ideogram-v{v}/train-model{a}"))
                : [c.Split('?')[0]]);

        Facts.Select(f => f.Call).OfType<string>().ShouldBe(calls, ignoreOrder: true);
    }

    [Fact]
    public void A_list_or_a_number_of_the_program_is_that_of_the_document()
    {
        foreach (var (place, value) in Values)
            Facts.Single(f => f.At.EndsWith(place, StringComparison.Ordinal)).Value!.Value.GetRawText().Replace(" ", "", StringComparison.Ordinal)
                .Replace("\n", "", StringComparison.Ordinal).ShouldBe(JsonSerializer.Serialize(value), place);
    }

    [Fact]
    public void The_counts_of_images_are_those_of_the_calls()
    {
        Facts.ShouldContain(f => f.Says == $"up to {IdeogramLimits.MaxImages} images");
        Facts.Count(f => f.Says == $"at least {IdeogramLimits.MinTrainingImages} images and a maximum of {IdeogramLimits.MaxImages} images").ShouldBe(2);
        Facts.ShouldContain(f => f.Says == $"max {IdeogramLimits.MaxDescribedBytes / 1_000_000}MB). JPEG, PNG, and WebP");
    }

    [Theory]
    [InlineData("/training_steps/description", "steps", "100 10000 1100", "99 10100 150")]
    [InlineData("/lora_rank/description", "lora-rank", "64 128", "32 96 256")]
    [InlineData("/ema/description", "ema", "0.5 0.9999", "0 1")]
    [InlineData("/learning_rate/description", "learning-rate", "0.0001", "0 -1")]
    [InlineData("/batch_size/description", "batch-size", "1 2 4 8 16 32", "0 3 64")]
    [InlineData("/base_variant/description", "base-variant", "distilled_gd oldbase_farzad_fused", "distilled")]
    [InlineData("/model_name/description", "model-name", "Acme1 Acme-Brand ABCDEFGHIJKLMNOPQRSTUVWXYZabcd", "Acme Acme_Brand ABCDEFGHIJKLMNOPQRSTUVWXYZabcde")]
    public void A_setting_of_a_training_takes_what_its_fact_says(string place, string key, string taken, string refused)
    {
        Facts.ShouldContain(f => f.At.EndsWith(place, StringComparison.Ordinal) && f.Says != null);
        taken.Split(' ').ShouldAllBe(value => IsTaken(key, value));
        refused.Split(' ').ShouldAllBe(value => !IsTaken(key, value));
    }

    private static bool IsTaken(string key, string value, string model = "ideogram-v4")
    {
        var name = key == "model-name" ? "" : "model-name: Acme Brand, ";
        var manifest = $"name: A\nimages: [a.jpg]\ntraining: {{base: {model}, {name}{key}: {value}}}\n";
        return ManifestReader.Read("/r/ideogram.yml", Encoding.UTF8.GetBytes(manifest)).Diagnostics.Count == 0;
    }

    private static IEnumerable<string> Members(string schema)
    {
        var place = $"{Schemas}{schema}/properties/";
        return Facts.Where(f => f.At.StartsWith(place, StringComparison.Ordinal)).Select(f => f.At[place.Length..])
            .Where(m => !m.Contains('/', StringComparison.Ordinal));
    }

    [GeneratedRegex("<summary><c>(?<call>(GET|POST) /[^<]+)</c>", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Call();
}
