using Ideogram.Build.Emulator.Faults;
using Ideogram.Build.Emulator.Ideogram.Uploads;

namespace Ideogram.Build.Emulator.Ideogram;

/// <summary>The four dataset calls.</summary>
internal sealed class DatasetEndpoints(DatasetStore store, ModelStore models, DatasetUpload upload, EmulatorOptions options, TimeProvider clock,
    string incoming)
{
    private const int MaxSearch = 64;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/datasets", ListAsync).WithMetadata(new Route("list"));
        routes.MapPost("/datasets", CreateAsync).WithMetadata(new Route("create"));
        routes.MapGet("/datasets/{id}", GetAsync).WithMetadata(new Route("get"));
        routes.MapPost("/datasets/{id}/upload_assets", UploadAsync).WithMetadata(new Route("upload"));
    }

    private Task ListAsync(HttpContext context)
    {
        var search = context.Request.Query["search"].ToString();
        if (search.EnumerateRunes().Count() > MaxSearch)
            return context.RefuseAsync(StatusCodes.Status400BadRequest, $"search must be at most {MaxSearch} characters");

        var now = clock.GetUtcNow();
        return context.AnswerAsync(new ListDatasetsAnswer(
            [.. store.Search(search)
                .Where(dataset => dataset.VisibleFrom <= now)
                .OrderByDescending(dataset => dataset.UpdatedAt)
                .Select(dataset => DatasetAnswer.FromDataset(dataset, now))]));
    }

    private async Task CreateAsync(HttpContext context)
    {
        var body = await context.ReadObjectAsync();
        if (string.IsNullOrWhiteSpace(body?.Text("name")))
        {
            await context.RefuseAsync(StatusCodes.Status400BadRequest, "name is required");
            return;
        }

        var dataset = store.Create(body.Text("name")!, RequestFaults.FromContext(context).VisibleAfter);
        await context.AnswerAsync(DatasetAnswer.FromDataset(dataset, clock.GetUtcNow()));
    }

    private Task GetAsync(HttpContext context)
    {
        if (store.Find(IdOf(context)) is not { } dataset)
            return context.NoDatasetAsync();

        var now = clock.GetUtcNow();
        var files = dataset.Files.Where(file => file.VisibleFrom <= now).Select(file => FileAnswer.FromFile(file, now)).ToList();
        return context.AnswerAsync(RequestFaults.FromContext(context).Twist(
            new GetDatasetAnswer(DatasetAnswer.FromDataset(dataset, now), files.Count, files,
                [.. models.Visible().Where(model => model.DatasetId == dataset.Id).Select(model => model.Id)])));
    }

    private async Task UploadAsync(HttpContext context)
    {
        var id = IdOf(context);
        if (store.Find(id) is null)
        {
            await context.NoDatasetAsync();
            return;
        }

        var folder = Directory.CreateDirectory(Path.Combine(incoming, Guid.NewGuid().ToString("N"))).FullName;
        try
        {
            var files = (await MultipartFiles.ReadAsync(context.Request, "files", folder, context.RequestAborted)).Files;
            var faults = RequestFaults.FromContext(context);
            var intake = faults.Twist(await Intake.LookAsync(files, folder, options.MaxImageBytes, context.RequestAborted));
            var answer = upload.Commit(id, intake, faults.VisibleAfter);
            await context.AnswerAsync(faults.Twist(answer));
        }
        catch (BadMultipartException bad)
        {
            await context.RefuseAsync(StatusCodes.Status400BadRequest, bad.Message);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string IdOf(HttpContext context) => (string)context.Request.RouteValues["id"]!;
}
