using System.Globalization;
using System.Text;

namespace Ideogram.Build.Sync.Reporting;

/// <summary>
/// The datasets' parts of a report, each at a detail of its own. What is too long gives up the rest of long captions, then thumbnails, then unchanged images,
/// then the images of one dataset after the other, the largest first, then problems the same way, and at last whole datasets.
/// </summary>
internal sealed class MarkdownSections(ReportDocument report, ILinks links, int maxThumbnails)
{
    private readonly string[] _texts = new string[report.Datasets.Count];
    private readonly int[] _bytes = new int[report.Datasets.Count];
    private readonly bool _hasLongCaptions =
        report.Datasets.Any(d => d.Images.Any(i => MarkdownDataset.IsLong(i.Caption) || MarkdownDataset.IsLong(i.FormerCaption)));

    // A report of many jobs may be a stranger's: what is counted here keeps each step short, however many datasets it names.
    private long _total;
    private Detail _detail;
    private int _withoutImages;
    private int _withoutProblems;
    private int _left;
    private int _leftMoved;

    /// <summary>What was given up, in a sentence; null for nothing.</summary>
    public string? Omission => _detail == Detail.Full || !Omissions().Any() ? null : $"Left out because this would be too long: "
        + $"{string.Join(", ", Omissions())}. The run's JSON report names each.";

    /// <summary>How many datasets are left out, in a sentence; null for none.</summary>
    public string? Rest => _left == 0 ? null : string.Create(
        CultureInfo.InvariantCulture,
            $"And {ReportText.Count(_left, "more dataset")}{(_leftMoved > 0 ? $", {_leftMoved} of them with another target than before" : "")}.");

    /// <summary>Renders them at the most detail that fits.</summary>
    /// <param name="maxBytes">The most bytes of UTF-8, with what stands around them.</param>
    /// <param name="around">How many bytes stand around them, which depends on what is left out.</param>
    public void Fit(int maxBytes, Func<int> around)
    {
        foreach (var detail in new[] { Detail.Full, Detail.NoWholeCaptions, Detail.NoThumbnails, Detail.NoUnchanged })
        {
            RenderAll(detail);
            if (Fits()) return;
        }

        foreach (var i in LargestFirst())
        {
            Render(i, Detail.Totals, 0);
            _withoutImages++;
            if (Fits()) return;
        }

        foreach (var i in LargestFirst())
        {
            Render(i, Detail.Target, 0);
            _withoutProblems++;
            if (Fits()) return;
        }

        foreach (var i in Enumerable.Range(0, _texts.Length).OrderBy(Weight).ThenByDescending(i => i).ToList())
        {
            Put(i, "");
            _left++;
            _leftMoved += IsMoved(i) ? 1 : 0;
            if (Fits()) return;
        }

        bool Fits() => _total + around() <= maxBytes;
    }

    /// <summary>Adds those that fit.</summary>
    public void AppendTo(StringBuilder text) => text.AppendJoin("", _texts);

    private IEnumerable<string> Omissions()
    {
        if (_hasLongCaptions) yield return "the rest of long captions";
        if (_detail >= Detail.NoThumbnails) yield return "thumbnails";
        if (_detail >= Detail.NoUnchanged) yield return "unchanged images";
        if (_withoutImages > 0) yield return $"all images of {ReportText.Count(_withoutImages, "dataset")}";
        if (_withoutProblems > 0) yield return $"the problems of {ReportText.Count(_withoutProblems, "dataset")}";
    }

    private List<int> LargestFirst() => [.. Enumerable.Range(0, _texts.Length).OrderByDescending(i => _bytes[i])];

    // A change of target and an error are left out last.
    private int Weight(int i) => IsMoved(i) ? 2 : report.Datasets[i].Success ? 0 : 1;

    private bool IsMoved(int i) => report.Datasets[i].FormerTarget is not null;

    private void RenderAll(Detail detail)
    {
        _detail = detail;
        var thumbnails = detail < Detail.NoThumbnails ? maxThumbnails : 0;
        for (var i = 0; i < _texts.Length; i++) thumbnails -= Render(i, detail, thumbnails);
    }

    private int Render(int i, Detail detail, int thumbnails)
    {
        var text = new StringBuilder();
        var section = new MarkdownDataset(report.Kind, report.Datasets[i], links, detail, thumbnails);
        section.AppendTo(text);
        Put(i, text.ToString());
        return section.ThumbnailCount;
    }

    private void Put(int i, string text)
    {
        var bytes = Encoding.UTF8.GetByteCount(text);
        _total += bytes - _bytes[i];
        (_texts[i], _bytes[i]) = (text, bytes);
    }
}
