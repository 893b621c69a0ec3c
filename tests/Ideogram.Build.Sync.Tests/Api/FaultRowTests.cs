using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Ideogram.Build.Datasets.Assets.Inspection;
using Ideogram.Build.Datasets.Manifests;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Ideogram.Build.Sync.Tests.Api;

/// <summary>Each row of the fault table, from a real socket.</summary>
[Trait("Category", "Api2026")]
public sealed partial class FaultRowTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>All but what is on disk: that concerns uploads only.</summary>
    public static TheoryData<string> OnTheWire => [.. FaultCases.All.Where(c => c.File is null).Select(c => c.ReportText)];

    public static TheoryData<string> OnDisk => [.. FaultCases.All.Where(c => c.File is not null).Select(c => c.ReportText)];

    [Theory]
    [MemberData(nameof(OnTheWire))]
    public async Task Every_call_tells_every_fault_apart(string words)
    {
        var fault = FaultCases.All.Single(c => c.ReportText == words);
        await using var scene = await SyncScene.StartAsync();
        using var patient = new IdeogramClient(scene.Client, TimeProvider.System);
        var id = (await patient.CreateDatasetAsync("Acme", Token)).Id;
        if (fault.Spec is { } spec) scene.Host.SetFaults(spec);
        await using var socket = fault.Raw is { } raw ? new RawServer(raw, isDeaf: fault.IsTls) : null;
        var address = socket is not null ? new Uri($"{(fault.IsTls ? "https" : "http")}://{socket.Authority}") : fault.Spec is null
            ? new Uri("http://127.0.0.1:1")
            : scene.Client.BaseAddress;
        // Only a timeout has to be short; on a busy machine the other rows must not run into it.
        var timeout = fault.Kind == ApiFaultKind.Timeout ? TimeSpan.FromMilliseconds(300) : TimeSpan.FromSeconds(60);
        using var client = new IdeogramClient(
            scene.Client with
            {
                BaseAddress = address,
                RequestTimeout = timeout,
                UploadTimeout = timeout,
                DescribeTimeout = timeout,
                Patience = TimeSpan.Zero,
                ConnectPatience = TimeSpan.Zero
            }, TimeProvider.System);
        var bytes = new byte[300_000];
        var image = new UploadFile("a.png", "image/png", bytes.Length, () => new MemoryStream(bytes));
        var training = new TrainingSettings { Base = BaseModel.IdeogramV4, ModelName = "Acme Brand" };
        Func<Task>[] calls =
        [
            () => client.ListDatasetsAsync("Acme", Token),
            () => client.GetDatasetAsync(id, Token),
            () => client.CreateDatasetAsync("Acme", Token),
            () => client.UploadAsync(id, [new UploadFile("a.png", "image/png", bytes.Length, () => new MemoryStream(bytes))], null, Token),
            () => client.TrainAsync(id, "Acme Brand", training, Token),
            () => client.DescribeAsync(image, new DescribeFlags(Boxes: true, Style: false), null, Token),
            () => client.ListModelsAsync(Token),
            () => client.GetModelAsync("m", Token),
        ];

        foreach (var call in calls)
        {
            var e = await Should.ThrowAsync<IdeogramException>(call);
            e.ApiFault.Kind.ShouldBe(fault.Kind, e.Message);
            e.ToString().ShouldNotContain(SyncScene.Key);
            e.ApiFault.Text.ShouldNotContain('\n');
            e.ApiFault.Text.Length.ShouldBeLessThan(400);
        }
    }

    [Theory]
    [MemberData(nameof(OnDisk))]
    public async Task A_file_that_changed_on_disk_breaks_its_request_off(string words)
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Write("a.png", TestImages.Png());
        var file = Path.Combine(scene.Root, "a.png");
        var bytes = await File.ReadAllBytesAsync(file, Token);
        using var client = new IdeogramClient(scene.Client, TimeProvider.System);
        var id = (await client.CreateDatasetAsync("Acme", Token)).Id;
        FaultCases.All.Single(c => c.ReportText == words).File!(file);

        // By the hash, and by the checksum that is taken where it is known.
        foreach (uint? checksum in new uint?[] { null, Crc32.Append(0, bytes) })
        {
            var upload = new UploadFile("a.png", "image/png", bytes.Length, () => File.OpenRead(file))
            {
                Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
                Crc32 = checksum
            };

            var e = await Should.ThrowAsync<IdeogramException>(() => client.UploadAsync(id, [upload], null, Token));

            (e.ApiFault.Kind, e.ApiFault.FileName).ShouldBe((ApiFaultKind.FileChanged, "a.png"));
        }

        scene.Stored().ShouldBeEmpty();
    }

    [Fact]
    public void Every_row_of_the_table_has_its_cases_and_the_page_lists_them()
    {
        FaultTable.Rows.Select(r => r.Kind).ShouldBe(Enum.GetValues<ApiFaultKind>(), ignoreOrder: true);
        FaultCases.All.Select(c => c.ReportText).ShouldBeUnique();
        var page = File.ReadAllLines(Checkout.PathOf("docs/faults.md")).Select(l => Named().Match(l)).Where(m => m.Success)
            .ToDictionary(m => m.Groups["kind"].Value, m => m.Groups["cases"].Value.Split("; "), StringComparer.Ordinal);

        foreach (var row in FaultTable.Rows)
            FaultCases.All.Where(c => c.Kind == row.Kind).Select(c => c.ReportText).ShouldBe(page[row.Kind.ToString()], ignoreOrder: true, row.Kind.ToString());
    }

    [Fact]
    public async Task No_connection_is_unreachable_and_given_up_after_its_own_budget()
    {
        using var client = new IdeogramClient(
            new IdeogramClientOptions(SyncScene.Key)
            {
                BaseAddress = new Uri("http://127.0.0.1:1"),
                ConnectPatience = TimeSpan.FromMilliseconds(100),
                RetryDelay = TimeSpan.FromMilliseconds(5)
            }, TimeProvider.System);

        (await Should.ThrowAsync<IdeogramException>(() => client.ListDatasetsAsync("x", Token))).ApiFault.Kind.ShouldBe(ApiFaultKind.Unreachable);
    }

    [Fact]
    public async Task A_certificate_that_is_not_trusted_is_told_with_reason_and_issuer_and_not_tried_again()
    {
        var connections = 0;
        await using var proxy = new RawServer(
            (stream, token) =>
            {
                connections++;
                return UntrustedProxy.AnswerAsync(stream, token);
            },
            isDeaf: true);
        using var client = new IdeogramClient(new IdeogramClientOptions(SyncScene.Key) { BaseAddress = new Uri($"https://{proxy.Authority}") },
            TimeProvider.System);

        var fault = (await Should.ThrowAsync<IdeogramException>(() => client.ListDatasetsAsync("x", Token))).ApiFault;

        fault.Text.ShouldMatch("^127.0.0.1:[0-9]+: certificate not trusted: .*UntrustedRoot.*, issuer CN=Acme Proxy$");
        fault.Treatment.Advice.ShouldContain("SSL_CERT_FILE");
        connections.ShouldBe(1);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_never_followed_so_the_key_goes_nowhere_else(int status)
    {
        await using var elsewhere = await ScriptedServer.StartAsync("""{"datasets": []}""");
        await using var scene = await SyncScene.StartAsync($"status:code={status},location={elsewhere.Address}");
        scene.Manifest().Images(1);

        (await scene.PlanAsync()).Diagnostics.ShouldHoldOnly(ApiRules.Redirected);

        elsewhere.Requests.ShouldBeEmpty();
        scene.Host.CountRequests().ShouldBeLessThan(2, "what redirects once is not asked again");
    }

    [Fact]
    public async Task The_key_is_in_no_message_even_if_the_answer_echoes_it()
    {
        await using var server = await ScriptedServer.StartAsync($$"""{"error": "your key {{SyncScene.Key}} is not nice"}""", StatusCodes.Status400BadRequest);
        using var client = new IdeogramClient(new IdeogramClientOptions(SyncScene.Key) { BaseAddress = server.Address }, TimeProvider.System);

        var e = await Should.ThrowAsync<IdeogramException>(() => client.GetDatasetAsync("x", Token));

        e.ToString().ShouldNotContain(SyncScene.Key);
        e.ApiFault.Text.ShouldContain("***");
    }

    [Fact]
    public async Task No_part_of_the_key_is_left_where_a_long_answer_is_cut()
    {
        // Blanks fold, so what stands late in the answer can come early in the message.
        await using var server = await ScriptedServer.StartAsync(new string(' ', 600) + "x" + new string(' ', 590) + SyncScene.Key,
            StatusCodes.Status400BadRequest);
        using var client = new IdeogramClient(new IdeogramClientOptions(SyncScene.Key) { BaseAddress = server.Address }, TimeProvider.System);

        var e = await Should.ThrowAsync<IdeogramException>(() => client.GetDatasetAsync("x", Token));

        e.ApiFault.Text.ShouldNotContain(SyncScene.Key[..8]);
    }

    [Theory]
    [InlineData("two\nlines")]
    [InlineData("schlüssel")]
    [InlineData("a b")]
    public async Task A_key_that_cannot_be_one_is_refused_and_neither_sent_nor_shown(string key)
    {
        await using var server = await ScriptedServer.StartAsync("""{"datasets": []}""");
        using var client = new IdeogramClient(new IdeogramClientOptions(key) { BaseAddress = server.Address }, TimeProvider.System);

        var e = await Should.ThrowAsync<IdeogramException>(() => client.ListDatasetsAsync("x", Token));

        e.ApiFault.Kind.ShouldBe(ApiFaultKind.KeyRefused);
        e.ToString().ShouldNotContain(key);
        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Captions_may_come_as_text_as_json_or_not_at_all_and_names_may_be_null()
    {
        await using var server = await ScriptedServer.StartAsync("""
            {"dataset": {"dataset_id": "d", "name": "Acme"}, "custom_model_ids": [null, "m"], "surprise": 1,
             "files": [{"file_name": null}, {"file_name": "a.png", "caption": "words"}, {"file_name": "b.png", "caption": {"high_level_description": "x"}},
             {"caption": "\ud800"}, null]}
            """);
        using var client = new IdeogramClient(new IdeogramClientOptions(SyncScene.Key) { BaseAddress = server.Address }, TimeProvider.System);

        var dataset = await client.GetDatasetAsync("d", Token);

        dataset.Files.Select(f => f.Caption).Take(3).ShouldBe([null, "words", """{"high_level_description": "x"}"""]);
        dataset.Files.Count.ShouldBe(5);
        dataset.ModelIds.ShouldBe(["m"]);
    }

    [GeneratedRegex(@"^- \*\*(?<kind>\w+)\*\*: (?<cases>.+)\.$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();
}
