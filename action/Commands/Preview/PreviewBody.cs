using System.Globalization;
using System.Text;
using Ideogram.Build.Datasets;
using Ideogram.Build.Sync.Planning;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Cli.Commands.Preview;

/// <summary>The datasets of a preview: a section each, with its problems and a card per image.</summary>
/// <param name="thumbnails">The pictures.</param>
/// <param name="former">The pictures of images as they were.</param>
internal sealed class PreviewBody(Thumbnails thumbnails, FormerPictures former)
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
        var card = new PreviewCard(_body, thumbnails);
        var replaced = ReplacedFiles.Find(dataset);
        var cards = dataset.Images.Where(i => i.Entry is null).Select(i => i.File).ToHashSet(StringComparer.Ordinal);
        // A caption file has the stem of its image.
        var stems = cards.ToLookup(f => Path.ChangeExtension(f, null), StringComparer.Ordinal);
        var problems = dataset.Diagnostics.Take(MaxProblems).ToLookup(
            p => cards.Contains(p.File) ? p.File : stems[Path.ChangeExtension(p.File, null)].FirstOrDefault() ?? p.File, StringComparer.Ordinal);
        // A problem stands where its picture is; what has no picture, and is not the manifest, gets a card of its own.
        var broken = problems.Where(g => g.Key != dataset.Manifest && !cards.Contains(g.Key)).ToList();
        _body.Append("<section>\n<h2>").Append(PageText.Line(dataset.Name ?? "(no name)")).Append("</h2>\n<p class=\"facts\">")
            .Append(Facts(dataset)).Append("</p>\n");
        if (ReportText.Replacement(RunKind.Plan, dataset) is { } replacement)
            _body.Append("<p><b>").Append(PageText.Line(replacement, 1_000)).Append("</b></p>\n");
        else if (dataset.IsAnew && dataset.Images.Count(i => i.IsSentAgain) is > 0 and var again)
            _body.Append(CultureInfo.InvariantCulture, $"<p><b>Ideogram can neither change nor delete images. So an upload fills a new dataset: "
                + $"{ReportText.Count(dataset.Images.Count, "image")}, {again} of them without a change.</b></p>\n");
        card.WriteProblems(problems[dataset.Manifest]);
        await new PreviewHealth(_body, thumbnails).WriteAsync(dataset, cancellationToken);
        if (dataset.Diagnostics.Count > MaxProblems)
            _body.Append(CultureInfo.InvariantCulture, $"<p class=\"none\">and {dataset.Diagnostics.Count - MaxProblems} more problems</p>\n");
        var shown = dataset.Images.Take(MaxImages - _images).ToLookup(i => dataset.IsCompared && IsQuiet(i));
        var removed = dataset.Removed.Except(replaced.Values).ToLookup(f => former.Of(dataset, f, cancellationToken), f => f.Name);
        var gone = dataset.Source == PlanSource.Dataset && dataset.Baseline is null ? "stale" : "removed";
        if (shown[false].Any() || broken.Count > 0 || removed.Any(g => g.Key is not null))
        {
            _body.Append("<ul class=\"images\">\n");
            foreach (var group in broken)
                card.WriteBroken(group.Key, group);
            var cardsInOrder = shown[false].OrderByDescending(i => problems[i.File].Any(p => p.IsError)).ThenByDescending(i => i.Shown.IsDifference())
                .ToLookup(i => !dataset.IsCompared || i.Shown.IsDifference() || problems[i.File].Any(p => p.IsError));
            await WriteCardsAsync(cardsInOrder[true]);
            foreach (var picture in removed.Select(g => g.Key).OfType<FormerPicture>())
                card.WriteRemoved(gone, picture);
            await WriteCardsAsync(cardsInOrder[false]);
            _body.Append("</ul>\n");
        }

        if (shown[true].Any())
        {
            // Where nothing changes there is nothing to look for: it is there, and folded.
            _body.Append(CultureInfo.InvariantCulture, $"<details{(shown[false].Any() ? "" : " open")}><summary>{shown[true].Count()} "
                + $"{(dataset.Baseline is null ? "unchanged" : "sent again without a change")}</summary>")
                .Append("<ul class=\"images\">\n");
            await WriteCardsAsync(shown[true]);
            _body.Append("</ul></details>\n");
        }

        if (dataset.Images.Count > MaxImages - _images)
            _body.Append(CultureInfo.InvariantCulture, $"<p class=\"none\">and {dataset.Images.Count - (MaxImages - _images)} more images, for which this page "
                + $"has no room: name fewer manifests</p>\n");
        _images = Math.Min(MaxImages, _images + dataset.Images.Count);
        WriteRemote(Removed(dataset), removed[null]);
        WriteRemote("foreign: in the dataset, but not uploaded by this tool", dataset.Foreign.Select(f => f.Name));
        WriteRemote("doubled: in the dataset more than once", dataset.Doubled.Select(f => f.Name));
        _body.Append("</section>\n");

        bool IsQuiet(ReportedImage image) => image.Shown == Change.Unchanged && (image.Entry is not null || !problems[image.File].Any());

        async Task WriteCardsAsync(IEnumerable<ReportedImage> images)
        {
            foreach (var image in images)
            {
                var file = replaced.GetValueOrDefault(image.RemoteName);
                // The dataset decides where it was queried, and the base commit elsewhere.
                var isEdit = file is not null || (IsAgainstCommit(dataset) && image is { Edit: true, Shown: Change.New });
                var was = new FormerImage(isEdit, file, isEdit ? former.Of(dataset, image, file, cancellationToken) : null, Place(dataset, image));
                var badge = !dataset.IsCompared ? null : isEdit ? "edited" : ReportText.Name(image.Shown);
                await card.WriteAsync(image, badge, was, image.Entry is null ? problems[image.File] : [], cancellationToken);
            }
        }
    }

    private static string Removed(ReportedDataset dataset) => dataset switch
    {
        { IsReplacement: true } => "removed: they stay in the old dataset",
        { Baseline: { } commit } => $"removed since {PageText.Line(commit.Name)}",
        { Source: PlanSource.BaseCommit } => "removed since the base commit",
        _ => "stale: in the dataset, but no longer in the manifest",
    };

    private static bool IsAgainstCommit(ReportedDataset dataset) => (dataset.Baseline?.Source ?? dataset.Source) == PlanSource.BaseCommit;

    // A caption of the dataset, or one of the base commit.
    private static string Place(ReportedDataset dataset, ReportedImage image) =>
        !IsAgainstCommit(dataset) && image.Shown != Change.New ? FormerImage.AtIdeogram : FormerImage.InGit;

    private static string Facts(ReportedDataset dataset)
    {
        var place = dataset switch
        {
            { Source: PlanSource.Dataset, Id: { } id } => $"dataset {PageText.Line(id, 80)}",
            { Source: PlanSource.Dataset } or { IsAnew: true } => "a new dataset",
            _ => "remote state not checked",
        };
        var against = ReportText.Against(dataset) is { } commit ? $"against {PageText.Line(commit)}: " : "";
        var counts = dataset.IsCompared
            ? $"{against}{ReportText.Plan([dataset])}" + (dataset.ImagesAfter is { } after ? $"; {after} of {IdeogramLimits.MaxImages} images afterwards" : "")
            : $"{ReportText.Count(dataset.Images.Count, "image")}, {ReportText.Count(dataset.Images.Count(i => i.Caption is not null), "caption")}";
        return $"<span class=\"path\">{PageText.Line(dataset.Manifest)}</span> · {place} · {counts}";
    }

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
