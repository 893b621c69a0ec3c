using Ideogram.Build.Cli.Tests.World;

namespace Ideogram.Build.Cli.Tests.Commands.Init;

/// <summary><c>init --dataset</c>: a manifest for what is at Ideogram already.</summary>
[Trait("Category", "Api2026")]
public sealed class InitDatasetTests
{
    [Fact]
    public async Task A_dataset_that_is_there_gets_its_manifest_and_its_files_are_found_in_the_folder()
    {
        await using var scene = await SceneAsync("a.png", "b.png", "gone.png");
        var dataset = scene.Emulator.Datasets().Single();
        scene.Git.Write("photos/c.png", TestImages.Png(seed: 9));
        File.Delete(Path.Combine(scene.Git.Path, "photos", "gone.png"));

        var run = await InitAsync(scene, dataset.Id);
        var plan = await Terminal.RunAsync(scene.Git.Path, scene, "plan");

        run.Code.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("wrote photos/ideogram.yml: dataset \"By hand\", 3 images, 0 captions\n");
        run.Output.ShouldContain("2 of 3 files of the dataset 'By hand' are in the folder:\n");
        run.Output.ShouldContain("  here      a.png = a.png\n  here      b.png = b.png\n  not here  gone.png\n");
        run.Output.ShouldContain("  new       1 image of the folder: an upload adds it\n");
        run.Output.ShouldContain("what happens to them ('foreign', 'update')");
        var manifest = await File.ReadAllTextAsync(Path.Combine(scene.Git.Path, "photos", "ideogram.yml"), TestContext.Current.CancellationToken);
        manifest.ShouldContain($"name: \"By hand\"\nid: \"{dataset.Id}\"\n");
        manifest.ShouldContain("\nforeign: match\n");
        manifest.ShouldContain(", so an edit or a removal is an error while the manifest has an id.\nupdate: auto\n");
        plan.Output.ShouldContain("IDEO4052");
        scene.Emulator.CountRequests("upload").ShouldBe(0);
    }

    [Fact]
    public async Task When_every_file_is_in_the_folder_the_next_upload_adds_what_is_new()
    {
        await using var scene = await SceneAsync("a.png", "b.png");
        scene.Git.Write("photos/c.png", TestImages.Png(seed: 9));

        var run = await InitAsync(scene, "By hand");
        var upload = await Terminal.RunAsync(scene.Git.Path, scene, "upload");

        run.Code.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("2 of 2 files of the dataset 'By hand' are in the folder:\n");
        upload.Output.ShouldContain("1 uploaded, 0 failed, 2 unchanged");
        scene.Emulator.Datasets().Single().Files.Count.ShouldBe(3);
    }

    [Fact]
    public async Task An_unknown_dataset_writes_nothing()
    {
        await using var scene = await SceneAsync("a.png");

        var run = await InitAsync(scene, "nobody-knows-this-one");

        run.Code.ShouldBe(2);
        run.Errors.ShouldContain("No dataset has the name or id 'nobody-knows-this-one'.");
        File.Exists(Path.Combine(scene.Git.Path, "photos", "ideogram.yml")).ShouldBeFalse();
    }

    [Fact]
    public async Task Without_a_key_or_without_Ideogram_nothing_is_written()
    {
        await using var scene = await SceneAsync("a.png");
        var id = scene.Emulator.Datasets().Single().Id;
        var keyless = await Terminal.RunAsync(scene.Git.Path, "init", "photos", "--dataset", id, "--api-url", scene.Address);
        scene.Emulator.SetFaults("status:code=401");

        var refused = await InitAsync(scene, id);

        (keyless.Code, refused.Code).ShouldBe((2, 3));
        refused.Errors.ShouldContain("IDEO5002");
        File.Exists(Path.Combine(scene.Git.Path, "photos", "ideogram.yml")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_dataset_has_a_name_of_its_own()
    {
        await using var scene = await SceneAsync("a.png");

        var run = await Terminal.RunAsync(scene.Git.Path, scene, "init", "photos", "--dataset", "x", "--name", "y");

        run.Code.ShouldBe(2);
        run.Errors.ShouldContain("Give --name or --dataset, not both");
    }

    private static Task<TerminalResult> InitAsync(ActionScene scene, string dataset) =>
        Terminal.RunAsync(scene.Git.Path, scene, "init", "photos", "--dataset", dataset);

    /// <summary>Images in a folder, which somebody has uploaded by hand.</summary>
    private static async Task<ActionScene> SceneAsync(params string[] names)
    {
        var scene = await ActionScene.SetAsync();
        var token = TestContext.Current.CancellationToken;
        using var client = new HttpClient { BaseAddress = scene.Emulator.BaseAddress, DefaultRequestHeaders = { { "Api-Key", ActionScene.Key } } };
        (await client.PostAsync("datasets", new StringContent("{\"name\":\"By hand\"}"), token)).EnsureSuccessStatusCode().Dispose();
        using var files = new MultipartFormDataContent();
        for (var i = 0; i < names.Length; i++)
        {
            var image = TestImages.Png(seed: i + 1);
            scene.Git.Write($"photos/{names[i]}", image);
            files.Add(new ByteArrayContent(image), "files", names[i]);
        }

        var address = new Uri($"datasets/{scene.Emulator.Datasets().Single().Id}/upload_assets", UriKind.Relative);
        (await client.PostAsync(address, files, token)).EnsureSuccessStatusCode().Dispose();
        scene.Emulator.ForgetRequests();
        return scene;
    }
}
