using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Ideogram.Build.Emulator.Ideogram.Uploads;

/// <summary>Reads an upload part by part to disk. Only the field <c>files</c> counts; another field is read past, as servers do.</summary>
internal static class MultipartFiles
{
    private const string Field = "files";

    /// <summary>The files of the field <c>files</c>, at least one.</summary>
    /// <exception cref="BadMultipartException">The body is not multipart, ends early, or has no file.</exception>
    public static async Task<IReadOnlyList<ReceivedFile>> ReadAsync(HttpRequest request, string folder, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            throw new BadMultipartException("Content-Type must be multipart/form-data");

        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (string.IsNullOrEmpty(boundary) || boundary.Length > 200)
            throw new BadMultipartException("Missing boundary in multipart/form-data");

        var files = new List<ReceivedFile>();
        try
        {
            var reader = new MultipartReader(boundary, request.Body);
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } part)
            {
                if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition))
                    throw new BadMultipartException("A part has no Content-Disposition");
                if (!string.Equals(Unquoted(disposition.Name.Value), Field, StringComparison.Ordinal))
                    continue;

                // RFC 7578 forbids filename* in forms: a server that follows it looks at filename only.
                var name = Unquoted(disposition.FileName.Value);
                if (string.IsNullOrEmpty(name))
                    throw new BadMultipartException("A part of 'files' has no file name");

                files.Add(await ReceivedFile.SaveAsync(name, part.Body, folder, long.MaxValue, cancellationToken));
            }
        }
        catch (Exception broken) when (broken is InvalidDataException
            || (broken is IOException and not BadHttpRequestException && !request.HttpContext.RequestAborted.IsCancellationRequested))
        {
            throw new BadMultipartException($"Malformed multipart body: {broken.Message}");
        }

        return files.Count > 0 ? files : throw new BadMultipartException("'files' is required");
    }

    private static string? Unquoted(string? value) => value is null ? null : HeaderUtilities.UnescapeAsQuotedString(value).Value;
}
