using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Ideogram.Build.Emulator.Ideogram.Uploads;

/// <summary>Reads a form part by part, its files to disk. Of the files only one field counts; another one is read past, as servers do.</summary>
/// <param name="Files">The files of the field, at least one.</param>
/// <param name="Texts">The fields without a file name.</param>
internal sealed record MultipartFiles(IReadOnlyList<ReceivedFile> Files, IReadOnlyDictionary<string, string> Texts)
{
    private const int MaxText = 1_000;

    /// <summary>Reads a form.</summary>
    /// <param name="request">The request.</param>
    /// <param name="field">The field that holds files.</param>
    /// <param name="folder">Where the files go.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="BadMultipartException">The body is not multipart, ends early, or has no file.</exception>
    public static async Task<MultipartFiles> ReadAsync(HttpRequest request, string field, string folder, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            throw new BadMultipartException("Content-Type must be multipart/form-data");

        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (string.IsNullOrEmpty(boundary) || boundary.Length > 200)
            throw new BadMultipartException("Missing boundary in multipart/form-data");

        var files = new List<ReceivedFile>();
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            var reader = new MultipartReader(boundary, request.Body);
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } part)
            {
                if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition))
                    throw new BadMultipartException("A part has no Content-Disposition");
                // RFC 7578 forbids filename* in forms: a server that follows it looks at filename only.
                var (own, name) = (Unquoted(disposition.Name.Value), Unquoted(disposition.FileName.Value));
                if (!string.Equals(own, field, StringComparison.Ordinal))
                {
                    if (own is not null && name is null)
                        texts[own] = await TextAsync(part, cancellationToken);
                    continue;
                }

                if (string.IsNullOrEmpty(name))
                    throw new BadMultipartException($"A part of '{field}' has no file name");

                files.Add(await ReceivedFile.SaveAsync(name, part.Body, folder, long.MaxValue, cancellationToken));
            }
        }
        catch (Exception broken) when (broken is InvalidDataException
            || (broken is IOException and not BadHttpRequestException && !request.HttpContext.RequestAborted.IsCancellationRequested))
        {
            throw new BadMultipartException($"Malformed multipart body: {broken.Message}");
        }

        return files.Count > 0 ? new MultipartFiles(files, texts) : throw new BadMultipartException($"'{field}' is required");
    }

    private static async Task<string> TextAsync(MultipartSection part, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(part.Body);
        var buffer = new char[MaxText + 1];
        var length = await reader.ReadBlockAsync(buffer, cancellationToken);
        return length <= MaxText ? new string(buffer, 0, length) : throw new BadMultipartException("A field is too long");
    }

    private static string? Unquoted(string? value) => value is null ? null : HeaderUtilities.UnescapeAsQuotedString(value).Value;
}
