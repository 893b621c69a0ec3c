using System.Text;
using System.Text.Json;

namespace Ideogram.Build.Chaos.Scenes;

/// <summary>What a user does with datasets and trainings, one scene each, without faults but for the reasons that files are refused for.</summary>
internal static class AllScenes
{
    private const string Structured = """
        { "high_level_description": "A fox", "compositional_deconstruction": { "background": "snow", "elements": [
          { "type": "obj", "desc": "A fox", "bbox": [0, 0, 500, 1000] } ] } }
        """;

    public static IReadOnlyList<(string Name, Func<SceneStage, Task> Play)> List { get; } =
    [
        ("auto: an addition, an edit, a removal, and back again", AutoAsync),
        ("additive: images, captions of both kinds, an archive; then nothing; then one more; then an edit that is refused", AdditiveAsync),
        ("a pinned id", PinnedAsync),
        ("more images than one batch", BatchesAsync),
        ("keep-stale: an edited caption, a removed image", KeepStaleAsync),
        ("revision: two sets, and the first again", RevisionAsync),
        ("a caption that is missing there", MissingCaptionAsync),
        ("foreign files: refuse, keep, match", ForeignAsync),
        ("training: started by the upload, followed, found again, once more", TrainingAsync),
        ("training: v3 and v4 with all their settings, a run that fails", AdvancedTrainingAsync),
        ("captions by Ideogram: counted, written, uploaded, and asked for once", CaptionAsync),
        ("looking around: datasets, models, and a manifest for what is there", LookAroundAsync),
        ("every reason that a file can be refused for", ReasonsAsync),
        ("an unknown id, a wrong key", RefusedAsync),
        ("accents written in two ways: a path, a glob, a caption, two names", AccentsAsync),
    ];

    private static async Task AutoAsync(SceneStage stage)
    {
        stage.Manifest("Auto").Images("a.png", "b.png", "c.png").Write("a.txt", "Before");
        var first = (await stage.RunAsync(0, "upload")).Images(("uploaded", 3)).Id();
        stage.Images("d.png").Write("b.txt", "A caption for what is there");
        Expect.Same(first, (await stage.RunAsync(0, "upload")).Images(("uploaded", 1), ("captionSent", 1), ("unchanged", 2)).Id());
        stage.Write("a.txt", "After").Delete("c.png");
        Expect.Same("Auto v2", (await stage.RunAsync(0, "plan")).Images(("planned", 3)).GetProperty("name").GetString());
        var second = (await stage.RunAsync(0, "upload")).Images(("uploaded", 3)).Id();
        (await stage.RunAsync(0, "plan", "--check")).Codes();
        stage.Write("a.txt", "Before");
        var third = (await stage.RunAsync(0, "upload")).Images(("uploaded", 3)).Id();
        Expect.Same(3, new[] { first, second, third }.Distinct(StringComparer.Ordinal).Count());
        stage.Manifest("Auto", $"id: {third}").Images("e.png");
        Expect.Same(third, (await stage.RunAsync(0, "upload")).Images(("uploaded", 1), ("unchanged", 3)).Id());
        stage.Delete("e.png");
        (await stage.RunAsync(1, "upload")).Codes("IDEO4061");
    }

    private static async Task AdditiveAsync(SceneStage stage)
    {
        stage.Manifest("Additive", "update: additive").Images("a.png", "b.png", "c.png").Write("a.txt", "ReportText\n").Write("b.json", Structured)
            .Write("shoot.zip", TestZip.Create(("d.png", stage.Image()), ("d.txt", Encoding.UTF8.GetBytes("From an archive"))));
        (await stage.RunAsync(0, "plan")).Images(("planned", 4));
        (await stage.RunAsync(1, "plan", "--check")).Images(("planned", 4));
        (await stage.RunAsync(0, "upload")).Images(("uploaded", 4)).Codes();
        (await stage.RunAsync(0, "plan", "--check")).Codes();
        (await stage.RunAsync(0, "upload")).Images(("unchanged", 4));
        stage.Images("e.png");
        (await stage.RunAsync(0, "upload")).Images(("uploaded", 1), ("unchanged", 4));
        stage.Write("a.txt", "Other words");
        (await stage.RunAsync(1, "upload")).Codes("IDEO4050");
    }

    private static async Task PinnedAsync(SceneStage stage)
    {
        stage.Manifest("Pinned").Images("a.png");
        var id = (await stage.RunAsync(0, "upload")).Id();
        stage.Manifest("Pinned", $"id: {id}").Images("b.png");
        Expect.Same(id, (await stage.RunAsync(0, "upload")).Images(("uploaded", 1), ("unchanged", 1)).Id());
    }

