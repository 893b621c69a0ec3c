using Ideogram.Build.Cli.Output;
using Ideogram.Build.Sync.Api;

namespace Ideogram.Build.Cli.Commands.Models;

/// <summary><c>ideogram-build models</c> and <c>models show</c>: the account's own models, and what is known of one. Sends nothing.</summary>
internal sealed class ModelsCommand(AppHost host, Redactor redactor)
{
    private const int Version = 1;

    public Task<int> RunAsync(LookupOptions options, CancellationToken cancellationToken) => new ApiCall(host, redactor, options.Api).RunAsync(async client =>
    {
        var listed = await client.ListModelsAsync(cancellationToken);
        if (options.Name is not { } name)
        {
            var all = new ModelsDocument(Version, [.. listed.Select(ModelDocument.From)]);
            await LookupWriter.WriteAsync(host, redactor, all, options.IsJson ? ModelJson.Default.ModelsDocument : null, ModelText.Write);
            return;
        }

        var model = await new NameOrId(name, "model").GetAsync(listed, m => (m.Id, m.Name), id => client.GetModelAsync(id, cancellationToken));
        var details = new ModelDetailsDocument(
            Version, ModelDocument.From(model), await DatasetAsync(client, model, cancellationToken), [.. model.Runs.Select(RunDocument.From)]);
        await LookupWriter.WriteAsync(host, redactor, details, options.IsJson ? ModelJson.Default.ModelDetailsDocument : null, ModelText.Write);
    });

    // Of a model that others shared, the dataset is theirs.
    private static async Task<string?> DatasetAsync(IdeogramClient client, RemoteModel model, CancellationToken cancellationToken)
    {
        if (model.DatasetId is not { } id)
            return null;
        try
        {
            return (await client.GetDatasetAsync(id, cancellationToken)).Name;
        }
        catch (IdeogramException e) when (e.ApiFault.Kind is ApiFaultKind.NotFound or ApiFaultKind.Forbidden)
        {
            return null;
        }
    }
}
