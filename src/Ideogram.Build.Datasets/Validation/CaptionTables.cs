using System.Collections.Concurrent;
using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Captions;
using Ideogram.Build.Datasets.Captions.Tables;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Files;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Validation;

/// <summary>The tables of captions of a run. Each is read once, however many manifests name it: a large repository has one for all its datasets.</summary>
internal sealed class CaptionTables(FolderReader folders, RunBudget budget)
{
    private readonly ConcurrentDictionary<string, Lazy<CaptionTable>> _tables = new(StringComparer.Ordinal);

    /// <summary>Reads a table.</summary>
    /// <param name="file">Full path of the table.</param>
    /// <param name="root">Full path of the repository's top.</param>
    /// <param name="entry">What the manifest says of its columns.</param>
    public CaptionTable Read(string file, string root, CaptionTableEntry entry) =>
        _tables.GetOrAdd($"{file}\n{entry.ImageColumn}\n{entry.TextColumn}", _ => new Lazy<CaptionTable>(() => Load(file, root, entry))).Value;

    private CaptionTable Load(string file, string root, CaptionTableEntry entry)
    {
        var table = new CaptionTable(file, new FileLocator(root, folders, budget.Hints, "the table's folder"));
        try
        {
            var name = Path.GetFileName(file);
            var bytes = folders.TryRead(Path.GetDirectoryName(file)!)?.Read(name, CaptionTableReader.MaxBytes);
            if (bytes is null)
                table.Report(CaptionRules.TableTooLarge, Position.Start, FormattableString.Invariant($"has more than {CaptionTableReader.MaxBytes:N0} bytes. ")
                    + "Keep the rows of this repository's images only.");
            else if (LfsPointer.Is(bytes))
                table.Report(CaptionRules.LfsPointer, Position.Start, $"is a Git LFS pointer, not the table. {LfsPointer.WayOut}");
            else if (CaptionText.Decode(bytes, out var problem) is not { } text)
                table.Report(CaptionRules.NotUtf8, problem!.Position, problem.Text);
            else
                table.AddRows(CaptionTableReader.Read(name, text, entry));
        }
        catch (TableException e)
        {
            table.Report(e.Rule, e.Position, e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            table.Report(CaptionRules.TableUnreadable, Position.Start, "cannot be read. Check its permissions and that no other program has it open.");
        }

        return table;
    }
}
