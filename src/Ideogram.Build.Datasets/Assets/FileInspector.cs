using Ideogram.Build.Datasets.Assets.Inspection;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Assets;

/// <summary>Reads an image file once and holds what it finds against the manifest's limits.</summary>
internal sealed class FileInspector(Limits limits, CancellationToken cancellationToken)
{
    public InspectedFile Inspect(AssetFile file)
    {
        var diagnostics = new List<Diagnostic>();
        return new InspectedFile(file, Inspect(file, diagnostics), diagnostics);
    }

    private ImageInfo? Inspect(AssetFile file, List<Diagnostic> diagnostics)
    {
        var name = MessageText.Quote(file.RelativePath);
        if (file.Item.Length > limits.FileSize)
        {
            Report(ImageRules.TooLarge, $"{name} has {ByteSize.Format(file.Item.Length)}, more than the {ByteSize.Format(limits.FileSize)} of 'limits: file-size'. Save it smaller, or raise the limit if Ideogram takes it.");
            return null;
        }

        ImageInspection inspection;
        try
        {
            inspection = Read(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Report(ImageRules.Unreadable, $"{name} cannot be read. Check its permissions and that no other program has it open.");
            return null;
        }

        if (inspection.Bytes != file.Item.Length || File.GetLastWriteTimeUtc(file.FullPath).Ticks != file.Item.ModifiedTicks)
        {
            Report(ImageRules.Changed, $"{name} changed while it was read. Run again when nothing writes to it any more.");
            return null;
        }

        if (inspection.Fault is { } fault)
            Report(ImageRules.For(fault.Kind), $"{name}: {fault.Text}");
        if (inspection.Image is { } image)
            new ImageCheck(limits).Check(image, file.Item.Name, name, file.FullPath, diagnostics);
        return inspection.Image;

        void Report(Rule rule, string message) => diagnostics.Add(rule.At(file.FullPath, Position.Start, message));
    }

    private ImageInspection Read(AssetFile file)
    {
        // What says it has no bytes may be a pipe, and opening one could block for ever.
        if (file.Item.Length == 0)
            return ImageInspector.Inspect(Stream.Null, cancellationToken);

        using var stream = AssetStream.Open(file.FullPath, entry: null);
        return ImageInspector.Inspect(stream, cancellationToken);
    }
}
