using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Ideogram.Build.Emulator;

namespace Ideogram.Build.Chaos.Scenes;

/// <summary>A folder with a manifest, and the real program that brings it to the emulator.</summary>
/// <param name="host">The emulator.</param>
/// <param name="address">Where the program finds it, perhaps through a proxy.</param>
internal sealed class SceneStage(EmulatorHost host, Uri address) : IDisposable
{
    public const string Key = "scenes-key-0123456789";
    private const string Settle = "2s";

    private readonly TemporaryFolder _folder = new();
    private int _seed;

    public EmulatorHost Host => host;

    public SceneStage Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    public SceneStage Write(string path, byte[] bytes)
    {
        var file = Path.Combine(_folder.Path, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, bytes);
        return this;
    }

    /// <summary>Writes the manifest: all images of the folder, and more lines.</summary>
    public SceneStage Manifest(string name, params string[] lines) =>
        Write("ideogram.yml", string.Join('\n', [$"name: {name}", "images: ['*.{png,zip}']", .. lines, ""]));

    /// <summary>Writes PNGs, no two alike.</summary>
    public SceneStage Images(params IEnumerable<string> names)
    {
        foreach (var name in names) Write(name, Image());
        return this;
    }

    public byte[] Image() => TestImages.Png(seed: ++_seed);

    public void Delete(string path) => File.Delete(Path.Combine(_folder.Path, path));

    /// <summary>Runs a command on the manifest; it must end with the exit code.</summary>
    /// <returns>The report's only dataset.</returns>
    public Task<JsonElement> RunAsync(int exit, params string[] command) => RunAsync(exit, Key, command);

    public async Task<JsonElement> RunAsync(int exit, string key, string[] command)
    {
        var report = Path.Combine(_folder.Path, ".report.json");
        File.Delete(report);
        string[] settle = command[0] == "plan" ? [] : ["--settle", Settle];
        await StartAsync(exit, key, [.. command, "--report", report, .. settle]);
        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(report));
        return json.RootElement.GetProperty("datasets")[0].Clone();
    }

    /// <summary>Runs a command that writes no report; it must end with the exit code.</summary>
    /// <returns>What it printed.</returns>
    public Task<string> SayAsync(int exit, params string[] command) => StartAsync(exit, Key, command);

    private async Task<string> StartAsync(int exit, string key, string[] command)
    {
        using var process = Process.Start(RealProgram.Built.Start(_folder.Path, key, [.. command, "--api-url", address.AbsoluteUri]))!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == exit ? said[0] : throw new ChaosException(string.Create(
            CultureInfo.InvariantCulture, $"{string.Join(' ', command)} ended with {process.ExitCode} instead of {exit}:\n{string.Concat(said)}"));
    }

    /// <summary>Puts a file into a dataset as somebody else would, under a name of its own.</summary>
    public async Task PutAsync(string dataset, string name, byte[] bytes)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("Api-Key", Key);
        using var file = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } };
        using var body = new MultipartFormDataContent { { file, "files", name } };
        using var answer = await http.PostAsync(new Uri(address, $"datasets/{dataset}/upload_assets"), body);
        answer.EnsureSuccessStatusCode();
    }

    public void Dispose() => _folder.Dispose();
}
