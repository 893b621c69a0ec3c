using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Ideogram.Build.Datasets.Captions;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync.Planning;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Action.Previewing;

/// <summary>A plan as one HTML page without scripts: what would be sent, with pictures, captions and problems.</summary>
/// <param name="report">The plan's report.</param>
/// <param name="links">How files are called.</param>
/// <param name="thumbnails">The pictures.</param>
internal sealed class PreviewPage(Report report, ILinks links, Thumbnails thumbnails)
{
    /// <summary>What every preview begins with, and nothing else does: a file without it is not overwritten.</summary>
    public const string Start = "<!doctype html>\n<!-- ideogram-build preview -->\n";

    private const int MostImages = 2_000;
    private const int MostProblems = 200;

    private readonly StringBuilder _body = new();
    private int _images;

    private string Asked => report.Kind switch
    {
        not RunKind.Plan => "Made without a key: what the datasets hold already is not known.",
        _ when report.Datasets.All(d => d.Plan.Source == PlanSource.Dataset) => "The datasets were asked just now.",
        _ => "The datasets were asked just now, except for those with errors.",
    };

    /// <summary>The page's HTML.</summary>
    public async Task<string> WriteAsync(CancellationToken cancellationToken)
    {
        foreach (var dataset in report.Datasets)
            await WriteDatasetAsync(dataset.Plan, cancellationToken);
        var style = Style();
        // Nothing runs and nothing is fetched: the page's own style, pictures inside it, and files beside it where there are such.
        var policy = $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'; "
            + $"img-src data:{(thumbnails.FromFiles > 0 ? " file:" : "")}; base-uri 'none'; form-action 'none'";
        return $"""
            {Start}<html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{policy}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <title>Preview of {Words.Count(report.Datasets.Count, "dataset")}</title>
            <style>{style}</style>
            </head>
            <body>
            <header>
            <h1>What an upload would do</h1>
            <p class="headline">{PageText.Line(Words.Headline(report))}</p>
            <p>{Asked} Nothing was sent.</p>
            </header>
            <main>
            {_body}</main>
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
        var fromFiles = $"{Words.Count(thumbnails.FromFiles, "larger image")} {(thumbnails.FromFiles == 1 ? "is shown from its file" : "are shown from their files")}";
        return thumbnails.FromFiles == 0 ? made : $"{made} {fromFiles}: this page shows all pictures only where it lies.";
    }

    private async Task WriteDatasetAsync(DatasetPlan plan, CancellationToken cancellationToken)
    {
        _body.Append("<section>\n<h2>").Append(PageText.Line(plan.Target?.Name ?? "(no name)")).Append("</h2>\n<p class=\"facts\">").Append(Facts(plan)).Append("</p>\n");
        WriteProblems(plan.Diagnostics);
        if (plan.Images.Count > 0)
            _body.Append("<ul class=\"images\">\n");
        foreach (var image in plan.Images.Take(MostImages - _images))
            await WriteImageAsync(plan, image, cancellationToken);
        if (plan.Images.Count > 0)
            _body.Append("</ul>\n");
        if (plan.Images.Count > MostImages - _images)
            _body.Append(CultureInfo.InvariantCulture, $"<p class=\"none\">and {plan.Images.Count - (MostImages - _images)} images more, which this page has no room for: name fewer manifests</p>\n");
        _images = Math.Min(MostImages, _images + plan.Images.Count);
        WriteRemote("stale: there, and no longer in the manifest", plan.Stale.Select(f => f.Name));
        WriteRemote("foreign: there, and not sent by this tool", plan.Foreign.Select(f => f.Name));
        WriteRemote("there more than once", plan.Doubled.Select(f => f.Name));
        _body.Append("</section>\n");
    }

    private string Facts(DatasetPlan plan)
    {
        var place = plan switch
        {
            { Source: PlanSource.Dataset, Target.Id: { } id } => $"dataset {PageText.Line(id, 80)}",
            { Source: PlanSource.Dataset } => "a new dataset",
            _ => "dataset not asked",
        };
        var counts = plan.Source == PlanSource.Dataset
            ? $"{Words.Plan([new DatasetReport { Plan = plan, Images = [], Diagnostics = [] }])}; {plan.ImagesAfter} of {DatasetPlan.MostImages} images afterwards"
            : $"{Words.Count(plan.Images.Count, "image")}, {Words.Count(plan.Images.Count(i => i.Asset.Caption is not null), "caption")}";
        return $"<span class=\"path\">{PageText.Line(links.Display(plan.Dataset.ManifestPath))}</span> · {place} · {counts}";
    }

    private void WriteProblems(IReadOnlyList<Diagnostic> problems)
    {
        if (problems.Count == 0)
            return;
        _body.Append("<ul class=\"problems\">\n");
        foreach (var problem in problems.OrderByDescending(p => p.Severity).Take(MostProblems))
        {
            _body.Append(CultureInfo.InvariantCulture, $"<li class=\"{(problem.IsError ? "error" : "warning")}\"><span class=\"place\">{PageText.Line(links.Display(problem.File))}({problem.Position.Line},{problem.Position.Column})</span>: ")
                .Append(problem.IsError ? "error" : "warning")
                .Append(CultureInfo.InvariantCulture, $" <a href=\"{PageText.Line(problem.Rule.HelpLink)}\">{problem.Code}</a>: {PageText.Line(problem.Message, 1_000)}</li>\n");
        }

        if (problems.Count > MostProblems)
            _body.Append(CultureInfo.InvariantCulture, $"<li>and {problems.Count - MostProblems} more</li>\n");
        _body.Append("</ul>\n");
    }

    private async Task WriteImageAsync(DatasetPlan plan, PlannedImage image, CancellationToken cancellationToken)
    {
        var asset = image.Asset;
        _body.Append("<li><div class=\"mat\">");
        if (await thumbnails.SourceAsync(asset, cancellationToken) is { } source)
            _body.Append("<img alt=\"\" src=\"").Append(PageText.Line(source, int.MaxValue)).Append("\">");
        else
            _body.Append("no picture");
        if (plan.Source == PlanSource.Dataset)
            _body.Append(CultureInfo.InvariantCulture, $"<span class=\"badge {Kind(image.Change)}\">{Words.Name(image.Change)}</span>");
        _body.Append("</div><div class=\"words\"><p class=\"path\">").Append(PageText.Line(asset.RelativePath)).Append("</p><p class=\"size\">").Append(Words.Describe(asset.Image));
        if (image.Twins.Count > 0)
            _body.Append(", the same as ").Append(PageText.Line(string.Join(", ", image.Twins.Take(3))));
        _body.Append("</p>").Append(Caption(asset.Caption)).Append("</div></li>\n");
    }

    private static string Caption(Caption? caption) => caption is null
        ? "<p class=\"caption none\">no caption</p>"
        : $"<p class=\"caption\" dir=\"auto\">{PageText.Lines(caption.Text)}</p>";

    private static string Kind(Change change) => change switch
    {
        Change.New => "new",
        Change.Unchanged or Change.Renamed => "same",
        _ => "edit",
    };

    private void WriteRemote(string title, IEnumerable<string?> names)
    {
        var all = names.ToList();
        if (all.Count == 0)
            return;
        _body.Append(CultureInfo.InvariantCulture, $"<details open><summary>{all.Count} {title}</summary><ul>\n");
        foreach (var name in all.Take(DatasetPlan.MostImages))
            _body.Append("<li class=\"path\">").Append(PageText.Line(name ?? "(no name)")).Append("</li>\n");
        _body.Append("</ul></details>\n");
    }
}
