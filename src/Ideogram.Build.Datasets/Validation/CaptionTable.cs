using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Captions;
using Ideogram.Build.Datasets.Captions.Tables;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Validation;

/// <summary>A table of captions, with its rows matched to files.</summary>
/// <param name="file">Full path of the table.</param>
/// <param name="locator">Finds the files that rows name.</param>
internal sealed class CaptionTable(string file, FileLocator locator)
{
    /// <summary>A thousand datasets of a hundred images.</summary>
    public const int MaxRows = 100_000;

    // A hostile table must not fill the log: this is more than a person fixes at once.
    private const int MaxReported = 100;

    private readonly Dictionary<string, TableRow> _rows = new(StringComparer.Ordinal);
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly string _folder = Path.GetDirectoryName(file)!;
    private int _wrong;
    private Position _firstUnreported;

    /// <summary>Full path of the table.</summary>
    public string File => file;

    /// <summary>The name for messages, in quotes.</summary>
    public string Name { get; } = MessageText.Quote(Path.GetFileName(file));

    /// <summary>Whether the table was read to its end: then an image without a row has none.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>What is wrong with the table itself, whichever manifest names it.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    /// <summary>The rows of images that are there, by the full paths of the images.</summary>
    public IReadOnlyDictionary<string, TableRow> Rows => _rows;

    /// <summary>Takes the rows.</summary>
    /// <exception cref="TableException">They cannot be read to their end, or are too many.</exception>
    public void AddRows(IEnumerable<TableRow> rows)
    {
        var count = 0;
        foreach (var row in rows)
        {
            if (++count > MaxRows)
                throw new TableException(CaptionRules.TableTooLarge, row.Image.Position,
                    FormattableString.Invariant($"has more than {MaxRows:N0} rows. Keep the rows of this repository's images only."));
            Add(row);
        }

        IsWhole = true;
        if (_wrong > MaxReported)
            _diagnostics.Add(CaptionRules.RowWithoutImage.At(file, _firstUnreported,
                FormattableString.Invariant($"{Name}: {_wrong - MaxReported:N0} more rows after this one are wrong too. Fix those above first.")));
    }

    /// <summary>Reports a problem of the whole table.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="position">Where it is.</param>
    /// <param name="message">Goes on after the table's name.</param>
    public void Report(Rule rule, Position position, string message) => _diagnostics.Add(rule.At(file, position, $"The table {Name} {message}"));

    private void Add(TableRow row)
    {
        var name = MessageText.Quote(row.Image.Text);
        var found = locator.Find(_folder, row.Image.Text);
        if (found.FullPath is not { } path)
            Wrong(found.Rule == ManifestRules.FileMissing ? CaptionRules.RowWithoutImage : found.Rule!, row, found.Problem!);
        else if (!FileExtensions.IsImage(path))
            Wrong(CaptionRules.RowWithoutImage, row, $"{name} is not an image ({ImageFormats.Extensions}). Remove the row.");
        else if (_rows.TryGetValue(path, out var earlier))
            Wrong(CaptionRules.TwoRows, row, FormattableString.Invariant($"{name} has a row already, in line {earlier.Image.Position.Line}. ")
                + "Keep one of the two.");
        else
            _rows.Add(path, row);
    }

    private void Wrong(Rule rule, TableRow row, string message)
    {
        if (++_wrong <= MaxReported)
            _diagnostics.Add(rule.At(file, row.Image.Position, $"{Name}: {message}"));
        else if (_wrong == MaxReported + 1)
            _firstUnreported = row.Image.Position;
    }
}
