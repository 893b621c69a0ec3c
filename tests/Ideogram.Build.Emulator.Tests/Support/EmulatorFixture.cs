using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Ideogram.Build.Emulator.Tests.Support;

/// <summary>An emulator on a free port with a state folder of its own, and a client that holds its key.</summary>
internal sealed class EmulatorFixture : IAsyncDisposable
{
    public const string Key = "the-key";

    private EmulatorFixture(EmulatorOptions options) => Options = options;

    public EmulatorOptions Options { get; }

    public EmulatorHost Host { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    public static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<EmulatorFixture> OpenAsync(Func<EmulatorOptions, EmulatorOptions>? change = null)
    {
        var options = new EmulatorOptions { StateFolder = Directory.CreateTempSubdirectory("emulator-").FullName, ApiKey = Key };
        var stage = new EmulatorFixture(change?.Invoke(options) ?? options);
        await stage.StartAsync();
        return stage;
    }

    /// <summary>Stops the emulator and starts another on the same state.</summary>
    public async Task RestartAsync()
    {
        Client.Dispose();
        await Host.DisposeAsync();
        await StartAsync();
    }

    public async Task<string> CreateAsync(string name = "Acme")
    {
        using var answer = await Client.PostAsJsonAsync("/datasets", new { name }, Cancelled);
        return (string)(await BodyAsync(answer))["dataset_id"]!;
    }

    public async Task<HttpResponseMessage> SendFilesAsync(string datasetId, params (string Name, byte[] Bytes)[] files)
    {
        using var form = Form(files);
        return await Client.PostAsync($"/datasets/{datasetId}/upload_assets", form, Cancelled);
    }

    /// <summary>Uploads and returns the answer, which must be 200.</summary>
    public async Task<JsonObject> UploadAsync(string datasetId, params (string Name, byte[] Bytes)[] files)
    {
        using var answer = await SendFilesAsync(datasetId, files);
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        return await BodyAsync(answer);
    }

    public async Task<JsonObject> GetAsync(string path)
    {
        using var answer = await Client.GetAsync(path, Cancelled);
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        return await BodyAsync(answer);
    }

    public static MultipartFormDataContent Form(params (string Name, byte[] Bytes)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, bytes) in files)
            form.Add(new ByteArrayContent(bytes), "files", name);
        return form;
    }

    public static async Task<JsonObject> BodyAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancelled))!;

    public static (string Name, byte[] Bytes)[] Pngs(int count, int from = 0) =>
        [.. Enumerable.Range(from, count).Select(i => ($"image-{i:000}.png", TestImages.Png(seed: i)))];

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Host.DisposeAsync();
        Directory.Delete(Options.StateFolder, recursive: true);
    }

    private async Task StartAsync()
    {
        Host = await EmulatorHost.StartAsync(Options, Cancelled);
        Client = new HttpClient { BaseAddress = Host.BaseAddress };
        Client.DefaultRequestHeaders.Add("Api-Key", Key);
        Client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("tests", "1"));
    }
}
