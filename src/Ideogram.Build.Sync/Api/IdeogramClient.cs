using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Ideogram.Build.Datasets;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;
using Ideogram.Build.Sync.Naming;

namespace Ideogram.Build.Sync.Api;

/// <summary>
/// The calls of Ideogram's datasets API that this project needs, as its public documents describe them. Reads are retried while the fault
/// can pass. A request that writes is repeated only if it cannot have been carried out; otherwise its <see cref="IdeogramException"/> is thrown.
/// </summary>
public sealed class IdeogramClient : IDisposable
{
    private readonly IdeogramClientOptions _options;
    private readonly TimeProvider _time;
    private readonly HttpClient _http;
    private readonly bool _isKeyUsable;
    private readonly AnswerReader _answers;
    // Who may not send for a while may still look what has arrived.
    private readonly Retry _reads;
    private readonly Retry _writes;
    private readonly CertificateCheck _certificates = new();

    /// <summary>A client for one account.</summary>
    /// <param name="options">Address, key and time limits.</param>
    /// <param name="time">The clock for timeouts and pauses.</param>
    public IdeogramClient(IdeogramClientOptions options, TimeProvider time)
    {
        _options = options;
        _time = time;
        _answers = new AnswerReader(options.Redactor);
        (_reads, _writes) = (new Retry(options, time), new Retry(options, time));
#pragma warning disable CA2000 // The client owns the handler and disposes it.
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = options.RequestTimeout,
            SslOptions = _certificates.Options,
            // Plain http is for this machine only: a proxy in the environment must not read the key.
            UseProxy = !options.BaseAddress.IsLoopback,
        })
