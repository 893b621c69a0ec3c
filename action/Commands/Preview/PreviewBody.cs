using System.Globalization;
using System.Text;
using Ideogram.Build.Datasets;
using Ideogram.Build.Sync.Planning;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Cli.Commands.Preview;

/// <summary>The datasets of a preview: a section each, with its problems and a card per image.</summary>
/// <param name="thumbnails">The pictures.</param>
internal sealed class PreviewBody(Thumbnails thumbnails)
{
    private const int MaxImages = 2_000;
    private const int MaxProblems = 200;

    private readonly StringBuilder _body = new();
    private int _images;

    /// <summary>The sections' HTML.</summary>
    public async Task<string> WriteAsync(IReadOnlyList<ReportedDataset> datasets, CancellationToken cancellationToken)
    {
        foreach (var dataset in datasets)
            await WriteDatasetAsync(dataset, cancellationToken);
        return _body.ToString();
    }

    private async Task WriteDatasetAsync(ReportedDataset dataset, CancellationToken cancellationToken)
    {
        _body.Append("<section>\n<h2>").Append(PageText.Line(dataset.Name ?? "(no name)")).Append("</h2>\n<p class=\"facts\">").Append(Facts(dataset))
            .Append("</p>\n");
        WriteProblems(dataset.Diagnostics);
        if (dataset.Images.Count > 0)
            _body.Append("<ul class=\"images\">\n");
        foreach (var image in dataset.Images.Take(MaxImages - _images))
            await WriteImageAsync(dataset, image, cancellationToken);
        if (dataset.Images.Count > 0)
            _body.Append("</ul>\n");
        if (dataset.Images.Count > MaxImages - _images)
            _body.Append(CultureInfo.InvariantCulture, $"<p class=\"none\">and {dataset.Images.Count - (MaxImages - _images)} more images, for which this page "
                + $"has no room: name fewer manifests</p>\n");
        _images = Math.Min(MaxImages, _images + dataset.Images.Count);
        WriteRemote("stale: in the dataset, but no longer in the manifest", dataset.Stale.Select(f => f.Name));
        WriteRemote("foreign: in the dataset, but not sent by this tool", dataset.Foreign.Select(f => f.Name));
        WriteRemote("doubled: in the dataset more than once", dataset.Doubled.Select(f => f.Name));
        _body.Append("</section>\n");
    }

    private static string Facts(ReportedDataset dataset)
    {
        var place = dataset switch
        {
            { Source: PlanSource.Dataset, Id: { } id } => $"dataset {PageText.Line(id, 80)}",
            { Source: PlanSource.Dataset } => "a new dataset",
            _ => "remote state not checked",
        };
        var counts = dataset.Source == PlanSource.Dataset
            ? $"{ReportText.Plan([dataset])}; {dataset.ImagesAfter} of {IdeogramLimits.MaxImages} images afterwards"
            : $"{ReportText.Count(dataset.Images.Count, "image")}, {ReportText.Count(dataset.Images.Count(i => i.Caption is not null), "caption")}";
        return $"<span class=\"path\">{PageText.Line(dataset.Manifest)}</span> · {place} · {counts}";
    }

    private void WriteProblems(IReadOnlyList<ReportedProblem> problems)
    {
        if (problems.Count == 0)
            return;
        _body.Append("<ul class=\"problems\">\n");
        foreach (var problem in problems.OrderByDescending(p => p.Severity).Take(MaxProblems))
        {
            _body.Append(CultureInfo.InvariantCulture, $"<li class=\"{(problem.IsError ? "error" : "warning")}\"><span "
                + $"class=\"place\">{PageText.Line(problem.File)}({problem.Line},{problem.Column})</span>: ")
                .Append(problem.IsError ? "error" : "warning")
                .Append(CultureInfo.InvariantCulture, $" <a href=\"{PageText.Line(problem.HelpLink)}\">{problem.Code}</a>: "
                    + $"{PageText.Line(problem.Message, 1_000)}</li>\n");
        }

        if (problems.Count > MaxProblems)
            _body.Append(CultureInfo.InvariantCulture, $"<li>and {problems.Count - MaxProblems} more</li>\n");
        _body.Append("</ul>\n");
    }

    private async Task WriteImageAsync(ReportedDataset dataset, ReportedImage image, CancellationToken cancellationToken)
    {
        _body.Append("<li><div class=\"mat\">");
        if (await thumbnails.SourceAsync(image.Sha256, cancellationToken) is { } source)
            _body.Append("<img alt=\"\" src=\"").Append(PageText.Line(source, int.MaxValue)).Append("\">");
        else
            _body.Append(image.Entry is null ? "no picture" : "in an archive: no picture");
        if (dataset.Source == PlanSource.Dataset)
            _body.Append(CultureInfo.InvariantCulture, $"<span class=\"badge {Kind(image.Change)}\">{ReportText.Name(image.Change)}</span>");
        _body.Append("</div><div class=\"words\"><p class=\"path\">").Append(PageText.Line(image.Path)).Append("</p><p class=\"size\">")
            .Append(ReportText.Describe(image));
        if (image.Twins.Count > 0)
            _body.Append(", the same as ").Append(PageText.Line(string.Join(", ", image.Twins.Take(3))));
        _body.Append("</p>").Append(Caption(image.Caption)).Append("</div></li>\n");
    }

    private static string Caption(string? caption) => caption is null
        ? "<p class=\"caption none\">no caption</p>"
        : $"<p class=\"caption\" dir=\"auto\">{PageText.Lines(caption)}</p>";

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
        foreach (var name in all.Take(IdeogramLimits.MaxImages))
            _body.Append("<li class=\"path\">").Append(PageText.Line(name ?? "(no name)")).Append("</li>\n");
        _body.Append("</ul></details>\n");
    }
}
