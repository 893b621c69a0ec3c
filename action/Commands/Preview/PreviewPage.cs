using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Ideogram.Build.Sync.Planning;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Cli.Commands.Preview;

/// <summary>A plan as one HTML page without scripts: what would be sent, with pictures, captions and problems.</summary>
/// <param name="report">The plan's report.</param>
/// <param name="thumbnails">The pictures.</param>
/// <param name="before">What git has from before.</param>
/// <param name="former">The pictures of images as they were.</param>
internal sealed class PreviewPage(ReportDocument report, Thumbnails thumbnails, BeforeInGit before, FormerPictures former)
{
    /// <summary>The beginning of every preview, and of no other file: a file without it is not overwritten.</summary>
    public const string Start = "<!doctype html>\n<!-- ideogram-build preview -->\n";

    private string Source => report.Datasets switch
    {
        _ when !before.IsAsked => "Made without a key: the datasets at Ideogram were not checked.",
        _ when report.Datasets.All(d => d.Source == PlanSource.Dataset) => "The datasets at Ideogram were checked just now.",
        _ => "The datasets at Ideogram were checked just now, except those with errors.",
    };

    private string Compared => before switch
    {
        { IsPartial: true } => " Git did not say what all of them were before.",
        { IsAsked: false, Branches.Count: > 0 } => $" Changes are those since {string.Join(", ", before.Branches.Select(b => PageText.Line(b)))}.",
        _ => "",
    };

    /// <summary>The page's HTML.</summary>
    public async Task<string> WriteAsync(CancellationToken cancellationToken)
    {
        var body = await new PreviewBody(thumbnails, former).WriteAsync(report.Datasets, cancellationToken);
        var style = Style();
        // Nothing runs and nothing is fetched: the page's own style, pictures inside it, and files beside it if there are any.
        var policy = $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'; "
            + $"img-src data:{(thumbnails.FromFiles > 0 ? " file:" : "")}; base-uri 'none'; form-action 'none'";
        return $"""
            {Start}<html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{policy}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <title>Preview of {ReportText.Count(report.Datasets.Count, "dataset")}</title>
            <style>{style}</style>
            </head>
            <body>
            <header>
            <h1>What an upload would do</h1>
            <p class="headline">{PageText.Line(ReportText.Headline(report))}</p>
            <p>{Source}{Compared} Nothing was sent.</p>
            </header>
            <main>
            {body}</main>
            <footer>{Footer()}</footer>
            </body>
            </html>

            """.ReplaceLineEndings("\n");
    }

    private static string Style()
    {
        using var resource = Assembly.GetExecutingAssembly().GetManifestResourceStream("preview.css")!;
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private string Footer()
    {
        var made = string.Create(CultureInfo.InvariantCulture, $"Made by ideogram-build preview, {report.Started:yyyy-MM-dd HH:mm} UTC.");
        var fromFiles = $"{ReportText.Count(thumbnails.FromFiles, "larger image")} "
            + $"{(thumbnails.FromFiles == 1 ? "is shown from its file" : "are shown from their files")}";
        return thumbnails.FromFiles == 0 ? made : $"{made} {fromFiles}: this page shows all pictures only in this folder.";
    }
}