#pragma warning restore CA2000
        {
            BaseAddress = options.BaseAddress,
            // Each request has a time limit of its own: the default of 100 s kills large uploads.
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _isKeyUsable = options.ApiKey.Length > 0 && options.ApiKey.All(c => c is > ' ' and < '\x7f');
        if (_isKeyUsable) _http.DefaultRequestHeaders.Add("Api-Key", options.ApiKey);
        _http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("ideogram-build", typeof(IdeogramClient).Assembly.GetName().Version?.ToString(3)));
        _http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
    }

    /// <summary><c>GET /datasets?search=</c>: datasets whose name holds the text, in any letter case.</summary>
    /// <param name="search">The text; what is longer than <see cref="IdeogramLimits.MaxSearchLength"/> is cut.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="IdeogramException">The request failed.</exception>
    public async Task<IReadOnlyList<DatasetSummary>> ListDatasetsAsync(string search, CancellationToken cancellationToken)
    {
        var address = $"datasets?search={Uri.EscapeDataString(CodePoint.Cut(search, IdeogramLimits.MaxSearchLength))}";
        var answer = await ReadAsync(address, WireContext.Default.DatasetsWire, cancellationToken).ConfigureAwait(false);
        return answer.Datasets is { } list
            ? [.. list.Select(WireMapping.Summary)]
            : throw AnswerReader.NotUnderstood("the list of datasets has no 'datasets'");
    }

    /// <summary><c>GET /datasets/{id}</c>: a dataset and its files.</summary>
    /// <param name="id">Ideogram's id.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="IdeogramException">The request failed; <see cref="ApiFaultKind.NotFound"/> for an unknown id.</exception>
    public async Task<RemoteDataset> GetDatasetAsync(string id, CancellationToken cancellationToken) => WireMapping.Dataset(
        await ReadAsync($"datasets/{Uri.EscapeDataString(id)}", WireContext.Default.DatasetDetailsWire, cancellationToken).ConfigureAwait(false));

    /// <summary><c>POST /datasets</c>: creates a dataset, even if one of that name exists.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="IdeogramException">The request failed, or its answer was lost and it may have succeeded.</exception>
    public async Task<DatasetSummary> CreateDatasetAsync(string name, CancellationToken cancellationToken) => WireMapping.Summary(await WriteAsync(
        () => new HttpRequestMessage(HttpMethod.Post, "datasets") { Content = Json(new CreateDatasetWire(name), WireContext.Default.CreateDatasetWire) },
        WireContext.Default.DatasetWire, _options.RequestTimeout, tries: null, cancellationToken).ConfigureAwait(false));

    /// <summary><c>POST /datasets/{id}/upload_assets</c>: sends images and sidecars in one request, streamed.</summary>
    /// <param name="id">The dataset's id.</param>
    /// <param name="files">The files, each caption beside its image.</param>
    /// <param name="tries">Slows the attempts down together with others; null for none.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="IdeogramException">The request failed, or its answer was lost and it may have succeeded.</exception>
    public async Task<UploadAnswer> UploadAsync(string id, IReadOnlyList<UploadFile> files, IUploadThrottle? tries, CancellationToken cancellationToken)
    {
        var answer = await WriteAsync(
            () => new HttpRequestMessage(HttpMethod.Post, $"datasets/{Uri.EscapeDataString(id)}/upload_assets") { Content = Form.OfFiles(files) },
            WireContext.Default.UploadWire, _options.UploadTimeout, tries, cancellationToken).ConfigureAwait(false);
        if (answer.SuccessfulAssets is null && answer.FailedAssets is null) throw AnswerReader.NotUnderstood("the answer to an upload has no lists of assets");
        var failed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var asset in answer.FailedAssets ?? [])
            if (asset?.FileName is { } name) failed[name] = _answers.Clean(asset.FailureReason ?? "");
        return new UploadAnswer((answer.SuccessfulAssets ?? []).Select(a => a?.FileName).OfType<string>().ToHashSet(StringComparer.Ordinal), failed);
    }

    /// <summary><c>POST /v1/ideogram-v3|v4/train-model</c>, or <c>…-advanced</c> where hyperparameters are given: starts a training, which costs
    /// money.</summary>
    /// <param name="datasetId">The dataset to train from.</param>
    /// <param name="modelName">The model's name: 5 to 30 letters, digits, blanks and hyphens.</param>
    /// <param name="training">Base and hyperparameters.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="IdeogramException">The request failed, or its answer was lost and it may have succeeded.</exception>
    public async Task<RemoteModel> TrainAsync(string datasetId, string modelName, TrainingSettings training, CancellationToken cancellationToken)
    {
        var order = new TrainWire(datasetId, modelName)
        {
            TrainingSteps = training.Steps,
            LoraRank = training.LoraRank,
            Ema = training.Ema,
            LearningRate = training.LearningRate,
            BatchSize = training.BatchSize,
            BaseVariant = training.BaseVariant switch { null => null, BaseVariant.DistilledGd => "distilled_gd", _ => "oldbase_farzad_fused" },
            WandbProject = training.WandbProject,
        };
        var isPlain = order == new TrainWire(datasetId, modelName);
        var address = $"v1/{(training.Base == BaseModel.IdeogramV3 ? "ideogram-v3" : "ideogram-v4")}/train-model{(isPlain ? "" : "-advanced")}";
        var answer = await WriteAsync(
            () => new HttpRequestMessage(HttpMethod.Post, address) { Content = Json(order, WireContext.Default.TrainWire) },
            WireContext.Default.TrainedWire, _options.RequestTimeout, tries: null, cancellationToken).ConfigureAwait(false);
        return WireMapping.Model(new ModelWire(answer.ModelId, answer.ModelName ?? modelName, answer.TrainingStatus, null));
    }

    /// <summary><c>POST /v2/image/describe/ideogram-4</c>: a structured caption of an image (Ideogram's V4JsonPrompt), which costs money.</summary>
    /// <param name="image">The image, at most <see cref="IdeogramLimits.MaxDescribedBytes"/>.</param>
    /// <param name="flags">What the caption holds.</param>
    /// <param name="tries">Limits every attempt; null for no limit.</param>
    /// <param name="cancellationToken">Breaks the request off; it may be billed all the same.</param>
    /// <returns>The caption's JSON as it came; nothing of it is checked but that it is an object.</returns>
    /// <exception cref="IdeogramException">It did not work; or it may have, and the answer was lost.</exception>
    public async Task<string> DescribeAsync(UploadFile image, DescribeFlags flags, IUploadThrottle? tries, CancellationToken cancellationToken)
    {
        var answer = await WriteAsync(
            () => new HttpRequestMessage(HttpMethod.Post, "v2/image/describe/ideogram-4") { Content = Form.OfImage(image, flags) },
            WireContext.Default.DescribedWire, _options.DescribeTimeout, tries, cancellationToken).ConfigureAwait(false);
        return answer.JsonPrompt is { ValueKind: JsonValueKind.Object } caption
            ? caption.GetRawText()
            : throw AnswerReader.NotUnderstood("the answer to a describe call has no 'json_prompt'");
    }

    /// <summary><c>GET /models?scope=owned</c>: the account's own models.</summary>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="IdeogramException">The request failed.</exception>
    public async Task<IReadOnlyList<RemoteModel>> ListModelsAsync(CancellationToken cancellationToken) =>
        (await ReadAsync("models?scope=owned", WireContext.Default.ModelsWire, cancellationToken).ConfigureAwait(false)).Models is { } models
            ? [.. models.Select(WireMapping.Model)]
            : throw AnswerReader.NotUnderstood("the list of models has no 'models'");

    /// <summary><c>GET /models/{id}</c>: a model.</summary>
    /// <param name="id">Ideogram's id.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="IdeogramException">The request failed; <see cref="ApiFaultKind.NotFound"/> for an unknown id.</exception>
    public async Task<RemoteModel> GetModelAsync(string id, CancellationToken cancellationToken) =>
        WireMapping.Model((
            await ReadAsync($"models/{Uri.EscapeDataString(id)}", WireContext.Default.ModelDetailsWire, cancellationToken).ConfigureAwait(false)).Model);

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    // With a known length: not every gateway takes a body in chunks.
    private static ByteArrayContent Json<T>(T value, JsonTypeInfo<T> type) =>
        new(JsonSerializer.SerializeToUtf8Bytes(value, type)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

    private Task<T> ReadAsync<T>(string address, JsonTypeInfo<T> type, CancellationToken cancellationToken) where T : class => _reads.RunAsync(
        token => SendAsync(() => new HttpRequestMessage(HttpMethod.Get, address), type, _options.RequestTimeout, _reads, token),
        _ => true, null, cancellationToken);

    private Task<T> WriteAsync<T>(Func<HttpRequestMessage> request, JsonTypeInfo<T> type, TimeSpan timeout, IUploadThrottle? tries,
        CancellationToken cancellationToken)
        where T : class => _writes.RunAsync(
            async token =>
            {
                using var turn = tries is null ? null : await tries.BeginAsync(token).ConfigureAwait(false);
                return await SendAsync(request, type, timeout, _writes, token).ConfigureAwait(false);
            },
            fault => !fault.Treatment.MayHaveLanded, tries is null ? null : tries.Failed, cancellationToken);

    private async Task<T> SendAsync<T>(Func<HttpRequestMessage> create, JsonTypeInfo<T> type, TimeSpan timeout, Retry retry,
        CancellationToken cancellationToken)
        where T : class
    {
        if (!_isKeyUsable)
            throw new IdeogramException(new ApiFault(ApiFaultKind.KeyRefused, "the key is empty or has characters that a key cannot have, "
                + "so it was not sent"));
        await retry.WaitAsync(cancellationToken).ConfigureAwait(false);
        using var deadline = new CancellationTokenSource(timeout, _time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            using var request = create();
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, linked.Token).ConfigureAwait(false);
            return await _answers.ReadAsync(response, type, _time, linked.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not IdeogramException && Unwrap<SentFileChangedException>(e) is { } changed)
        {
            throw new IdeogramException(new ApiFault(ApiFaultKind.FileChanged, changed.Message) { FileName = changed.FileName }, changed);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IdeogramException(new ApiFault(ApiFaultKind.Timeout, $"no answer within {timeout.TotalSeconds:0.###} seconds"), e);
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.SecureConnectionError && _certificates.Problem is { } problem)
        {
            throw new IdeogramException(new ApiFault(ApiFaultKind.CertificateRefused, $"{_options.BaseAddress.Authority}: {_answers.Clean(problem)}"), e);
        }
        catch (HttpRequestException e)
        {
            var kind = e.HttpRequestError switch
            {
                HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError
                    or HttpRequestError.ProxyTunnelError => ApiFaultKind.Unreachable,
                HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded => ApiFaultKind.NotUnderstood,
                _ => ApiFaultKind.ConnectionLost,
            };
            throw new IdeogramException(new ApiFault(kind, $"{_options.BaseAddress.Authority}: {_answers.Clean(e.Message)}"), e);
        }
        catch (Exception e) when (e is IOException or HttpProtocolException)
        {
            throw new IdeogramException(new ApiFault(ApiFaultKind.ConnectionLost, $"{_options.BaseAddress.Authority}: {_answers.Clean(e.Message)}"), e);
        }
    }

    private static T? Unwrap<T>(Exception? e) where T : Exception
    {
        while (e is not null and not T) e = e.InnerException;
        return e as T;
    }
}
