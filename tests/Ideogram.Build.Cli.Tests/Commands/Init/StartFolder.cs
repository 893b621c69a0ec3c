using System.Text.Json.Nodes;
using Ideogram.Build.Cli.Tests.World;
using NJsonSchema;
using YamlDotNet.RepresentationModel;

namespace Ideogram.Build.Cli.Tests.Commands.Init;

/// <summary>A repository of images in which <c>init</c> is run.</summary>
internal sealed class StartFolder : IDisposable
{
    private int _images;

    public GitRepository Repository { get; } = new();

    public string Path => Repository.Path;

    public void Images(params string[] paths)
    {
        foreach (var path in paths)
            Repository.Write(path, TestImages.Png(seed: ++_images));
    }

    public void Write(string path, string text) => Repository.Write(path, text);

    public string PathOf(string path) => System.IO.Path.Combine(Path, path);

    public string Read(string path) => File.ReadAllText(PathOf(path));

    public Task<TerminalResult> InitAsync(params string[] arguments) => Terminal.RunAsync(Path, ["init", .. arguments]);

    public async Task<string> ValidateAsync() => (await Terminal.RunAsync(Path, "validate")).Output;

    public async Task FitsTheSchemaAsync(string manifest)
    {
        var schema = await JsonSchema.FromJsonAsync(await File.ReadAllTextAsync(Checkout.PathOf("docs/ideogram.schema.json"),
            TestContext.Current.CancellationToken));
        var yaml = new YamlStream();
        using var text = new StringReader(Read(manifest));
        yaml.Load(text);
        schema.Validate(Json(yaml.Documents[0].RootNode)!.ToJsonString()).ShouldBeEmpty();
    }

    public void Dispose() => Repository.Dispose();

    // Every value that init writes is a text.
    private static JsonNode? Json(YamlNode node) => node switch
    {
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Json)]),
        YamlMappingNode map => new JsonObject(map.Children.Select(c => KeyValuePair.Create(((YamlScalarNode)c.Key).Value!, Json(c.Value)))),
        _ => JsonValue.Create(((YamlScalarNode)node).Value),
    };
}
