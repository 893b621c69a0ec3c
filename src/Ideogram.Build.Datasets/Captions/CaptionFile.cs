using System.Text;
using Ideogram.Build.Datasets.Captions.Structured;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Files;

namespace Ideogram.Build.Datasets.Captions;

/// <summary>Reads a sidecar, from disk or out of an archive.</summary>
internal sealed class CaptionFile(List<Diagnostic> diagnostics)
{
    /// <summary>This tool's limit; a structured caption with a hundred elements has about 20 KB.</summary>
    public const int MaxBytes = 64_000;

    /// <summary>The caption, or null with a diagnostic.</summary>
    /// <param name="file">Full path of the sidecar, or of the archive.</param>
    /// <param name="name">The sidecar's name for messages.</param>
    /// <param name="read">Gives the bytes, or null if there are more than <see cref="MaxBytes"/>.</param>
    public Caption? Read(string file, string name, Func<byte[]?> read)
    {
        try
        {
            if (read() is { } bytes)
            {
                if (LfsPointer.Is(bytes))
                {
                    Report(CaptionRules.LfsPointer, $"{MessageText.Quote(name)} is a Git LFS pointer, not the caption. {LfsPointer.WayOut}");
                    return null;
                }

                if (CaptionText.Decode(bytes, out var problem) is { } text)
                    return Parse(file, name, text);
                diagnostics.Add(CaptionRules.NotUtf8.At(file, problem!.Position, $"The caption {MessageText.Quote(name)} {problem.Text}"));
                return null;
            }

            Report(CaptionRules.TooLarge, FormattableString.Invariant($"The caption {MessageText.Quote(name)} has more than {MaxBytes:N0} bytes. ")
                + "Shorten it, or rename the file if it is not a caption.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Report(CaptionRules.Unreadable, $"The caption {MessageText.Quote(name)} cannot be read. "
                + "Check its permissions and that no other program has it open.");
        }

        return null;

        void Report(Rule rule, string message) => diagnostics.Add(rule.At(file, Position.Start, message));
    }

    private Caption? Parse(string file, string name, string text)
    {
        var what = $"The caption {MessageText.Quote(name)}";
        if (name.EndsWith(".json", StringComparison.Ordinal))
        {
            return new StructuredCaption(what, file, Encoding.UTF8.GetBytes(text), diagnostics).Check() is { } structured
                ? new Caption(structured, CaptionKind.Structured, file, Position.Start)
                : null;
        }

        return TextCaption.Check(text, what, file, Position.Start, isFile: true, diagnostics) is { } caption
            ? new Caption(caption, CaptionKind.Text, file, Position.Start)
            : null;
    }
}
