using System.Globalization;
using System.Text;
using Ideogram.Build.Datasets;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Validation;
using Ideogram.Build.Sync.Planning;

namespace Ideogram.Build.Sync.Reporting;

/// <summary>The part of a Markdown report about one dataset: target, totals, problems, tables of images.</summary>
internal sealed class MarkdownDataset(RunKind kind, ReportedDataset dataset, ILinks links, Detail detail, int maxThumbnails)
{
    private const int ThumbnailWidth = 96;
    private const int CellPadding = 28;
    private const int NameWidth = 220;
    private const int MaxCaptionLength = 240;
    private const int MaxDifferenceLength = 1_000;
    private const int MaxPictureName = 60;
    private StringBuilder _text = new();

    private int _thumbnails;

    /// <summary>The most problems that are named.</summary>
    public int MaxProblems { get; init; } = int.MaxValue;

    /// <summary>How many thumbnails were used.</summary>
    public int ThumbnailCount => _thumbnails;

    /// <summary>Whether only the beginning of a caption is shown folded.</summary>
    public static bool IsLong(string? caption) => caption is { Length: > MaxCaptionLength };

    public void AppendTo(StringBuilder text)
    {
        _text = text;
        Target();
        if (detail < Detail.NoProblems) Problems();
        if (detail < Detail.NoProblems) _thumbnails += MarkdownHealth.AppendPairs(kind, dataset, links, maxThumbnails - _thumbnails, _text);
        if (detail < Detail.Pictures) Tables();
        else if (detail < Detail.Target) Pictures();
        if (detail < Detail.NoLists) Lists();
    }

    /// <summary>Whether a dataset has other files to name.</summary>
    public static bool HasLists(ReportedDataset dataset) =>
        dataset.Removed.Count + dataset.Foreign.Count + dataset.Doubled.Count > 0 || dataset.Images.Any(i => i.IsSentAgain);

    // What does not change is counted above: its rows would hide what does.
    private void Tables()
    {
        if (kind == RunKind.Upload)
        {
            Table(Outcome.Failed, "❌", isOpen: true);
            Table(Outcome.Unconfirmed, "❔", isOpen: true);
            Table(Outcome.NotSent, "⏸️", isOpen: false);
            Table(Outcome.Uploaded, "✅", isOpen: false);
            Table(Outcome.CaptionSent, "✅", isOpen: false);
        }
        else if (kind == RunKind.Plan)
        {
            Table([.. New.Where(i => !i.Edit)], "🆕 {0} new", isOpen: true);
            Table([.. New.Where(i => i.Edit)], "✏️ {0} edited", isOpen: true);
            Table(Change.CaptionChanged, "✏️", isOpen: true);
            Table(Change.CaptionMissing, "✏️", isOpen: true);
            Table(Change.CaptionRemoved, "✏️", isOpen: true);
            Table([.. dataset.Images.Where(i => i.Shown == Change.Renamed && !i.IsSentAgain)], $"{{0}} {ReportText.Name(Change.Renamed)}", isOpen: false);
        }
    }

    private void Lists()
    {
        Files(IsAgainstBase ? "removed: the base commit's manifest names them, this one does not"
            : dataset.Baseline is { } baseline ? $"removed: in {Html.Code(baseline.Name)}, not in the new dataset"
            : "stale: in the dataset, counted and trained, but not in the manifest", dataset.Removed);
        if (kind == RunKind.Plan)
            Names(dataset.IsReplacement ? "sent again without a change" : "sent without a change",
                [.. dataset.Images.Where(i => i.IsSentAgain).Select(i => i.Path)]);
        Files("foreign: in the dataset, but not uploaded by this tool", dataset.Foreign);
        Files("doubled: in the dataset more than once", dataset.Doubled);
    }

    private IEnumerable<ReportedImage> New => dataset.Images.Where(i => i.Shown == Change.New);

    private bool IsAgainstBase => dataset.Source == PlanSource.BaseCommit;

