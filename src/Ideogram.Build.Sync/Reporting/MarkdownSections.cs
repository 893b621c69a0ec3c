using System.Globalization;
using System.Text;

namespace Ideogram.Build.Sync.Reporting;

/// <summary>
/// The datasets' parts of a report, each at a detail of its own, the most urgent first. What is too long gives up the rest of long captions, then the lists of
/// other files, then the rows of one dataset after the other, the largest first, then problems the same way, then pictures, and at last whole datasets.
/// </summary>
internal sealed class MarkdownSections
{
    private readonly RunKind _kind;
    private readonly ReportOrder _order;
    private readonly ILinks _links;
    private readonly int _maxThumbnails;
    private readonly string[] _texts;
    private readonly int[] _bytes;
    private readonly int[] _thumbnails;
    private readonly bool _hasLongCaptions;
    private readonly bool _hasLists;

    // A report of many jobs may be a stranger's: what is counted here keeps each step short, however many datasets it names.
    private long _total;
    private Detail _detail;
    private int _withoutRows;
    private int _withoutProblems;
    private int _withoutPictures;
    private int _left;
    private int _leftMoved;

    public MarkdownSections(ReportDocument report, ILinks links, int maxThumbnails)
    {
        (_kind, _order, _links, _maxThumbnails) = (report.Kind, new ReportOrder(report), links, maxThumbnails);
        var count = _order.Shown.Count;
        (_texts, _bytes, _thumbnails) = (new string[count], new int[count], new int[count]);
        _hasLongCaptions = _order.Shown.Any(d => d.Images.Any(i => MarkdownDataset.IsLong(i.Caption) || MarkdownDataset.IsLong(i.FormerCaption)));
        _hasLists = _order.Shown.Any(MarkdownDataset.HasLists);
    }

    /// <summary>The most problems of a dataset that are named.</summary>
    public int MaxProblems { get; init; } = int.MaxValue;

    /// <summary>What was left out, in a sentence; null for nothing.</summary>
    public string? Omission => _detail == Detail.Full || !Omissions().Any() ? null : $"Left out because of the size limit: "
        + $"{string.Join(", ", Omissions())}. The run's JSON report has everything.";

    /// <summary>How many datasets are left out, in a sentence; null for none.</summary>
    public string? Rest => _left == 0 ? null : string.Create(
        CultureInfo.InvariantCulture,
        $"And {ReportText.Count(_left, "more dataset")}{(_leftMoved > 0 ? $", {_leftMoved} of them with a different target than before" : "")}.");

    /// <summary>The datasets in which nothing changes, in one sentence of HTML; null for none.</summary>
    public string? Unchanged => _order.Summary(name => Html.Code(name, longest: 100));

    /// <summary>Renders them at the most detail that fits.</summary>
    /// <param name="maxBytes">The most bytes of UTF-8, including the text around them.</param>
    /// <param name="around">How many bytes of text are around them, which depends on what is left out.</param>
    public void Fit(int maxBytes, Func<int> around)
    {
        // Each dataset costs time at each detail: what is over the limit half-way is not rendered to its end, apart from the last time.
        foreach (var detail in new[] { Detail.Full, Detail.NoWholeCaptions })
        {
            if (RenderAll(detail, maxBytes) && Fits()) return;
        }

        RenderAll(Detail.NoLists, long.MaxValue);
        if (Fits()) return;

        foreach (var i in LargestFirst())
        {
            Render(i, Detail.Pictures, _thumbnails[i]);
            _withoutRows++;
            if (Fits()) return;
        }

        foreach (var i in LargestFirst())
        {
            Render(i, Detail.NoProblems, _thumbnails[i]);
            _withoutProblems++;
            if (Fits()) return;
        }

        foreach (var i in LargestFirst())
        {
            _withoutPictures += _thumbnails[i] > 0 ? 1 : 0;
            Render(i, Detail.Target, 0);
            if (Fits()) return;
        }

        // The least urgent first.
        for (var i = _texts.Length - 1; i >= 0; i--)
        {
            Put(i, "");
            _left++;
            _leftMoved += _order.Shown[i].FormerTarget is not null ? 1 : 0;
            if (Fits()) return;
        }

        bool Fits() => _total + around() <= maxBytes;
    }

    /// <summary>Adds those that fit.</summary>
    public void AppendTo(StringBuilder text) => text.AppendJoin("", _texts);

    private IEnumerable<string> Omissions()
    {
        if (_hasLongCaptions) yield return "the rest of long captions";
        if (_detail >= Detail.NoLists && _hasLists) yield return "the names of other files";
        if (_withoutRows > 0) yield return $"the rows of {ReportText.Count(_withoutRows, "dataset")}";
        if (_withoutProblems > 0) yield return $"the problems of {ReportText.Count(_withoutProblems, "dataset")}";
        if (_withoutPictures > 0) yield return $"the pictures of {ReportText.Count(_withoutPictures, "dataset")}";
    }

    private List<int> LargestFirst() => [.. Enumerable.Range(0, _texts.Length).OrderByDescending(i => _bytes[i])];

    private bool RenderAll(Detail detail, long maxBytes)
    {
        _detail = detail;
        var (thumbnails, bytes) = (_maxThumbnails, 0L);
        for (var i = 0; i < _texts.Length; i++)
        {
            Render(i, detail, thumbnails);
            thumbnails -= _thumbnails[i];
            bytes += _bytes[i];
            if (bytes > maxBytes) return false;
        }

        return true;
    }

    private void Render(int i, Detail detail, int thumbnails)
    {
        var text = new StringBuilder();
        var section = new MarkdownDataset(_kind, _order.Shown[i], _links, detail, thumbnails) { MaxProblems = MaxProblems };
        section.AppendTo(text);
        Put(i, text.ToString());
        _thumbnails[i] = section.ThumbnailCount;
    }

    private void Put(int i, string text)
    {
        var bytes = Encoding.UTF8.GetByteCount(text);
        _total += bytes - _bytes[i];
        (_texts[i], _bytes[i]) = (text, bytes);
    }
}
