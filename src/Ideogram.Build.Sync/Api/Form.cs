using System.Net.Http.Headers;
using System.Text;

namespace Ideogram.Build.Sync.Api;

/// <summary>Forms as Ideogram's calls take them, streamed.</summary>
internal static class Form
{
    /// <summary>
    /// The field of a file of an upload, repeated once per file. (The generated sample of the upload page prints <c>files[]</c>; schema and tutorials say
    /// this.)
    /// </summary>
    public const string FilesField = "files";

    /// <summary>The field of the image of a describe call of version 2; version 1 has another one.</summary>
    public const string ImageField = "image";

    public static MultipartContent OfFiles(IReadOnlyList<UploadFile> files) => Of([.. files.Select(f => new FileContent(FilesField, f))]);

    public static MultipartContent OfImage(UploadFile image, DescribeFlags flags) =>
        Of(new FileContent(ImageField, image), Flag("include_bbox", flags.Boxes), Flag("include_style_descriptions", flags.Style));

    private static MultipartContent Of(params HttpContent[] parts)
    {
        var boundary = Guid.NewGuid().ToString("N");
        var body = new MultipartContent("form-data", boundary);
        // Without quotes: some servers take them for a part of the boundary.
        body.Headers.ContentType = MediaTypeHeaderValue.Parse($"multipart/form-data; boundary={boundary}");
        body.HeaderEncodingSelector = (_, _) => Encoding.UTF8;
        foreach (var part in parts) body.Add(part);
        return body;
    }

    private static ByteArrayContent Flag(string name, bool value)
    {
        var part = new ByteArrayContent(Encoding.ASCII.GetBytes(value ? "true" : "false"));
        part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{name}\"");
        return part;
    }
}