    private static async Task BatchesAsync(SceneStage stage)
    {
        stage.Manifest("Batches").Images(Enumerable.Range(0, 45).Select(i => $"{i:00}.png"));
        (await stage.RunAsync(0, "upload")).Images(("uploaded", 45));
    }

    private static async Task KeepStaleAsync(SceneStage stage)
    {
        stage.Manifest("Stale", "update: keep-stale").Images("a.png", "b.png").Write("a.txt", "Before");
        await stage.RunAsync(0, "upload");
        stage.Write("a.txt", "After").Delete("b.png");
        (await stage.RunAsync(0, "upload")).Images(("captionSent", 1));
    }

    private static async Task RevisionAsync(SceneStage stage)
    {
        stage.Manifest("Revision", "update: revision").Images("a.png", "b.png");
        var first = (await stage.RunAsync(0, "upload")).Images(("uploaded", 2)).Id();
        stage.Write("a.txt", "A caption makes another set");
        var second = (await stage.RunAsync(0, "upload")).Images(("uploaded", 2)).Id();
        stage.Delete("a.txt");
        var third = (await stage.RunAsync(0, "upload")).Images(("unchanged", 2)).Id();
        Expect.Same(false, first == second);
        Expect.Same(first, third);
    }

    private static async Task MissingCaptionAsync(SceneStage stage)
    {
        stage.Manifest("Missing caption").Images("a.png", "b.png");
        await stage.RunAsync(0, "upload");
        stage.Write("a.json", Structured);
        (await stage.RunAsync(0, "plan")).Images(("planned", 1), ("unchanged", 1));
        (await stage.RunAsync(0, "upload")).Images(("captionSent", 1), ("unchanged", 1));
    }

    private static async Task ForeignAsync(SceneStage stage)
    {
        var mine = stage.Image();
        stage.Manifest("Foreign").Images("a.png");
        var id = (await stage.RunAsync(0, "upload")).Id();
        await stage.PutAsync(id, "IMG_1.png", mine);
        stage.Images("b.png");
        (await stage.RunAsync(1, "upload")).Codes("IDEO4052");
        stage.Manifest("Foreign", "foreign: keep");
        (await stage.RunAsync(0, "upload")).Images(("uploaded", 1), ("unchanged", 1));
        stage.Manifest("Foreign", "foreign: match").Write("IMG_1.png", mine).Write("IMG_1.txt", "A caption for it");
        (await stage.RunAsync(0, "upload")).Images(("captionSent", 1), ("unchanged", 2));
    }

    private static async Task TrainingAsync(SceneStage stage)
    {
        stage.Manifest("Training", "update: revision", "training: { base: ideogram-v4, model-name: Scene Model, start: on-change }").Images(Fifteen());
        (await stage.RunAsync(0, "upload")).Images(("uploaded", 15));
        (await stage.RunAsync(0, "upload", "--allow-training")).Images(("unchanged", 15)).Training("started");
        stage.Host.AdvanceClock(TimeSpan.FromHours(1));
        (await stage.RunAsync(0, "train", "--wait")).Training("alreadyTrained", "COMPLETED");
        (await stage.RunAsync(0, "upload", "--allow-training")).Training("alreadyTrained");
        (await stage.RunAsync(0, "train", "--again")).Training("started");
    }

    private static async Task AdvancedTrainingAsync(SceneStage stage)
    {
        stage.Manifest("Advanced", "training: { base: ideogram-v3, model-name: Scene Three, steps: 500 }").Images(Fifteen());
        await stage.RunAsync(0, "upload");
        (await stage.RunAsync(0, "train")).Training("started");
        stage.Manifest("Advanced", "training: { base: ideogram-v4, model-name: Scene Four, steps: 500, lora-rank: 64, ema: 0.99, learning-rate: 0.0001, "
            + "batch-size: 16, base-variant: oldbase_farzad_fused, wandb-project: scenes }");
        var model = (await stage.RunAsync(0, "train")).Training("started").GetProperty("training").GetProperty("modelId").GetString()!;
        stage.Host.SetRunStatus(model, "FAILED");
        (await stage.RunAsync(1, "train", "--wait")).Training("alreadyTrained").Codes("IDEO5204");
        stage.Host.AdvanceClock(TimeSpan.FromHours(1));
    }

