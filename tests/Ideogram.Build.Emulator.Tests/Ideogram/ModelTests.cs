using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ideogram.Build.Emulator.Tests.Support;

namespace Ideogram.Build.Emulator.Tests.Ideogram;

[Trait("Category", "Api2026")]
public sealed class ModelTests
{
    [Theory]
    [InlineData("/v1/ideogram-v3/train-model")]
    [InlineData("/v1/ideogram-v4/train-model")]
    [InlineData("/v1/ideogram-v3/train-model-advanced")]
    [InlineData("/v1/ideogram-v4/train-model-advanced")]
    public async Task A_training_goes_on_with_the_clock_and_ends_with_a_uri(string path)
    {
        await using var stage = await EmulatorFixture.OpenAsync(options =>
            options with { TimeProvider = new TurnedClock(), TrainingTime = TimeSpan.FromMinutes(10) });
        var dataset = await FilledAsync(stage, 15);

        var started = await TrainAsync(stage, path, new { dataset_id = dataset, model_name = "Acme Brand" });

        ((string?)started["training_status"]).ShouldBe("CREATING");
        ((string?)started["dataset_id"]).ShouldBe(dataset);
        var id = (string?)started["model_id"];
        (await stage.GetAsync($"/datasets/{dataset}"))["custom_model_ids"]!.AsArray().Select(model => (string?)model).ShouldBe([id]);

        stage.Host.AdvanceClock(TimeSpan.FromMinutes(5));
        var model = (await stage.GetAsync($"/models/{id}"))["model"]!;
        ((string?)model["status"]).ShouldBe("TRAINING");
        model["custom_model_uri"].ShouldBeNull();
        ((string?)model["training_runs"]![0]!["status"]).ShouldBe("TRAINING");

        stage.Host.AdvanceClock(TimeSpan.FromMinutes(5));
        model = (await stage.GetAsync($"/models/{id}"))["model"]!;
        ((string?)model["status"]).ShouldBe("COMPLETED");
        ((string?)model["custom_model_uri"]).ShouldBe("model/acme-brand/version/1");
        ((bool)model["is_available_for_generation"]!).ShouldBeTrue();
    }

    [Theory]
    [InlineData(14, HttpStatusCode.BadRequest)]
    [InlineData(15, HttpStatusCode.OK)]
    public async Task A_training_wants_15_images(int images, HttpStatusCode expected)
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        var dataset = await FilledAsync(stage, images);

        using var answer = await stage.Client.PostAsJsonAsync("/v1/ideogram-v4/train-model", new { dataset_id = dataset, model_name = "Acme Brand" },
            EmulatorFixture.Cancelled);

