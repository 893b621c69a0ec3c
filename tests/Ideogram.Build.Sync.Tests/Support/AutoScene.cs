using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Reporting;
using Ideogram.Build.Sync.Uploading;

namespace Ideogram.Build.Sync.Tests.Support;

/// <summary>What the tests of <c>update: auto</c> share.</summary>
internal static class AutoScene
{
    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public static void Edit(SyncScene scene, string file, string? text)
    {
        if (text is null) File.Delete(Path.Combine(scene.Root, file));
        else scene.Write(file, text);
    }

    public static string TextOf(RunKind kind, Report report)
    {
        using var text = new StringWriter();
        TextReport.Write(ReportDocument.From(report with { Kind = kind }, Path.GetFileName), text);
        return text.ToString();
    }

    public static IReadOnlyList<string> Held(SyncScene scene, string name) =>
        [.. scene.Host.Datasets().Where(d => d.Name == name).SelectMany(d => d.Files).Select(f => $"{f.Name[..8]}: {f.Caption}").Order(StringComparer.Ordinal)];

    public static async Task PutAsync(IdeogramClient client, string id, string name)
    {
        var bytes = TestImages.Png(seed: 77);
        await client.UploadAsync(id, [new UploadFile(name, "image/png", bytes.Length, () => new MemoryStream(bytes))], null, Token);
    }
}
