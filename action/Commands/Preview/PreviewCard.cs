using System.Globalization;
using System.Text;
using Ideogram.Build.Sync.Planning;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Cli.Commands.Preview;

/// <summary>One image of a preview: its picture, what an upload would do with it, its caption, and its problems.</summary>
/// <param name="body">Where the HTML goes.</param>
/// <param name="thumbnails">The pictures.</param>
internal sealed class PreviewCard(StringBuilder body, Thumbnails thumbnails)
{
    private const int MaxAlternative = 200;

    /// <summary>Writes the card of an image.</summary>
    /// <param name="image">The image.</param>
    /// <param name="badge">What happens with it, in a word; null where that is not known.</param>
    /// <param name="former">What it was before.</param>
    /// <param name="problems">Its problems.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task WriteAsync(ReportedImage image, string? badge, FormerImage former, IEnumerable<ReportedProblem> problems,
        CancellationToken cancellationToken)
    {
        body.Append(former.Picture is null ? "<li><div class=\"mat\">" : "<li class=\"pair\"><div class=\"mat\">");
        if (former.Picture is not null)
            body.Append("<figure><img alt=\"").Append(PageText.Line($"before: {image.FormerCaption ?? image.Path}", MaxAlternative)).Append("\" src=\"")
                .Append(former.Picture.Source).Append("\"><figcaption>before</figcaption></figure><figure>");
        if (await thumbnails.SourceAsync(image.Sha256, cancellationToken) is { } source)
            WritePicture(image, source);
        else
            body.Append(image.Entry is null ? "no picture" : "in an archive: no picture can be shown");
        if (former.Picture is not null)
            body.Append("<figcaption>after</figcaption></figure>");
        if (badge is not null)
            body.Append(CultureInfo.InvariantCulture, $"<span class=\"badge {Kind(image.Shown, former.IsEdit)}\">{badge}</span>");
        body.Append("</div><div class=\"words\"><p class=\"path\">").Append(PageText.Line(image.Path)).Append("</p><p class=\"size\">")
            .Append(ReportText.Describe(image));
        if (image.Twins.Count > 0)
            body.Append(", the same as ").Append(PageText.Line(string.Join(", ", image.Twins.Take(3))));
        body.Append("</p>");
        if (former.File is { } replaced)
            body.Append("<p class=\"size\">takes the place of ").Append(PageText.Line(replaced.Name ?? "(no name)", 100)).Append("</p>");
        if (former is { IsEdit: true, Picture: null } && image.Entry is null)
            body.Append("<p class=\"size\">no picture of before: git does not have it here, or it is too large for this page</p>");
        if (image is { FormerPath: { } path, Edit: false })
            body.Append("<p class=\"size\">was ").Append(PageText.Line(path)).Append("</p>");
        if (image.FormerCaption is { } words)
            body.Append("<p class=\"size\">").Append(former.Place).Append("</p><p class=\"caption former\" dir=\"auto\">").Append(PageText.Lines(words))
                .Append("</p><p class=\"size\">").Append(former.Place == FormerImage.InGit ? "after:" : "here:").Append("</p>");
        body.Append(Caption(image.Caption));
        WriteProblems(problems);
        body.Append("</div></li>\n");
    }

    /// <summary>An image that is no longer in the manifest, with its picture.</summary>
    /// <param name="badge">What happens with it, in a word.</param>
    /// <param name="picture">Its picture, and the path that people know it by.</param>
    public void WriteRemoved(string badge, FormerPicture picture) =>
        body.Append("<li><div class=\"mat\"><img alt=\"").Append(PageText.Line($"{badge}: {picture.Path}", MaxAlternative)).Append("\" src=\"")
            .Append(picture.Source).Append("\"><span class=\"badge gone\">").Append(badge).Append("</span></div><div class=\"words\"><p class=\"path\">")
            .Append(PageText.Line(picture.Path)).Append("</p></div></li>\n");

    /// <summary>A file with problems that is no image of the plan: broken, or not there.</summary>
    public void WriteBroken(string file, IEnumerable<ReportedProblem> problems)
    {
        body.Append("<li><div class=\"mat\">no picture</div><div class=\"words\"><p class=\"path\">")
            .Append(PageText.Line(file)).Append("</p>");
        WriteProblems(problems);
        body.Append("</div></li>\n");
    }

    /// <summary>A list of problems; nothing for none.</summary>
    public void WriteProblems(IEnumerable<ReportedProblem> problems)
    {
        var all = problems.OrderByDescending(p => p.Severity).ToList();
        if (all.Count == 0)
            return;
        body.Append("<ul class=\"problems\">\n");
        foreach (var problem in all)
        {
            body.Append(CultureInfo.InvariantCulture, $"<li class=\"{(problem.IsError ? "error" : "warning")}\"><span "
                + $"class=\"place\">{PageText.Line(problem.File)}({problem.Line},{problem.Column})</span>: ")
                .Append(problem.IsError ? "error" : "warning")
                .Append(CultureInfo.InvariantCulture, $" <a href=\"{PageText.Line(problem.HelpLink)}\">{problem.Code}</a>: "
                    + $"{PageText.Line(problem.Message, 1_000)}</li>\n");
        }

        body.Append("</ul>\n");
    }

    // What the caption says is what a picture shows; without one its name has to do.
    private void WritePicture(ReportedImage image, string source)
    {
        var picture = $"<img alt=\"{PageText.Line(image.Caption ?? image.Path, MaxAlternative)}\" src=\"{PageText.Line(source, int.MaxValue)}\">";
        body.Append(thumbnails.Address(image.Sha256) is { } address ? $"<a href=\"{PageText.Line(address, int.MaxValue)}\">{picture}</a>" : picture);
    }

    private static string Caption(string? caption) => caption is null
        ? "<p class=\"caption none\">no caption</p>"
        : $"<p class=\"caption\" dir=\"auto\">{PageText.Lines(caption)}</p>";

    private static string Kind(Change change, bool isEdit) => change switch
    {
        Change.New => isEdit ? "edit" : "new",
        Change.Unchanged or Change.Renamed => "same",
        _ => "edit",
    };
}

/// <summary>What an image was before.</summary>
/// <param name="IsEdit">Whether it takes the place of another.</param>
/// <param name="File">The file of the dataset that it takes the place of, where Ideogram was queried.</param>
/// <param name="Picture">The other's picture; null if it is not at hand.</param>
/// <param name="Place">What stands above its former caption.</param>
internal sealed record FormerImage(bool IsEdit, ReportedFile? File, FormerPicture? Picture, string Place)
{
    public const string InGit = "before:";

    public const string AtIdeogram = "at Ideogram:";
}