        answer.StatusCode.ShouldBe(expected);
    }

    [Theory]
    [InlineData("""{"model_name": "Acme"}""")]
    [InlineData("""{"model_name": "Acme Brand, the second of 2026"}""")]
    [InlineData("""{"model_name": "Äcme Brand"}""")]
    [InlineData("""{"model_name": "0123456789012345678901234567890"}""")]
    [InlineData("""{"training_steps": 50}""")]
    [InlineData("""{"training_steps": 150}""")]
    [InlineData("""{"training_steps": 10100}""")]
    [InlineData("""{"training_steps": "1000"}""")]
    [InlineData("""{"lora_rank": 32}""")]
    [InlineData("""{"ema": 1}""")]
    [InlineData("""{"ema": 0}""")]
    [InlineData("""{"learning_rate": 0}""")]
    [InlineData("""{"batch_size": 3}""")]
    [InlineData("""{"batch_size": "8"}""")]
    [InlineData("""{"base_variant": "distilled-gd"}""")]
    [InlineData("""{"wandb_project": 5}""")]
    public async Task A_hyperparameter_or_name_out_of_its_bounds_answers_400(string change)
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        var body = new JsonObject { ["dataset_id"] = await FilledAsync(stage, 15), ["model_name"] = "Acme Brand" };
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject())
            body[name] = value?.DeepClone();

        using var answer = await stage.Client.PostAsJsonAsync("/v1/ideogram-v4/train-model-advanced", body, EmulatorFixture.Cancelled);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        stage.Host.Models().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"batch_size": 8}""")]
    [InlineData("""{"base_variant": "distilled_gd"}""")]
    [InlineData("""{"wandb_project": "acme"}""")]
    public async Task What_only_version_4_has_answers_400_at_version_3(string change)
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        var body = new JsonObject { ["dataset_id"] = await FilledAsync(stage, 15), ["model_name"] = "Acme Brand" };
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject())
            body[name] = value?.DeepClone();

        using var third = await stage.Client.PostAsJsonAsync("/v1/ideogram-v3/train-model-advanced", body, EmulatorFixture.Cancelled);
        using var fourth = await stage.Client.PostAsJsonAsync("/v1/ideogram-v4/train-model-advanced", body, EmulatorFixture.Cancelled);

        third.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        fourth.StatusCode.ShouldBe(HttpStatusCode.OK);
        stage.Host.Models().ShouldHaveSingleItem().Base.ShouldBe("ideogram-v4");
    }

    [Fact]
    public async Task A_run_can_fail_while_its_model_goes_on_saying_TRAINING()
    {
        await using var stage = await EmulatorFixture.OpenAsync(
            options => options with { TimeProvider = new TurnedClock(), TrainingTime = TimeSpan.FromMinutes(10) });
        var started = await TrainAsync(stage, "/v1/ideogram-v4/train-model", new { dataset_id = await FilledAsync(stage, 15), model_name = "Acme Brand" });
        var id = (string)started["model_id"]!;

        using var set = await stage.Client.PutAsync($"/_emulator/models/{id}/run?status=FAILED", null, EmulatorFixture.Cancelled);
        using var wrong = await stage.Client.PutAsync($"/_emulator/models/{id}/run?status=ERRORED", null, EmulatorFixture.Cancelled);
        stage.Host.AdvanceClock(TimeSpan.FromHours(1));

        (set.StatusCode, wrong.StatusCode).ShouldBe((HttpStatusCode.NoContent, HttpStatusCode.BadRequest));
        var model = (await stage.GetAsync($"/models/{id}"))["model"]!;
        ((string?)model["status"]).ShouldBe("TRAINING");
        ((string?)model["training_runs"]![0]!["status"]).ShouldBe("FAILED");
    }

    [Fact]
    public async Task An_unknown_dataset_or_model_answers_404()
    {
        await using var stage = await EmulatorFixture.OpenAsync();

        using var trained = await stage.Client.PostAsJsonAsync("/v1/ideogram-v4/train-model", new { dataset_id = "x", model_name = "Acme Brand" },
            EmulatorFixture.Cancelled);
        using var got = await stage.Client.GetAsync("/models/x", EmulatorFixture.Cancelled);

        trained.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        got.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("", 2)]
    [InlineData("?scope=owned", 2)]
    [InlineData("?scope=shared", 0)]
    [InlineData("?status=ERRORED", 1)]
    [InlineData("?scope=owned&status=ERRORED&status=CREATING", 2)]
    [InlineData("?status=COMPLETED", 0)]
    public async Task The_list_of_models_is_filtered_by_scope_and_status(string query, int expected)
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        var dataset = await FilledAsync(stage, 15);
        await TrainAsync(stage, "/v1/ideogram-v4/train-model", new { dataset_id = dataset, model_name = "First one" });
        var second = await TrainAsync(stage, "/v1/ideogram-v3/train-model", new { dataset_id = dataset, model_name = "Second one" });
        stage.Host.SetModelStatus((string)second["model_id"]!, "ERRORED").ShouldBeTrue();

        (await stage.GetAsync($"/models{query}"))["models"]!.AsArray().Count.ShouldBe(expected);
    }

    [Fact]
    public async Task Two_trainings_of_one_name_are_two_models()
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        var dataset = await FilledAsync(stage, 15);

        await TrainAsync(stage, "/v1/ideogram-v4/train-model", new { dataset_id = dataset, model_name = "Acme Brand" });
        await TrainAsync(stage, "/v1/ideogram-v4/train-model", new { dataset_id = dataset, model_name = "Acme Brand" });

        stage.Host.Models().Count.ShouldBe(2);
    }

    private static async Task<string> FilledAsync(EmulatorFixture stage, int images)
    {
        var id = await stage.CreateAsync();
        await stage.UploadAsync(id, EmulatorFixture.Pngs(images));
        return id;
    }

    private static async Task<JsonObject> TrainAsync(EmulatorFixture stage, string path, object body)
    {
        using var answer = await stage.Client.PostAsJsonAsync(path, body, EmulatorFixture.Cancelled);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await EmulatorFixture.BodyAsync(answer);
    }
}
