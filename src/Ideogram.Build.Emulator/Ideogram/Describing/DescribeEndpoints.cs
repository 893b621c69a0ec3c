using Ideogram.Build.Emulator.Ideogram.Images;
using Ideogram.Build.Emulator.Ideogram.Uploads;

namespace Ideogram.Build.Emulator.Ideogram;

/// <summary>The describe call of version 2. Its caption is made from the image's bytes: the same image gets the same one.</summary>
internal sealed class DescribeEndpoints(TimeProvider clock, string incoming)
{
    private const int MaxImageBytes = 10_000_000;

    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v2/image/describe/ideogram-4", DescribeAsync).WithMetadata(new Route("describe"));

    private async Task DescribeAsync(HttpContext context)
    {
        var folder = Directory.CreateDirectory(Path.Combine(incoming, Guid.NewGuid().ToString("N"))).FullName;
        try
        {
            var form = await MultipartFiles.ReadAsync(context.Request, "image", folder, context.RequestAborted);
            if (form.Files is not [var image])
                await context.RefuseAsync(StatusCodes.Status400BadRequest, "One image is described per request");
            else if (DescribeFlags.Read(form.Texts) is not { } flags)
                await context.RefuseAsync(StatusCodes.Status400BadRequest, "include_bbox, include_style_descriptions and include_tags must be true or false");
            else if (image.Bytes > MaxImageBytes)
                await context.RefuseAsync(StatusCodes.Status400BadRequest, "image must be at most 10MB");
            else if (!StoredImageCheck.IsImage(image.Path))
                await context.RefuseAsync(StatusCodes.Status400BadRequest, "image must be JPEG, PNG or WebP");
            else if (image.Name.Contains("unsafe", StringComparison.OrdinalIgnoreCase))
                await context.RefuseAsync(StatusCodes.Status422UnprocessableEntity, "Image provided failed safety check");
            else
                await context.AnswerAsync(new DescribeAnswer(ApiId.New(), clock.GetUtcNow(), MadeCaption.From(image.Sha256, flags)));
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
}
