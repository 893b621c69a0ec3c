using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Sync.Planning;
using Ideogram.Build.Sync.Reporting;
using Ideogram.Build.Sync.Tests.Support;
using Ideogram.Build.Sync.Training;
using NJsonSchema;

namespace Ideogram.Build.Sync.Tests.Reporting;

/// <summary>docs/report.schema.json says exactly what the writer writes, and the reader reads it back.</summary>
public sealed class ReportSchemaTests
{
    private static readonly string SchemaText = File.ReadAllText(Checkout.PathOf("docs/report.schema.json"));

    [Fact]
    public async Task Reports_of_every_kind_are_as_the_schema_says()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest("update: keep-stale", "training: {base: ideogram-v4, model-name: Acme Brand}").Images(15).Write("image-01.txt", "One")
            .Write("unsafe.png", TestImages.Png(seed: 99));
        var planned = Report.FromPlan(await scene.Engine().PlanAsync([scene.Validate()], TestContext.Current.CancellationToken), RunKind.Plan,
            DateTimeOffset.UtcNow, TimeSpan.FromMilliseconds(3));
        var failed = await scene.RunAsync();
        File.Delete(Path.Combine(scene.Root, "unsafe.png"));
        scene.Write("image-01.txt", "Another");
        var changed = await scene.RunAsync();
        var plan = await scene.Engine().PlanAsync([scene.Validate()], TestContext.Current.CancellationToken);
        var asked = new TrainingOptions { IsAsked = true, IsAllowed = true };
        var trained = await scene.Engine().TrainAsync(Report.FromPlan(plan, RunKind.Train, DateTimeOffset.UtcNow, default), asked, null,
            TestContext.Current.CancellationToken);
        var schema = await JsonSchema.FromJsonAsync(SchemaText, TestContext.Current.CancellationToken);

        scene.Manifest("foreign: keep");
        scene.Write("image-01.txt", "A third");
        File.Delete(Path.Combine(scene.Root, "image-02.png"));
        var replaced = Report.FromPlan(await scene.Engine().PlanAsync([scene.Validate()], TestContext.Current.CancellationToken), RunKind.Plan,
            DateTimeOffset.UtcNow, default);

        trained.Datasets[0].Training!.Outcome.ShouldBe(TrainingOutcome.Started);
        replaced.Datasets[0].Plan.IsReplacement.ShouldBeTrue();
        foreach (var report in new[] { planned, failed, changed, trained, replaced })
        {
            var json = Json(report);
            schema.Validate(json).ShouldBeEmpty(json);
            Json(JsonReport.Read(Encoding.UTF8.GetBytes(json))).ShouldBe(json);
        }
    }

    [Fact]
    public async Task The_schema_refuses_what_the_writer_never_writes()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest().Images(1);
        var json = Json(await scene.RunAsync());
        var schema = await JsonSchema.FromJsonAsync(SchemaText, TestContext.Current.CancellationToken);
        Action<JsonObject>[] changes =
        [
            r => r["version"] = 2, r => r.Remove("totals"), r => r["surprise"] = 1, r => r["kind"] = "other",
            r => r["datasets"]![0]!["images"]![0]!["sha256"] = "x", r => r["datasets"]![0]!["images"]![0]!["milliseconds"] = -1, r =>
                r["datasets"]![0]!["images"]![0]!["outcome"] = "lost",
        ];

        foreach (var change in changes)
        {
            var report = JsonNode.Parse(json)!.AsObject();
            change(report);
            schema.Validate(report.ToJsonString()).ShouldNotBeEmpty(report.ToJsonString());
        }
    }

    [Theory]
    [InlineData("kind", typeof(RunKind))]
    [InlineData("source", typeof(PlanSource))]
    [InlineData("change", typeof(Change))]
    [InlineData("outcome", typeof(Outcome))]
    [InlineData("outcome", typeof(TrainingOutcome))]
    [InlineData("format", typeof(ImageFormat))]
    public void The_schema_names_every_value_of_the_code(string member, Type type) => Members(JsonNode.Parse(SchemaText)!, member)
        .ShouldContain(values => values.SequenceEqual(Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName)));

    [Fact]
    public void Every_member_has_a_description() =>
        Members(JsonNode.Parse(SchemaText)!).Where(m => m.Value["description"] is null && m.Value["$ref"] is null).Select(m => m.Name).ShouldBeEmpty();

    private static IEnumerable<IEnumerable<string>> Members(JsonNode schema, string name) =>
        Members(schema).Where(m => m.Name == name && m.Value["enum"] is not null).Select(m => m.Value["enum"]!.AsArray().Select(v => v!.GetValue<string>()));

    private static IEnumerable<(string Name, JsonNode Value)> Members(JsonNode schema) =>
        (schema["properties"]?.AsObject() ?? []).Select(p => (p.Key, p.Value!))
            .Concat((schema["definitions"]?.AsObject() ?? []).SelectMany(d => Members(d.Value!)));

    private static string Json(Report report) => Json(ReportDocument.From(report, Path.GetFileName!, new ReportedRun("42", 1)));

    private static string Json(ReportDocument report)
    {
        using var stream = new MemoryStream();
        JsonReport.Write(report, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
