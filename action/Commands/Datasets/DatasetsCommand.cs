using Ideogram.Build.Cli.Commands.Models;
using Ideogram.Build.Cli.Output;
using Ideogram.Build.Sync.Api;

namespace Ideogram.Build.Cli.Commands.Datasets;

/// <summary><c>ideogram-build datasets</c> and <c>datasets show</c>: the account's datasets, and what one holds. Sends nothing.</summary>
internal sealed class DatasetsCommand(AppHost host, Redactor redactor)
{
    private const int Version = 1;

    /// <summary>So many models are asked for; of more, only the ids are said.</summary>
    private const int MaxModels = 50;

    public Task<int> RunAsync(LookupOptions options, CancellationToken cancellationToken) => new ApiCall(host, redactor, options.Api).RunAsync(async client =>
    {
        var listed = await client.ListDatasetsAsync(options.Name ?? "", cancellationToken);
        if (options.Name is not { } name)
        {
            var all = new DatasetsDocument(Version, [.. listed.Select(DatasetDocument.From)]);
            await LookupWriter.WriteAsync(host, redactor, all, options.IsJson ? DatasetJson.Default.DatasetsDocument : null, DatasetText.Write);
            return;
        }

        var dataset = await new NameOrId(name, "dataset").GetAsync(listed, d => (d.Id, d.Name), id => client.GetDatasetAsync(id, cancellationToken));
        var models = await ModelsAsync(client, dataset, cancellationToken);
        var details = new DatasetDetailsDocument(Version, DatasetDocument.From(dataset), [.. dataset.Files.Select(FileDocument.From)], models)
        {
            HiddenModels = [.. dataset.ModelIds.Except(models.Select(m => m.Id), StringComparer.Ordinal)],
        };
        await LookupWriter.WriteAsync(host, redactor, details, options.IsJson ? DatasetJson.Default.DatasetDetailsDocument : null, DatasetText.Write);
    });

    private static async Task<IReadOnlyList<ModelDocument>> ModelsAsync(IdeogramClient client, RemoteDataset dataset, CancellationToken cancellationToken)
    {
        var models = new List<ModelDocument>();
        foreach (var id in dataset.ModelIds.Distinct(StringComparer.Ordinal).Take(MaxModels))
        {
            try
            {
                models.Add(ModelDocument.From(await client.GetModelAsync(id, cancellationToken)));
            }
            catch (IdeogramException e) when (e.ApiFault.Kind is ApiFaultKind.NotFound or ApiFaultKind.Forbidden)
            {
                // It is named, and not shown to this key.
            }
        }

        return models;
    }
}
