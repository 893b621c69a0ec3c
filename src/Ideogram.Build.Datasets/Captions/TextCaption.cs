using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Datasets.Captions;

/// <summary>Checks plain captions.</summary>
internal static class TextCaption
{
    /// <summary>This tool's limit, about 300 words; Ideogram documents none.</summary>
    public const int MaxUsualLength = 2_000;

    /// <summary>The caption as it is sent: line ends as LF, no space at its ends. Null, with a diagnostic, if it cannot be one.</summary>
    /// <param name="text">The text of its file.</param>
    /// <param name="what">Names the caption in messages.</param>
    /// <param name="file">Full path of the sidecar or manifest.</param>
    /// <param name="start">Where the text begins.</param>
    /// <param name="isFile">Whether lines of the text are lines of the file.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    public static string? Check(string text, string what, string file, Position start, bool isFile, List<Diagnostic> diagnostics)
    {
        var position = start;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\uFEFF' || (char.IsControl(text[i]) && text[i] is not ('\n' or '\r' or '\t')))
            {
                diagnostics.Add(CaptionRules.ControlCharacter.At(file, position,
                    FormattableString.Invariant($"{what} has the control character U+{(int)text[i]:X4} here. Remove it.")));
                return null;
            }

            if (isFile)
                position = text[i] == '\n' ? new Position(position.Line + 1, 1) : position with { Column = position.Column + 1 };
        }

        var caption = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Trim();
        if (caption.Length == 0)
        {
            diagnostics.Add(CaptionRules.Empty.At(file, start, $"{what} is empty. Describe the image, or remove the caption."));
            return null;
        }

        if (CodePoint.Count(caption) is var length && length > MaxUsualLength)
            diagnostics.Add(CaptionRules.TooLong.At(file, start, FormattableString.Invariant($"{what} has {length:N0} characters; ")
                + FormattableString.Invariant($"more than {MaxUsualLength:N0}. Models read only the beginning of a long text. Shorten it.")));
        return caption;
    }
}
