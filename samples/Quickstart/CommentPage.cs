using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Markdig;

namespace Ideogram.Build.Quickstart;

/// <summary>Writes a comment as an HTML page in GitHub's look, with its pictures inside, so that it can be opened when the stand-ins are gone.</summary>
internal static partial class CommentPage
{
    public static async Task WriteAsync(string file, string markdown, string server)
    {
        var body = Markdown.ToHtml(markdown, new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().Build());
        using var http = new HttpClient();
        foreach (var address in Picture().Matches(body).Select(m => m.Groups["address"].Value).Distinct().ToList())
        {
            if (!address.StartsWith(server, StringComparison.Ordinal)) continue;
            using var answer = await AskAsync(http, new Uri(WebUtility.HtmlDecode(address)));
            if (answer is not { IsSuccessStatusCode: true }) continue;
            var data = Convert.ToBase64String(await answer.Content.ReadAsByteArrayAsync());
            body = body.Replace($"src=\"{address}\"", $"src=\"data:{answer.Content.Headers.ContentType};base64,{data}\"", StringComparison.Ordinal);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>The comment on the pull request</title>
            <style>
            {await StyleAsync()}
            </style>
            </head>
            <body>
            <article class="comment">
            <header><b>github-actions</b> <span>bot</span> commented</header>
            <div class="body">
            {body}
            </div>
            </article>
            </body>
            </html>

            """);
    }

    private static async Task<HttpResponseMessage?> AskAsync(HttpClient http, Uri picture)
    {
        try
        {
            return await http.GetAsync(picture);
        }
        catch (HttpRequestException)
        {
            // The stand-in that had the picture is gone: the page shows the rest.
            return null;
        }
    }

    private static async Task<string> StyleAsync()
    {
        await using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("page.css")!;
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }

    [GeneratedRegex("<img src=\"(?<address>[^\"]+)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Picture();
}
