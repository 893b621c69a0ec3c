using System.Text.Json.Nodes;
using Ideogram.Build.Cli.Tests.World;
using NJsonSchema;

namespace Ideogram.Build.Cli.Tests.Commands.Lookups;

/// <summary><c>datasets</c> and <c>models</c>: what is there, without a manifest, and without sending anything.</summary>
[Trait("Category", "Api2026")]
public sealed class LookupTests
{
    private const string Trained = "update: revision\ntraining: {base: ideogram-v4, model-name: Acme Brand}\n";

    [Fact]
    public async Task The_datasets_of_the_account_are_listed_and_one_is_shown_by_name_or_id()
    {
        await using var scene = await FilledAsync();
        var dataset = scene.Emulator.Datasets().Single();

        var list = await Terminal.RunAsync(scene.Git.Path, scene, "datasets");
        var byName = await ShowAsync(scene, "datasets", dataset.Name);
        var byId = await ShowAsync(scene, "datasets", dataset.Id);

        list.Code.ShouldBe(0, list.Errors);
        list.Output.ShouldBe($"dataset '{dataset.Name}' ({dataset.Id}), made {dataset.CreatedAt:yyyy-MM-dd}\nideogram: 1 dataset\n");
        byName.Output.ShouldBe(byId.Output);
        byName.Output.ShouldContain($"  this tool  {dataset.Files[0].Name} (");
        byName.Output.ShouldContain("): A red fox\n");
        byName.Output.ShouldContain("  foreign    IMG_1.png (");
        byName.Output.ShouldContain("): no caption\n");
        byName.Output.ShouldContain("  model 'Acme Brand ");
        byName.Output.ShouldEndWith("ideogram: 16 of 100 images, 15 uploaded by this tool, 1 caption, 1 model\n");
        scene.Emulator.Requests.ShouldAllBe(r => r.Method == "GET");
    }

    [Fact]
    public async Task The_models_of_the_account_are_listed_and_one_is_shown_with_runs_dataset_set_and_address()
    {
        await using var scene = await FilledAsync();
        var (model, dataset) = (scene.Emulator.Models().Single(), scene.Emulator.Datasets().Single());
        var created = await ShowAsync(scene, "models", model.Name);
        scene.Emulator.AdvanceClock(TimeSpan.FromHours(1));

        var list = await Terminal.RunAsync(scene.Git.Path, scene, "models");
        var completed = await ShowAsync(scene, "models", model.Id);

        created.Output.ShouldContain($"model '{model.Name}' ({model.Id}): CREATING, made ");
        created.Output.ShouldContain($"  dataset  '{dataset.Name}' ({dataset.Id})\n");
        created.Output.ShouldContain($"  set      {model.Name[^8..]}\n");
        created.Output.ShouldContain("  address  none yet\n");
        created.Output.ShouldContain($"  run      {model.Id}-run-1: PREPARING_DATA, made ");
        created.Output.ShouldContain(", 1000 steps, LoRA rank 128\n");
        list.Output.ShouldContain($"model '{model.Name}' ({model.Id}): COMPLETED, made ");
        list.Output.ShouldEndWith(", model/" + model.Name.Replace(' ', '-').ToLowerInvariant() + "/version/1\nideogram: 1 model\n");
        completed.Output.ShouldContain("  address  model/");
        scene.Emulator.Requests.ShouldAllBe(r => r.Method == "GET");
    }

    [Fact]
    public async Task The_json_of_each_is_as_its_schema_says()
    {
        await using var scene = await FilledAsync();
        var schema = await JsonSchema.FromFileAsync(Checkout.PathOf("docs/lookup.schema.json"), TestContext.Current.CancellationToken);
        var model = scene.Emulator.Models().Single().Name;
        foreach (var arguments in new string[][] { ["datasets"], ["models"], ["datasets", "show", Name(scene)], ["models", "show", model] })
        {
            var (code, output, errors) = await RunAsync(scene, [.. arguments, "--format", "json"]);

            code.ShouldBe(0, errors);
            schema.Validate(output).ShouldBeEmpty(output);
        }

        var shown = JsonNode.Parse((await RunAsync(scene, ["datasets", "show", Name(scene), "--format", "json"])).Output)!;
        shown["files"]!.AsArray().Count(f => f!["byThisTool"]!.GetValue<bool>()).ShouldBe(15);
        shown["files"]!.AsArray().Select(f => (string?)f!["caption"]).OfType<string>().ShouldBe(["A red fox"]);
    }

