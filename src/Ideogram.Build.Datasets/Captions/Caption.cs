using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Datasets.Captions;

/// <summary>The text that describes an image.</summary>
/// <param name="Text">The caption: plain text, or the unchanged JSON of a structured caption.</param>
/// <param name="Kind">Which of the two.</param>
/// <param name="File">Full path of the sidecar, of the table, or of the manifest for an inline caption.</param>
/// <param name="Position">Its place.</param>
public sealed record Caption(string Text, CaptionKind Kind, string File, Position Position);

/// <summary>The kinds of caption that Ideogram accepts.</summary>
public enum CaptionKind
{
    /// <summary>Plain text, sent as <c>.txt</c>.</summary>
    Text,

    /// <summary>A structured caption (Ideogram's <c>V4JsonPrompt</c>), sent as <c>.json</c>.</summary>
    Structured,
}
