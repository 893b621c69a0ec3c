using System.Text;
using Ideogram.Build.Datasets.Validation;
using Ideogram.Build.Emulator;
using Ideogram.Build.Emulator.Ideogram;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Planning;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Sync.Tests.Support;

/// <summary>A repository in a folder of its own and a stand-in of Ideogram on loopback; both go away with the test.</summary>
internal sealed class SyncScene : IAsyncDisposable
{
    public const string Key = "scene-key-0123456789";
    private readonly DirectoryInfo _folder;
    private readonly List<SyncEngine> _engines = [];

    private SyncScene(EmulatorHost host, DirectoryInfo folder, TimeProvider time)
    {
        Host = host;
        Time = time;
        _folder = folder;
        Client = new IdeogramClientOptions(Key)
        {
            BaseAddress = host.BaseAddress,
            RetryDelay = TimeSpan.FromMilliseconds(5),
            Patience = TimeSpan.FromSeconds(5)
        };
    }

    public EmulatorHost Host { get; }

    /// <summary>The clock of the engine and of the stand-in.</summary>
    public TimeProvider Time { get; }

    public IdeogramClientOptions Client { get; set; }

    public SyncOptions Options { get; set; } = new() { SettleWindow = TimeSpan.FromMilliseconds(400), SettleDelay = TimeSpan.FromMilliseconds(10) };

    public string Root => Path.Combine(_folder.FullName, "repository");

    public string ManifestPath => Path.Combine(Root, "ideogram.yml");

    public static async Task<SyncScene> StartAsync(string? faults = null, TimeProvider? time = null)
    {
        time ??= TimeProvider.System;
        var folder = Directory.CreateTempSubdirectory("ideogram-sync-");
        Directory.CreateDirectory(Path.Combine(folder.FullName, "repository", ".git"));
        var host = await EmulatorHost.StartAsync(
            new EmulatorOptions { StateFolder = Path.Combine(folder.FullName, "state"), ApiKey = Key, Faults = faults, TimeProvider = time },
            TestContext.Current.CancellationToken);
        return new SyncScene(host, folder, time);
    }

    public SyncScene Write(string path, byte[] bytes)
    {
        var file = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, bytes);
        return this;
    }

    public SyncScene Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    /// <summary>A manifest of all images in the folder, with more lines if given.</summary>
    public SyncScene Manifest(params string[] lines) => Write("ideogram.yml", string.Join('\n', ["name: Acme", "images: [\"**/*.png\"]", .. lines, ""]));

    /// <summary>PNGs <c>image-01.png</c> and on, no two alike.</summary>
    public SyncScene Images(int count)
    {
        for (var i = 1; i <= count; i++) Write($"image-{i:00}.png", TestImages.Png(seed: i));
        return this;
    }

    public Dataset Validate() => new DatasetValidator(new ValidatorOptions()).Validate(ManifestPath, TestContext.Current.CancellationToken);

    /// <summary>An engine, which goes away with the scene.</summary>
    public SyncEngine Engine()
    {
        var engine = new SyncEngine(Client, Options, Time);
        _engines.Add(engine);
        return engine;
    }

    public async Task<DatasetPlan> PlanAsync() => (await Engine().PlanAsync([Validate()], TestContext.Current.CancellationToken)).Datasets[0];

    public async Task<DatasetReport> UploadAsync() => (await RunAsync()).Datasets[0];

    public async Task<Report> RunAsync(CancellationToken? cancellationToken = null)
    {
        var engine = Engine();
        var plan = await engine.PlanAsync([Validate()], TestContext.Current.CancellationToken);
        return await engine.UploadAsync(plan, null, cancellationToken ?? TestContext.Current.CancellationToken);
    }

    /// <summary>Uploads every <c>ideogram.yml</c> one folder down.</summary>
    public async Task<Report> UploadAllAsync()
    {
        var manifests = Directory.GetDirectories(Root).Select(d => Path.Combine(d, "ideogram.yml")).Where(File.Exists).Order(StringComparer.Ordinal).ToList();
        var engine = Engine();
        var datasets = new DatasetValidator(new ValidatorOptions()).Validate(manifests, TestContext.Current.CancellationToken);
        return await engine.UploadAsync(await engine.PlanAsync(datasets, TestContext.Current.CancellationToken), null, TestContext.Current.CancellationToken);
    }

    /// <summary>The images that the stand-in really holds, whatever it shows.</summary>
    public IReadOnlyList<StoredFile> Stored() => [.. Host.Datasets().SelectMany(d => d.Files)];

    public async ValueTask DisposeAsync()
    {
        _engines.ForEach(e => e.Dispose());
        await Host.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