    [Fact]
    public async Task Several_of_one_name_are_listed_and_none_is_guessed()
    {
        await using var scene = await ActionScene.SetAsync();
        using var client = new HttpClient { BaseAddress = scene.Emulator.BaseAddress, DefaultRequestHeaders = { { "Api-Key", ActionScene.Key } } };
        for (var i = 0; i < 2; i++)
        {
            using var body = new StringContent("{\"name\":\"Twin\"}");
            (await client.PostAsync("datasets", body, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode().Dispose();
        }

        var run = await ShowAsync(scene, "datasets", "Twin");

        run.Code.ShouldBe(2);
        run.Errors.ShouldStartWith("2 datasets are called 'Twin'. Give the id of the right one: ");
        foreach (var dataset in scene.Emulator.Datasets())
            run.Errors.ShouldContain(dataset.Id);
    }

    [Theory]
    [InlineData("datasets", "dataset")]
    [InlineData("models", "model")]
    public async Task What_is_not_there_is_said_so(string command, string kind)
    {
        await using var scene = await ActionScene.SetAsync();

        var run = await ShowAsync(scene, command, "Nobody knows");

        run.Code.ShouldBe(2);
        run.Errors.ShouldBe($"No {kind} has the name or id 'Nobody knows'. 'ideogram-build {command}' lists those of the key's account.\n");
    }

    [Theory]
    [InlineData("datasets")]
    [InlineData("models")]
    public async Task A_key_that_is_refused_is_one_coded_line_and_exit_3(string command)
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Emulator.SetFaults("status:code=401");

        var run = await Terminal.RunAsync(scene.Git.Path, scene, command);

        run.Code.ShouldBe(3);
        run.Output.ShouldBeEmpty();
        run.Errors.ShouldStartWith("ideogram-build : error IDEO5002: Ideogram answered 401: Emulated fault 401. Put a valid key");
    }

    [Fact]
    public async Task Names_and_captions_of_others_cannot_speak_to_a_log()
    {
        await using var scene = await FilledAsync();
        scene.Emulator.SetFaults("member:name=name,value=x%0A::error::y;member:name=file_name,value=::add-mask::z;member:name=caption,value=\u001b[2J,add=yes");

        var list = await Terminal.RunAsync(scene.Git.Path, scene, "datasets");
        var shown = await ShowAsync(scene, "datasets", scene.Emulator.Datasets().Single().Id);

        foreach (var run in new[] { list, shown })
        {
            run.Output.ShouldNotContain("\n::");
            run.Output.ShouldNotContain("\u001b");
        }
    }

    private static string Name(ActionScene scene) => scene.Emulator.Datasets().Single().Name;

    private static Task<TerminalResult> ShowAsync(ActionScene scene, string command, string name) => RunAsync(scene, [command, "show", name]);

    private static Task<TerminalResult> RunAsync(ActionScene scene, string[] arguments) => Terminal.RunAsync(
        scene.Git.Path,
        new Dictionary<string, string>(StringComparer.Ordinal) { ["IDEOGRAM_API_KEY"] = ActionScene.Key },
        [.. arguments, "--api-url", scene.Address]);

    /// <summary>A dataset with a caption, a file of others and a model.</summary>
    private static async Task<ActionScene> FilledAsync()
    {
        var scene = await ActionScene.SetAsync();
        scene.Begin(15, Trained);
        scene.Git.Write("brand/photos/p1.txt", "A red fox");
        (await Terminal.RunAsync(scene.Git.Path, scene, "upload")).Code.ShouldBe(0);
        (await Terminal.RunAsync(scene.Git.Path, scene, "train")).Code.ShouldBe(0);
        using var client = new HttpClient { BaseAddress = scene.Emulator.BaseAddress, DefaultRequestHeaders = { { "Api-Key", ActionScene.Key } } };
        using var foreign = new MultipartFormDataContent { { new ByteArrayContent(TestImages.Png(seed: 77)), "files", "IMG_1.png" } };
        var address = new Uri($"datasets/{scene.Emulator.Datasets().Single().Id}/upload_assets", UriKind.Relative);
        (await client.PostAsync(address, foreign, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode().Dispose();
        scene.Emulator.ForgetRequests();
        return scene;
    }
}