    private void Target()
    {
        if (dataset.Name is not { } name)
        {
            // Nothing is known about it, so no number is shown.
            _text.Append("<p><b>(name unknown)</b> · ").Append(Html.Code(dataset.Manifest)).Append("</p>\n\n");
            return;
        }

        _text.Append("<p><b>").Append(Html.Code(name)).Append("</b> · ");
        if (kind != RunKind.Validate) _text.Append(Where()).Append(" · ");
        _text.Append(Html.Code(dataset.Manifest));
        if (dataset.FormerTarget is { } former)
            _text.Append("<br>⚠️ <b>The target changes</b>: before this pull request it was ").Append(Html.Code(former));
        if (ReportText.Replacement(kind, dataset) is { } replacement)
            _text.Append("<br>🔁 <b>").Append(Html.Sentence(replacement)).Append("</b>");
        if (Counts() is { } counts) _text.Append("<br>").Append(counts);
        var seen = kind == RunKind.Upload ? dataset.ImagesSeen : dataset.ImagesAfter;
        if (seen is { } count)
            _text.Append(CultureInfo.InvariantCulture, $" · {count} of {IdeogramLimits.MaxImages} images "
                + $"{(kind == RunKind.Upload ? "in the dataset" : "afterwards")}");
        var bytes = dataset.Images.Where(i => i.Change == Change.New).Sum(i => i.Bytes);
        if (kind == RunKind.Plan && dataset.IsCompared && !dataset.IsRefused && bytes > 0)
            _text.Append(" · ").Append(ReportText.Size(bytes)).Append(" to send");
        if (kind == RunKind.Upload && dataset.Pin)
            _text.Append("<br>The dataset is new. Pin it in the manifest: ").Append(Html.Code($"id: {dataset.Id}"));
        if (dataset.Training is { } training) _text.Append("<br>🎓 ").Append(Html.Sentence(ReportText.Describe(training)));
        _text.Append(MarkdownHealth.Line(dataset)).Append("</p>\n\n");
    }

    private string? Counts() => kind switch
    {
        RunKind.Upload => ReportText.Outcomes(dataset.Totals, dataset.IsCompared),
        RunKind.Validate => ReportText.Describe(dataset.Assets),
        _ => dataset.IsCompared ? $"{Against()}{ReportText.Plan([dataset])}{(dataset.IsRefused ? " · <b>nothing is sent</b>" : "")}" : null,
    };

    private string Against() => dataset.Baseline is { } baseline ? $"against {Html.Code(baseline.Name)}: " : "";

    private string Where() => (dataset.Id, dataset.Source) switch
    {
        ({ } id, _) => "dataset " + Html.Code(id),
        (_, PlanSource.BaseCommit) => $"{(dataset.IsAnew ? ReportText.Place(dataset) + ", " : "")}compared with the base commit (without a key the dataset "
            + "cannot be queried)",
        _ => ReportText.Place(dataset),
    };

    private void Problems()
    {
        // The row of an image shows its outcome and the advice.
        var inTable = dataset.Images.Where(i => detail < Detail.Pictures && i.Outcome is Outcome.Failed or Outcome.Unconfirmed).Select(i => i.File).ToHashSet();
        var problems = dataset.Diagnostics.Where(d => !inTable.Contains(d.File)).OrderBy(d => d.Severity == Severity.Warning).ToList();
        if (problems.Count == 0) return;
        _text.Append("<ul>\n");
        foreach (var problem in problems.Take(MaxProblems))
        {
            var place = Html.Code(string.Create(CultureInfo.InvariantCulture, $"{problem.File}:{problem.Line}"));
            _text.Append("<li>").Append(problem.IsError ? "❌" : "⚠️").Append(" <a href=\"").Append(problem.HelpLink).Append("\">").Append(problem.Code)
                .Append("</a> ")
                .Append(links.Source(problem) is { } source ? $"<a href=\"{Html.Attribute(source)}\">{place}</a>" : place)
                .Append(": ").Append(Html.Sentence(problem.Message)).Append("</li>\n");
        }

        if (problems.Count > MaxProblems) _text.Append("<li>and ").Append(ReportText.Count(problems.Count - MaxProblems, "more problem")).Append("</li>\n");
        _text.Append("</ul>\n\n");
    }

    private void Table(Change change, string icon, bool isOpen) =>
        Table([.. dataset.Images.Where(i => i.Shown == change)], $"{icon} {{0}} {ReportText.Name(change)}", isOpen);

    private void Table(Outcome outcome, string icon, bool isOpen) =>
        Table([.. dataset.Images.Where(i => i.Outcome == outcome)], $"{icon} {{0}} {ReportText.Name(outcome)}", isOpen);

    private void Table(List<ReportedImage> images, string title, bool isOpen)
    {
        if (images.Count == 0) return;
        _text.Append(isOpen ? "<details open>" : "<details>").Append("<summary>")
            .Append(title.Replace("{0}", images.Count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal).Trim()).Append("</summary>\n<table>\n");
        foreach (var image in images) Row(image);
        _text.Append("</table>\n</details>\n\n");
    }

