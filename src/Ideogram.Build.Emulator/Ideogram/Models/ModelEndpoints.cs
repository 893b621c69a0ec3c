using Ideogram.Build.Emulator.Faults;

namespace Ideogram.Build.Emulator.Ideogram;

/// <summary>Training and models.</summary>
internal sealed class ModelEndpoints(DatasetStore datasets, ModelStore models, TrainingProgress progress, TimeProvider clock)
{
    private const int MinImages = 15;
    private const int MaxImages = 100;

    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var basis in (string[])["ideogram-v3", "ideogram-v4"])
        {
            routes.MapPost($"/v1/{basis}/train-model", context => TrainAsync(context, basis, advanced: false)).WithMetadata(new Route("train"));
            routes.MapPost($"/v1/{basis}/train-model-advanced", context => TrainAsync(context, basis, advanced: true)).WithMetadata(new Route("train"));
        }

        routes.MapGet("/models", ListAsync).WithMetadata(new Route("models"));
        routes.MapGet("/models/{id}", GetAsync).WithMetadata(new Route("model"));
    }

    private async Task TrainAsync(HttpContext context, string basis, bool advanced)
    {
        var (request, reason) = TrainingRequest.Read(await context.ReadObjectAsync(), basis, advanced);
        if (request is null)
        {
            await context.RefuseAsync(StatusCodes.Status400BadRequest, reason);
            return;
        }

        if (datasets.Find(request.DatasetId) is not { } dataset)
        {
            await context.NoDatasetAsync();
            return;
        }

        var images = dataset.Files.Count(file => file.VisibleFrom <= clock.GetUtcNow());
        if (images is < MinImages or > MaxImages)
        {
            await context.RefuseAsync(StatusCodes.Status400BadRequest, $"Dataset must contain between {MinImages} and {MaxImages} images, it has {images}");
            return;
        }

        var model = models.Create(request.ModelName, dataset.Id, basis, request.Hyperparameters, RequestFaults.FromContext(context).VisibleAfter);
        await context.AnswerAsync(new TrainAnswer(model.Id, dataset.Id, progress.StatusOf(model), model.Name));
    }

    private Task ListAsync(HttpContext context)
    {
        var scope = context.Request.Query["scope"].ToString();
        var wanted = context.Request.Query["status"];
        if (scope is not ("" or "owned" or "shared"))
            return context.RefuseAsync(StatusCodes.Status400BadRequest, "scope must be owned or shared");
        if (wanted.FirstOrDefault(status => !TrainingProgress.Statuses.Contains(status)) is { } unknown)
            return context.RefuseAsync(StatusCodes.Status400BadRequest, $"Unknown status {unknown}");

        // No models are shared with this user.
        var listed = scope == "shared" ? [] : models.Visible()
            .Select(model => progress.Describe(model, withRuns: false))
            .Where(model => wanted.Count == 0 || wanted.Contains(model.Status));
        return context.AnswerAsync(new ListModelsAnswer([.. listed.OrderByDescending(model => model.CreationTime)]));
    }

    private Task GetAsync(HttpContext context) => models.Find((string)context.Request.RouteValues["id"]!) is { } model
        ? context.AnswerAsync(new GetModelAnswer(progress.Describe(model, withRuns: true)))
        : context.RefuseAsync(StatusCodes.Status404NotFound, "Model not found");
}