    private static async Task CaptionAsync(SceneStage stage)
    {
        stage.Manifest("Caption").Images("a.png", "b.png", "c.png", "unsafe.png").Write("a.txt", "By hand");
        Expect.Says(await stage.SayAsync(0, "caption", "--dry-run"), "3 images without a caption, 3 paid calls");
        Expect.Says(await stage.SayAsync(0, "caption", "--yes", "--max", "1", "--no-boxes"), "1 caption written, 0 errors");
        stage.Delete("unsafe.png");
        Expect.Says(await stage.SayAsync(0, "caption", "--yes", "--style"), "1 caption written, 0 errors");
        Expect.Says(await stage.SayAsync(0, "caption", "--yes"), "0 images without a caption, 0 paid calls");
        (await stage.RunAsync(0, "upload")).Images(("uploaded", 3)).Codes();
        (await stage.RunAsync(0, "plan", "--check")).Codes();
    }

    private static async Task LookAroundAsync(SceneStage stage)
    {
        stage.Manifest("Look around", "training: { base: ideogram-v4, model-name: Scene Look }").Images(Fifteen()).Write("00.txt", "Zero");
        var id = (await stage.RunAsync(0, "upload")).Id();
        var model = (await stage.RunAsync(0, "train")).GetProperty("training").GetProperty("modelName").GetString()!;
        Expect.Says(await stage.SayAsync(0, "datasets"), $"dataset 'Look around' ({id})");
        Expect.Says(await stage.SayAsync(0, "datasets", "show", "Look around"), "15 of 100 images, 15 uploaded by this tool, 1 caption, 1 model");
        Expect.Says(await stage.SayAsync(0, "datasets", "show", id, "--format", "json"), "\"caption\":\"Zero\"");
        Expect.Says(await stage.SayAsync(0, "models"), $"model '{model}'");
        Expect.Says(await stage.SayAsync(0, "models", "show", model), $"  dataset  'Look around' ({id})");
        await stage.SayAsync(2, "models", "show", "nobody-knows-this-one");
        stage.Delete("ideogram.yml");
        Expect.Says(await stage.SayAsync(0, "init", "--dataset", id, "--no-workflow"), "15 of 15 files of the dataset 'Look around' are in the folder");
        (await stage.RunAsync(0, "plan", "--check")).Codes();
    }

    private static async Task ReasonsAsync(SceneStage stage)
    {
        string[] reasons = ["FAILED_SAFETY_CHECK", "FILE_TOO_LARGE", "INTERNAL_ERROR", "INVALID_CAPTION", "INVALID_CAPTION_JSON", "INVALID_IMAGE",
            "INVALID_ZIP", "TOO_MANY_IMAGES"];
        stage.Manifest("Reasons").Images(["0.png", .. reasons.Select((_, i) => $"reason-{i}.png")]);
        stage.Host.SetFaults(string.Join(';', reasons.Select((reason, i) => $"refuse:reason={reason},containing=reason-{i}-,route=upload")));
        var dataset = (await stage.RunAsync(1, "upload")).Images(("uploaded", 1), ("failed", reasons.Length));
        stage.Host.SetFaults("");
        var told = dataset.GetProperty("images").EnumerateArray().Select(i => i.GetProperty("reason")).Where(r => r.ValueKind == JsonValueKind.String)
            .Select(r => r.GetString()!);
        Expect.Same(string.Join(", ", reasons), string.Join(", ", told.Order(StringComparer.Ordinal)));
    }

    private static async Task RefusedAsync(SceneStage stage)
    {
        stage.Manifest("Refused", "id: nobody-knows-this-one").Images("a.png");
        (await stage.RunAsync(1, "upload")).Codes("IDEO4055");
        (await stage.RunAsync(3, "another-key-0123456789", ["upload"])).Codes("IDEO5002");
    }

    // The program has no data of the operating system about characters; the tests of the rooms run with it.
    private static async Task AccentsAsync(SceneStage stage)
    {
        stage.Write("ideogram.yml", "name: Accents\ncaptions: required\nrules: { IDEO2039: none }\n"
                + "images:\n  - cafe\u0301.png\n  - caf\u00E9s/*.png\n  - twin*.png\n")
            .Images("caf\u00E9.png", "twin\u00E9.png", "twine\u0301.png", "cafe\u0301s/a.png").Write("twin\u00E9.txt", "A caption");
        var dataset = (await stage.RunAsync(1, "plan")).Codes("IDEO1025", "IDEO1026", "IDEO3007", "IDEO4007");
        foreach (var problem in dataset.GetProperty("diagnostics").EnumerateArray().Select(d => d.GetProperty("message").GetString()!))
            Expect.Same("the accents are written in two ways", problem.Contains("the accents are written in two ways", StringComparison.Ordinal)
                ? "the accents are written in two ways" : problem);
    }

    private static IEnumerable<string> Fifteen() => Enumerable.Range(0, 15).Select(i => $"{i:00}.png");
}