    private void Row(ReportedImage image)
    {
        _text.Append("<tr>");
        if (maxThumbnails > 0) ThumbnailCell(image);
        _text.Append(CultureInfo.InvariantCulture, $"<td width=\"{NameWidth}\">").Append(Html.Code(image.Path)).Append("<br>")
            .Append(ReportText.Describe(image));
        if (image.Entry is not null) _text.Append("<br><i>in an archive: no picture</i>");
        if (image.Edit && links.Comparison(image) is { } comparison) _text.Append("<br><a href=\"").Append(Html.Attribute(comparison)).Append("\">compare</a>");
        if (image.FormerPath is { } former) _text.Append("<br>was ").Append(Html.Code(former));
        if (image.Twins.Count > 0) _text.Append("<br>the same as ").AppendJoin(", ", image.Twins.Take(3).Select(t => Html.Code(t)));
        _text.Append("</td><td>");
        if (image.Reason is not null || image.Advice is not null)
            _text.AppendJoin("", new[] { image.Code, image.Reason }.OfType<string>().Select(t => Html.Code(t) + " ")).Append(Html.Sentence(image.Advice ?? ""));
        else
            Caption(image);
        _text.Append("</td></tr>\n");
    }

    private void Caption(ReportedImage image)
    {
        if (image is { FormerCaption: { } former, Caption: { } latter } && WordDifference.Render(former, latter) is { } difference
            && (detail == Detail.Full || difference.Length <= MaxDifferenceLength))
        {
            _text.Append(difference);
            if (detail == Detail.Full)
                _text.Append("<details><summary>both captions</summary>").Append(Html.Code(former, int.MaxValue)).Append("<br>→<br>")
                    .Append(Html.Code(latter, int.MaxValue)).Append("</details>");
            return;
        }

        if (image.FormerCaption is { } before) _text.Append("<del>").Append(Html.Caption(before, MaxCaptionLength, detail == Detail.Full)).Append("</del><br>");
        if (image.Caption is { } caption) _text.Append(Html.Caption(caption, MaxCaptionLength, detail == Detail.Full));
        else _text.Append("<i>no caption</i>");
    }

    // GitHub shrinks pictures to their cell, and the cell to its text: the cell needs a width of its own.
    private void ThumbnailCell(ReportedImage image)
    {
        var pictures = Thumbnails(image);
        _text.Append(CultureInfo.InvariantCulture, $"<td width=\"{Math.Max(1, pictures.Count) * (ThumbnailWidth + CellPadding)}\">")
            .AppendJoin(" → ", pictures).Append("</td>");
    }

    // GitHub shows the commit's file, which is not what was sent.
    private bool IsNotTheCommits => dataset.Diagnostics.Any(d => d.Code == DatasetRules.NotTheCommits.Code);

    // Before and after for an edit, as far as pictures are left.
    private List<string> Thumbnails(ReportedImage image)
    {
        if (IsNotTheCommits) return [];
        var pictures = new[] { image.Edit ? links.FormerThumbnail(image) : null, links.Thumbnail(image) }.OfType<Uri>().Take(maxThumbnails - _thumbnails)
            .Select(p => string.Create(CultureInfo.InvariantCulture, $"<img src=\"{Html.Attribute(p)}\" width=\"{ThumbnailWidth}\" alt=\"\">"))
            .ToList();
        _thumbnails += pictures.Count;
        return pictures;
    }

    // Without room for rows: what changes as pictures, each with its name.
    private void Pictures()
    {
        var changed = dataset.Images.Where(i => kind == RunKind.Upload ? i.Outcome != Outcome.Unchanged : i.Shown.IsDifference());
        var pictures = changed.Select(i => (Image: i, Pictures: Thumbnails(i))).ToList();
        if (pictures.Count == 0) return;
        _text.Append("<p>").AppendJoin(" · ", pictures.Select(p => $"{string.Join(" → ", p.Pictures)} {Html.Code(p.Image.Path, MaxPictureName)}".Trim()))
            .Append("</p>\n\n");
    }

    private void Names(string title, List<string> names)
    {
        if (names.Count == 0) return;
        _text.Append("<details><summary>").Append(names.Count).Append(' ').Append(title).Append("</summary>\n<p>")
            .AppendJoin(" · ", names.Select(n => Html.Code(n, MaxPictureName))).Append("</p>\n</details>\n\n");
    }

    private void Files(string title, IReadOnlyList<ReportedFile> files)
    {
        if (files.Count == 0) return;
        _text.Append("<details><summary>").Append(files.Count).Append(' ').Append(title).Append("</summary>\n<ul>\n");
        foreach (var file in files)
            _text.Append("<li>").Append(file.Name is null ? "(no name)" : Html.Code(file.Name)).Append(file.Bytes is { } bytes ? ", " + ReportText.Size(bytes)
                : "").Append("</li>\n");
        _text.Append("</ul>\n</details>\n\n");
    }
}
